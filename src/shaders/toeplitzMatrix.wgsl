// A convolution as a matrix: M_ij = K̄_{i−j} for j ≤ i, else 0, the same along every diagonal. This is the matrix of an
// SSM whose Δ, B and C do not depend on the token (S4D). One thread an entry, of one channel or of the mean over all.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
  first: u32, // channel of the first matrix
}

const mean: bool = false; // specialised: the mean over all channels

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> kernel: array<f32>; // (L, E)
@group(0) @binding(2) var<storage, read_write> out: array<f32>; // (matrices, L, L)

@compute @workgroup_size(64)
fn toeplitzMatrix(@builtin(global_invocation_id) id: vec3u) {
  let L = params.seqLen;
  let E = params.dInner;
  let j = id.x;
  let i = id.y;
  if (j >= L) {
    return;
  }
  var value = 0.0;
  if (j <= i) {
    if (mean) {
      for (var e = 0u; e < E; e++) {
        value += kernel[(i - j) * E + e];
      }
      value /= f32(E);
    } else {
      value = kernel[(i - j) * E + params.first + id.z];
    }
  }
  out[(id.z * L + i) * L + j] = value;
}
