// SSD step 1a: the masked attention within a chunk, M_ij = (C_i · B_j) L_ij Δ_j for j ≤ i, else 0.
// L_ij = exp(a_i − a_j); the exponent is clamped at 0, for rounding in the sums can turn it positive.
// One thread an entry of a head.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  nHeads: u32, // H
  dInner: u32, // E
  nGroups: u32, // G
  dState: u32, // N
  holdB: u32, // 1: B is the turn's, not the token's
  holdC: u32, // … and so is C
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> segsum: array<f32>; // (L, H, 2): Δ | cumulative sum of ΔA
@group(0) @binding(3) var<storage, read> turn: array<f32>; // (4H + 2GN): … | B | C from 4H on
@group(0) @binding(4) var<storage, read_write> scores: array<f32>; // (L, H, Q)

@compute @workgroup_size(64)
fn ssdScores(@builtin(global_invocation_id) id: vec3u) {
  let column = id.x; // j within the chunk
  let head = id.y;
  let i = id.z;
  if (column >= params.chunkSize) {
    return;
  }
  let first = i / params.chunkSize * params.chunkSize;
  let j = first + column;
  let at = (i * params.nHeads + head) * params.chunkSize + column;
  if (j > i) {
    scores[at] = 0.0;
    return;
  }
  let stride = params.dInner + 2u * params.nGroups * params.dState;
  let group = head / (params.nHeads / params.nGroups);
  let firstB = group * params.dState;
  let firstC = (params.nGroups + group) * params.dState;
  var sum = 0.0;
  for (var n = 0u; n < params.dState; n++) {
    var B = xbc[j * stride + params.dInner + firstB + n];
    var C = xbc[i * stride + params.dInner + firstC + n];
    if (params.holdB == 1u) {
      B = turn[4u * params.nHeads + firstB + n];
    }
    if (params.holdC == 1u) {
      C = turn[4u * params.nHeads + firstC + n];
    }
    sum += C * B;
  }
  let ai = segsum[2u * (i * params.nHeads + head) + 1u];
  let aj = segsum[2u * (j * params.nHeads + head) + 1u];
  let delta = segsum[2u * (j * params.nHeads + head)];
  scores[at] = sum * exp(min(0.0, ai - aj)) * delta;
}
