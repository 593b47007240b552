// Mamba-2's SSM token by token (arXiv 2405.21060): for every head k and its P channels
//   Δ = clamp(softplus(dt + bias)),  Ā = exp(Δ A): one number a head
//   h = Ā h + Δ x ⊗ B,  y = C · h + D x
// One thread owns a channel and keeps its N states in registers. For generation, and for whoever wants to see the
// state after every token; ssdChunked computes the same for many tokens at once. The turn is what a reader may change
// in the running model: factors on Δ and A, Δ, B and C held at a value of their own, the output's gain.

struct Params {
  seqLen: u32, // L
  nHeads: u32, // H
  headDim: u32, // P
  nGroups: u32, // G
  deltaMin: f32,
  deltaMax: f32,
  holdB: u32, // 1: B is the turn's, not the token's
  holdC: u32, // … and so is C
  probeMoved: u32, // where in `probe` to write the squared change of the state, Σ_n (h_t − h_{t−1})², or notAsked
  probeNorm: u32, // … its squared size, Σ_n h_t²
  probeH: u32, // … the state itself
}

const dState: u32 = 128; // specialised: N
const probed: bool = false; // specialised: somebody asked for a plane of the probe
const notAsked: u32 = 0xffffffff;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> zxbcdt: array<f32>; // (L, 2E + 2GN + H): … | Δ
@group(0) @binding(3) var<storage, read> ssm: array<f32>; // (H, 3): A_log | D | bias of Δ
@group(0) @binding(4) var<storage, read> turn: array<f32>; // (4H + 2GN): Δ× | A× | gain | Δ held or −1 | B | C
@group(0) @binding(5) var<storage, read_write> h: array<f32>; // (H, P, N)
@group(0) @binding(6) var<storage, read_write> y: array<f32>; // (L, E)
@group(0) @binding(7) var<storage, read_write> probe: array<f32>; // planes at the offsets above

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
fn ssdRecurrence(@builtin(global_invocation_id) id: vec3u) {
  let e = id.x;
  let E = params.nHeads * params.headDim;
  if (e >= E) {
    return;
  }
  let head = e / params.headDim;
  let groupWidth = 2u * params.nGroups * dState; // numbers of B and C in a row
  let firstB = E + head / (params.nHeads / params.nGroups) * dState;
  let firstC = firstB + params.nGroups * dState;
  let H = params.nHeads;
  let heldB = 4u * H + firstB - E;
  let heldC = 4u * H + firstC - E;
  let gain = turn[2u * H + head];
  let held = turn[3u * H + head];
  let A = -exp(ssm[3u * head]) * turn[H + head];
  let D = ssm[3u * head + 1u];
  let bias = ssm[3u * head + 2u];
  var state: array<f32, dState>;
  for (var n = 0u; n < dState; n++) {
    state[n] = h[e * dState + n];
  }
  for (var t = 0u; t < params.seqLen; t++) {
    let raw = zxbcdt[t * (2u * E + groupWidth + params.nHeads) + 2u * E + groupWidth + head] + bias;
    let own = clamp(softplus(raw), params.deltaMin, params.deltaMax);
    let delta = select(own, held, held >= 0.0) * turn[head];
    let Abar = exp(delta * A);
    let row = t * (E + groupWidth);
    let xt = xbc[row + e];
    var sum = D * xt;
    var moved = 0.0;
    var norm = 0.0;
    for (var n = 0u; n < dState; n++) {
      var B = xbc[row + firstB + n];
      var C = xbc[row + firstC + n];
      if (params.holdB == 1u) {
        B = turn[heldB + n];
      }
      if (params.holdC == 1u) {
        C = turn[heldC + n];
      }
      let before = state[n];
      let after = Abar * before + delta * B * xt;
      state[n] = after;
      sum += C * after;
      if (probed) {
        moved += (after - before) * (after - before);
        norm += after * after;
      }
    }
    let at = t * E + e;
    y[at] = gain * sum;
    if (!probed) {
      continue;
    }
    if (params.probeMoved != notAsked) {
      probe[params.probeMoved + at] = moved;
    }
    if (params.probeNorm != notAsked) {
      probe[params.probeNorm + at] = norm;
    }
    if (params.probeH != notAsked) {
      for (var n = 0u; n < dState; n++) {
        probe[params.probeH + at * dState + n] = state[n];
      }
    }
  }
  for (var n = 0u; n < dState; n++) {
    h[e * dState + n] = state[n];
  }
}
