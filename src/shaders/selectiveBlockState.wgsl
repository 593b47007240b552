// Mamba by chunks: the state after a chunk, h' = exp(A Σ Δ) h + Σ_j exp(A Σ_{k>j} Δ_k) Δ_j B_j x_j.
// One thread a channel and state.

struct Params {
  begin: u32, // the chunk's first token
  end: u32, // and the one after its last
  dInner: u32, // E
  stride: u32, // numbers between two rows of bc
  firstB: u32, // column where B begins
}

const dState: u32 = 16; // specialised: N

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(2) var<storage, read> delta: array<f32>; // (L, E)
@group(0) @binding(3) var<storage, read> A: array<f32>; // (E, N)
@group(0) @binding(4) var<storage, read> bc: array<f32>; // (L, stride)
@group(0) @binding(5) var<storage, read_write> h: array<f32>; // (E, N)

@compute @workgroup_size(64)
fn selectiveBlockState(@builtin(global_invocation_id) id: vec3u) {
  let E = params.dInner;
  let e = id.x / dState;
  if (e >= E) {
    return;
  }
  let rate = A[id.x];
  var sum = 0.0;
  var past = 0.0; // Σ of Δ after token j
  for (var j = params.end; j > params.begin; j--) {
    let t = j - 1u;
    let step = delta[t * E + e];
    let B = bc[t * params.stride + params.firstB + id.x % dState];
    sum += exp(min(0.0, rate * past)) * step * B * x[t * E + e];
    past += step;
  }
  h[id.x] = exp(min(0.0, rate * past)) * h[id.x] + sum;
}
