// SSD step 2: what each chunk by itself leaves in the state, S = Σ_j exp(a_last − a_j) Δ_j x_j ⊗ B_j.
// One thread a state of a chunk.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  nHeads: u32, // H
  headDim: u32, // P
  nGroups: u32, // G
  dState: u32, // N
  holdB: u32, // 1: B is the turn's, not the token's
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> segsum: array<f32>; // (L, H, 2): Δ | cumulative sum of ΔA
@group(0) @binding(3) var<storage, read> turn: array<f32>; // (4H + 2GN): … | B from 4H on | …
@group(0) @binding(4) var<storage, read_write> states: array<f32>; // (chunks, H, P, N)

@compute @workgroup_size(64)
fn ssdChunkState(@builtin(global_invocation_id) id: vec3u) {
  let n = id.x;
  let e = id.y;
  let chunk = id.z;
  if (n >= params.dState) {
    return;
  }
  let E = params.nHeads * params.headDim;
  let head = e / params.headDim;
  let stride = E + 2u * params.nGroups * params.dState;
  let column = head / (params.nHeads / params.nGroups) * params.dState + n;
  let first = chunk * params.chunkSize;
  let end = min(first + params.chunkSize, params.seqLen);
  let last = segsum[2u * ((end - 1u) * params.nHeads + head) + 1u];
  var sum = 0.0;
  for (var j = first; j < end; j++) {
    let at = 2u * (j * params.nHeads + head);
    let decay = exp(min(0.0, last - segsum[at + 1u]));
    var B = xbc[j * stride + E + column];
    if (params.holdB == 1u) {
      B = turn[4u * params.nHeads + column];
    }
    sum += decay * segsum[at] * xbc[j * stride + e] * B;
  }
  states[(chunk * E + e) * params.dState + n] = sum;
}
