// The selective scan unfused, third of three kernels: y = (C · h + D x) · SiLU(z), the states read back from memory.
// One thread a token and channel.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
  dtRank: u32, // R
}

const dState: u32 = 16; // specialised: N

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> hs: array<f32>; // (L, E, N)
@group(0) @binding(2) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(3) var<storage, read> xz: array<f32>; // (L, 2E): … | z
@group(0) @binding(4) var<storage, read> dbc: array<f32>; // (L, R + 2N): … | C
@group(0) @binding(5) var<storage, read> ssm: array<f32>; // (E, N + 2): A_log | D | bias of Δ
@group(0) @binding(6) var<storage, read_write> y: array<f32>; // (L, E)

@compute @workgroup_size(64)
fn contract(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(num_workgroups) size: vec3u,
) {
  let E = params.dInner;
  let e = id.x;
  if (e >= E) {
    return;
  }
  let D = ssm[e * (dState + 2u) + dState];
  for (var t = id.y; t < params.seqLen; t += size.y) {
    let at = t * E + e;
    let C = t * (params.dtRank + 2u * dState) + params.dtRank + dState;
    var sum = D * x[at];
    for (var n = 0u; n < dState; n++) {
      sum += dbc[C + n] * hs[at * dState + n];
    }
    let z = xz[t * 2u * E + E + e];
    y[at] = sum * z / (1.0 + exp(-z));
  }
}
