// SSD step 1: the diagonal blocks, Y_i = Σ_{j ≤ i} M_ij x_j + D x_i, each chunk by itself.
// One thread a token and channel.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  nHeads: u32, // H
  headDim: u32, // P
  nGroups: u32, // G
  dState: u32, // N
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> scores: array<f32>; // (L, H, Q)
@group(0) @binding(3) var<storage, read> ssm: array<f32>; // (H, 3): A_log | D | bias of Δ
@group(0) @binding(4) var<storage, read_write> y: array<f32>; // (L, E)

@compute @workgroup_size(64)
fn ssdDiagonal(@builtin(global_invocation_id) id: vec3u) {
  let e = id.x;
  let i = id.y;
  let E = params.nHeads * params.headDim;
  let stride = E + 2u * params.nGroups * params.dState;
  if (e >= E) {
    return;
  }
  let head = e / params.headDim;
  let first = i / params.chunkSize * params.chunkSize;
  let row = (i * params.nHeads + head) * params.chunkSize;
  var sum = ssm[3u * head + 1u] * xbc[i * stride + e];
  for (var j = first; j <= i; j++) {
    sum += scores[row + j - first] * xbc[j * stride + e];
  }
  y[i * E + e] = sum;
}
