// SSD step 3: states pass from chunk to chunk, h' = exp(a_last) h + S. Each chunk's own contribution S is replaced
// by the state before that chunk, which the output step reads. One thread a state; the chunks follow each other, and
// are loaded many at a time.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  nHeads: u32, // H
  headDim: u32, // P
  dState: u32, // N
}

const ahead: u32 = 8; // chunks loaded at a time

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> segsum: array<vec2f>; // (L, H): Δ, cumulative sum of ΔA
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
  let chunks = (params.seqLen + params.chunkSize - 1u) / params.chunkSize;
  var state = h[at];
  var own: array<f32, ahead>;
  var total: array<f32, ahead>;
  for (var first = 0u; first < chunks; first += ahead) {
    for (var i = 0u; i < ahead; i++) { // unrolled
      let chunk = min(first + i, chunks - 1u);
      let end = min((chunk + 1u) * params.chunkSize, params.seqLen);
      own[i] = states[chunk * size + at];
      total[i] = segsum[(end - 1u) * params.nHeads + head].y;
    }
    for (var i = 0u; i < ahead; i++) { // unrolled
      if (first + i < chunks) {
        states[(first + i) * size + at] = state;
        state = exp(min(0.0, total[i])) * state + own[i];
      }
    }
  }
  h[at] = state;
}
