// S4D as a convolution, last: y = gain · (K̄ * x + what h₀ says + D x) · SiLU(z). One thread a token and channel.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
}

const dState: u32 = 16; // specialised: N

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(2) var<storage, read> xz: array<f32>; // (L, 2E): … | z
@group(0) @binding(3) var<storage, read> ssm: array<f32>; // (E, 4N + 2): … | D | log_dt
@group(0) @binding(4) var<storage, read> turn: array<f32>; // (4E): Δ× | A× | gain | Δ held or −1
@group(0) @binding(5) var<storage, read> response: array<f32>; // (L, E): 2 · Re(Σ_n C' Ā^{t+1} h₀)
@group(0) @binding(6) var<storage, read_write> y: array<f32>; // (L, E): K̄ * x, then the output

@compute @workgroup_size(64)
fn s4dOutput(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(num_workgroups) size: vec3u,
) {
  let E = params.dInner;
  let e = id.x;
  if (e >= E) {
    return;
  }
  let D = ssm[e * (4u * dState + 2u) + 4u * dState];
  let gain = turn[2u * E + e];
  for (var t = id.y; t < params.seqLen; t += size.y) {
    let at = t * E + e;
    let z = xz[t * 2u * E + E + e];
    y[at] = gain * (y[at] + response[at] + D * x[at]) * z / (1.0 + exp(-z));
  }
}
