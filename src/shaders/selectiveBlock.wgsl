// Mamba by chunks as SSD does it (Mamba-2 §6), with N decays a channel: what a chunk says,
//   y_i = Σ_{j ≤ i} M_ij x_j + C_i · exp(A Σ Δ) h + D x_i,  M_ij = C_i · exp(A Σ_{k=j+1..i} Δ_k) B_j Δ_j
// with j in the chunk and h as it was before the chunk. One thread a token and channel. selectiveBlockState follows.

struct Params {
  begin: u32, // the chunk's first token
  end: u32, // and the one after its last
  dInner: u32, // E
  stride: u32, // numbers between two rows of bc
  firstB: u32, // columns where B and C begin
  firstC: u32,
}

const dState: u32 = 16; // specialised: N

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(2) var<storage, read> delta: array<f32>; // (L, E)
@group(0) @binding(3) var<storage, read> A: array<f32>; // (E, N)
@group(0) @binding(4) var<storage, read> bc: array<f32>; // (L, stride)
@group(0) @binding(5) var<storage, read> D: array<f32>; // (E)
@group(0) @binding(6) var<storage, read> h: array<f32>; // (E, N): before the chunk
@group(0) @binding(7) var<storage, read_write> y: array<f32>; // (L, E)

@compute @workgroup_size(64)
fn selectiveBlock(@builtin(global_invocation_id) id: vec3u) {
  let E = params.dInner;
  let e = id.x;
  let i = params.begin + id.y;
  if (e >= E || i >= params.end) {
    return;
  }
  let C = i * params.stride + params.firstC;
  var sum = D[e] * x[i * E + e];
  var past = 0.0; // Σ of Δ after token j, up to and with token i
  for (var back = 0u; back <= id.y; back++) {
    let j = i - back;
    let B = j * params.stride + params.firstB;
    let step = delta[j * E + e];
    var mixed = 0.0;
    for (var n = 0u; n < dState; n++) {
      mixed += bc[C + n] * exp(min(0.0, A[e * dState + n] * past)) * bc[B + n];
    }
    sum += mixed * step * x[j * E + e];
    past += step;
  }
  for (var n = 0u; n < dState; n++) {
    sum += bc[C + n] * exp(min(0.0, A[e * dState + n] * past)) * h[e * dState + n];
  }
  y[i * E + e] = sum;
}
