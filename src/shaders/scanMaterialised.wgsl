// The selective scan unfused, second of three kernels: h_t = Ā_t h_{t−1} + (B̄x)_t with all three in memory.
// One thread a channel and state; the tokens follow each other. Two numbers are read and one is written a step, where
// the fused scan (selectiveScan.wgsl) keeps everything in registers.

struct Params {
  seqLen: u32, // L
  lanes: u32, // E · N
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> Abar: array<f32>; // (L, E, N)
@group(0) @binding(2) var<storage, read> Bx: array<f32>; // (L, E, N)
@group(0) @binding(3) var<storage, read_write> h: array<f32>; // (E, N): before the first token, then after the last
@group(0) @binding(4) var<storage, read_write> hs: array<f32>; // (L, E, N): after each token

@compute @workgroup_size(64)
fn scanMaterialised(@builtin(global_invocation_id) id: vec3u) {
  let lane = id.x;
  let step = params.lanes;
  if (lane >= step) {
    return;
  }
  var state = h[lane];
  var t = 0u;
  // Four tokens at a time: their eight loads wait for no state, so memory answers them together.
  for (; t + 4u <= params.seqLen; t += 4u) {
    let at = t * step + lane;
    let a = vec4f(Abar[at], Abar[at + step], Abar[at + 2u * step], Abar[at + 3u * step]);
    let b = vec4f(Bx[at], Bx[at + step], Bx[at + 2u * step], Bx[at + 3u * step]);
    let h0 = a.x * state + b.x;
    let h1 = a.y * h0 + b.y;
    let h2 = a.z * h1 + b.z;
    state = a.w * h2 + b.w;
    hs[at] = h0;
    hs[at + step] = h1;
    hs[at + 2u * step] = h2;
    hs[at + 3u * step] = state;
  }
  for (; t < params.seqLen; t++) {
    let at = t * step + lane;
    state = Abar[at] * state + Bx[at];
    hs[at] = state;
  }
  h[lane] = state;
}
