// SSD step 3: states pass from chunk to chunk, h' = exp(a_last) h + S. Each chunk's own contribution S is replaced
// by the state before that chunk, which the output step reads. One thread a state; the chunks follow each other.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  nHeads: u32, // H
  headDim: u32, // P
  dState: u32, // N
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> segsum: array<f32>; // (L, H, 2): Δ | cumulative sum of ΔA
@group(0) @binding(2) var<storage, read_write> states: array<f32>; // (chunks, H, P, N)
@group(0) @binding(3) var<storage, read_write> h: array<f32>; // (H, P, N): before the first chunk, then after the last

@compute @workgroup_size(64)
fn ssdPassing(@builtin(global_invocation_id) id: vec3u) {
  let size = params.nHeads * params.headDim * params.dState;
  let at = id.x;
  if (at >= size) {
    return;
  }
  let head = at / (params.headDim * params.dState);
  var state = h[at];
  for (var first = 0u; first < params.seqLen; first += params.chunkSize) {
    let end = min(first + params.chunkSize, params.seqLen);
    let last = segsum[2u * ((end - 1u) * params.nHeads + head) + 1u];
    let place = first / params.chunkSize * size + at;
    let own = states[place];
    states[place] = state;
    state = exp(min(0.0, last)) * state + own;
  }
  h[at] = state;
}
