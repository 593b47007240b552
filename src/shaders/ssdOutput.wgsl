// SSD step 4: what earlier chunks say, Y_i += exp(a_i) C_i · h, with h as it was before the chunk; then the gain.
// One thread a token and channel.

struct Params {
  chunkSize: u32, // Q
  nHeads: u32, // H
  headDim: u32, // P
  nGroups: u32, // G
  dState: u32, // N
  holdC: u32, // 1: C is the turn's, not the token's
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> segsum: array<f32>; // (L, H, 2): Δ | cumulative sum of ΔA
@group(0) @binding(3) var<storage, read> states: array<f32>; // (chunks, H, P, N)
@group(0) @binding(4) var<storage, read> turn: array<f32>; // (4H + 2GN): … | gain from 2H on | … | C
@group(0) @binding(5) var<storage, read_write> y: array<f32>; // (L, E)

@compute @workgroup_size(64)
fn ssdOutput(@builtin(global_invocation_id) id: vec3u) {
  let e = id.x;
  let i = id.y;
  let E = params.nHeads * params.headDim;
  if (e >= E) {
    return;
  }
  let head = e / params.headDim;
  let stride = E + 2u * params.nGroups * params.dState;
  let group = head / (params.nHeads / params.nGroups);
  let firstC = (params.nGroups + group) * params.dState;
  let state = (i / params.chunkSize * E + e) * params.dState;
  var sum = 0.0;
  for (var n = 0u; n < params.dState; n++) {
    var C = xbc[i * stride + E + firstC + n];
    if (params.holdC == 1u) {
      C = turn[4u * params.nHeads + firstC + n];
    }
    sum += C * states[state + n];
  }
  let decay = exp(min(0.0, segsum[2u * (i * params.nHeads + head) + 1u]));
  y[i * E + e] = turn[2u * params.nHeads + head] * (y[i * E + e] + decay * sum);
}
