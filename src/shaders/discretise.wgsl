// The selective scan unfused, first of three kernels: Ā and B̄x of every token, channel and state, written to memory.
//   Δ = softplus(dt + bias)
//   Ā = exp(Δ A),  B̄x = Δ B x               ZOH for A, Euler for B, as in the paper's code
// This is what a framework does that runs one operation after the other: 2 L E N numbers that the fused scan
// (selectiveScan.wgsl) never writes. One thread a channel and state, so that neighbours write side by side.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
  dtRank: u32, // R
}

const dState: u32 = 16; // specialised: N

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(2) var<storage, read> dt: array<f32>; // (L, E)
@group(0) @binding(3) var<storage, read> dbc: array<f32>; // (L, R + 2N): … | B | C
@group(0) @binding(4) var<storage, read> ssm: array<f32>; // (E, N + 2): A_log | D | bias of Δ
@group(0) @binding(5) var<storage, read_write> Abar: array<f32>; // (L, E, N)
@group(0) @binding(6) var<storage, read_write> Bx: array<f32>; // (L, E, N)

// log(1 + eᵛ). For small eᵛ the sum 1 + eᵛ would round most of it away: five terms of the series do better.
fn softplus(v: f32) -> f32 {
  if (v > 20.0) {
    return v;
  }
  let u = exp(v);
  let series = u * (1.0 - u * (0.5 - u * (1.0 / 3.0 - u * (0.25 - u * 0.2))));
  return select(log(1.0 + u), series, u < 0.05);
}

@compute @workgroup_size(64)
fn discretise(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(num_workgroups) size: vec3u,
) {
  let E = params.dInner;
  let e = id.x / dState;
  let n = id.x % dState;
  if (e >= E) {
    return;
  }
  let row = e * (dState + 2u);
  let A = -exp(ssm[row + n]);
  let bias = ssm[row + dState + 1u];
  for (var t = id.y; t < params.seqLen; t += size.y) {
    let delta = softplus(dt[t * E + e] + bias);
    let B = dbc[t * (params.dtRank + 2u * dState) + params.dtRank + n];
    let at = (t * E + e) * dState + n;
    Abar[at] = exp(delta * A);
    Bx[at] = delta * B * x[t * E + e];
  }
}
