// The SSM as one masked matrix: y = M x + D x. Entries above the diagonal are zero and are not read.
// One thread a token and channel.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
  stride: u32, // numbers between two rows of x
  headDim: u32, // channels that share a matrix
  first: u32, // which channel or head the first matrix belongs to
  count: u32, // matrices
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> matrices: array<f32>; // (count, L, L)
@group(0) @binding(2) var<storage, read> x: array<f32>; // (L, stride)
@group(0) @binding(3) var<storage, read> D: array<f32>; // (K)
@group(0) @binding(4) var<storage, read_write> y: array<f32>; // (L, E)

@compute @workgroup_size(64)
fn applyMatrix(@builtin(global_invocation_id) id: vec3u) {
  let L = params.seqLen;
  let i = id.y;
  if (id.x >= params.count * params.headDim) {
    return;
  }
  let own = id.x / params.headDim;
  let e = params.first * params.headDim + id.x;
  let row = (own * L + i) * L;
  var sum = D[params.first + own] * x[i * params.stride + e];
  for (var j = 0u; j <= i; j++) {
    sum += matrices[row + j] * x[j * params.stride + e];
  }
  y[i * params.dInner + e] = sum;
}
