// S4D's output from states in memory: y = gain · (2 · Re(C' · h) + D x) · SiLU(z). One thread a token and channel.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
}

const dState: u32 = 16; // specialised: N

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> constants: array<f32>; // (E, 8N): ΔA | Ā | C' | W, each real | imaginary
@group(0) @binding(2) var<storage, read> hs: array<f32>; // (L, E, 2N): real | imaginary
@group(0) @binding(3) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(4) var<storage, read> xz: array<f32>; // (L, 2E): … | z
@group(0) @binding(5) var<storage, read> ssm: array<f32>; // (E, 4N + 2): … | D | log_dt
@group(0) @binding(6) var<storage, read> turn: array<f32>; // (4E): Δ× | A× | gain | Δ held or −1
@group(0) @binding(7) var<storage, read_write> y: array<f32>; // (L, E)

@compute @workgroup_size(64)
fn s4dContract(
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
  let C = (8u * e + 4u) * dState;
  for (var t = id.y; t < params.seqLen; t += size.y) {
    let at = t * E + e;
    var sum = 0.0;
    for (var n = 0u; n < dState; n++) {
      sum += constants[C + n] * hs[2u * at * dState + n]
        - constants[C + dState + n] * hs[(2u * at + 1u) * dState + n];
    }
    let z = xz[t * 2u * E + E + e];
    y[at] = gain * (2.0 * sum + D * x[at]) * z / (1.0 + exp(-z));
  }
}
