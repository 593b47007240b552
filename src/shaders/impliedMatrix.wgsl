// The matrix that a selective SSM multiplies its input by, M_ij = C_i · (∏_{k=j+1..i} Ā_k) B̄_j for j ≤ i, else 0
// (hidden attention, arXiv 2403.01590; for Mamba-2 it is C Bᵀ ∘ L, arXiv 2405.21060). The product is exp(A Σ Δ): the
// sum over k = j+1 … i is added up by each thread for itself. A difference of two cumulative sums would be quicker and
// loses what is small beside what came before. The skip D is not part of M.
// One thread a column and eight rows, of one matrix or of the mean over all.

struct Params {
  seqLen: u32, // L
  channels: u32, // K: E; Mamba-2: H
  nGroups: u32, // G
  stride: u32, // numbers between two rows of bc
  firstB: u32, // columns where B and C begin
  firstC: u32,
  first: u32, // channel of the first matrix
  topRow: u32, // rows topRow … endRow − 1 are written
  endRow: u32,
}

const dState: u32 = 16; // specialised: N
const scalar: bool = false; // specialised: one A for all states (Mamba-2)
const mean: bool = false; // specialised: the mean over all channels
const rowsEach: u32 = 8;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> delta: array<f32>; // (L, K)
@group(0) @binding(2) var<storage, read> A: array<f32>; // (K, N); Mamba-2 (H)
@group(0) @binding(3) var<storage, read> bc: array<f32>; // (L, stride)
@group(0) @binding(4) var<storage, read_write> out: array<f32>; // (matrices, L, L)

// M_ij of channel k, given the sum of Δ over j+1 … i. Rounding must not make the exponent positive.
fn entry(k: u32, i: u32, j: u32, sum: f32) -> f32 {
  let group = k / (params.channels / params.nGroups);
  let B = j * params.stride + params.firstB + group * dState;
  let C = i * params.stride + params.firstC + group * dState;
  var value = 0.0;
  for (var n = 0u; n < dState; n++) {
    if (scalar) {
      value += bc[C + n] * bc[B + n];
    } else {
      value += bc[C + n] * exp(min(0.0, A[k * dState + n] * sum)) * bc[B + n];
    }
  }
  if (scalar) {
    value *= exp(min(0.0, A[k] * sum));
  }
  return value * delta[j * params.channels + k];
}

@compute @workgroup_size(64)
fn impliedMatrix(@builtin(global_invocation_id) id: vec3u) {
  let L = params.seqLen;
  let K = params.channels;
  let j = id.x;
  let firstRow = params.topRow + id.y * rowsEach;
  let lastRow = min(firstRow + rowsEach, params.endRow);
  if (j >= L) {
    return;
  }
  for (var i = firstRow; i < lastRow; i++) {
    out[(id.z * L + i) * L + j] = 0.0;
  }
  let begin = select(params.first + id.z, 0u, mean);
  let end = select(begin + 1u, K, mean);
  for (var k = begin; k < end; k++) {
    var sum = 0.0;
    for (var t = j + 1u; t < firstRow; t++) {
      sum += delta[t * K + k];
    }
    for (var i = max(firstRow, j); i < lastRow; i++) {
      if (i > j) {
        sum += delta[i * K + k];
      }
      let value = entry(k, i, j, sum);
      out[(id.z * L + i) * L + j] += select(value, value / f32(K), mean);
    }
  }
}
