// One token of the selective SSM, for generation: dt_proj, softplus, discretisation, recurrence, read-out,
// D skip and gate in one pass. The same equations as selectiveScan.wgsl, and the same turn:
//   Δ = softplus(W_dt · dt + bias),  Ā = exp(Δ A),  B̄ = Δ B
//   h = Ā h + B̄ x,  y = (C · h + D x) · SiLU(z)
// One thread a channel. The state is the only memory that the model has of the text so far.

struct Params {
  dInner: u32, // E
  dtRank: u32, // R
  holdB: u32, // 1: B is the turn's, not the token's
  holdC: u32, // … and so is C
  probeDelta: u32, // where in `probe` to write Δ, or notAsked
  probeMoved: u32, // … the squared change of the state, Σ_n (h_t − h_{t−1})²
  probeNorm: u32, // … its squared size, Σ_n h_t²
  probeH: u32, // … the state itself
  probeY: u32, // … C · h + D x, times its gain, before the gate
}

const dState: u32 = 16; // specialised: N
const packed: bool = true; // specialised: weights are f16, two in each word, or f32
const probed: bool = false; // specialised: somebody asked for a plane of the probe
const notAsked: u32 = 0xffffffff;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xz: array<f32>; // (1, 2E): … | z
@group(0) @binding(2) var<storage, read> dtWeight: array<u32>; // (R, E): transposed, E padded to octets
@group(0) @binding(3) var<storage, read> dbc: array<f32>; // (1, R + 2N): low-rank Δ | B | C
@group(0) @binding(4) var<storage, read> ssm: array<f32>; // (E, N + 2): A_log | D | bias of Δ
@group(0) @binding(5) var<storage, read> turn: array<f32>; // (4E + 2N): Δ× | A× | gain | Δ held or −1 | B | C
@group(0) @binding(6) var<storage, read_write> h: array<f32>; // (E, N)
@group(0) @binding(7) var<storage, read_write> y: array<f32>; // (1, E): x comes in, the output goes out
@group(0) @binding(8) var<storage, read_write> probe: array<f32>; // planes at the offsets above

fn weightAt(k: u32, row: u32) -> f32 {
  let at = k * ((params.dInner + 7u) / 8u * 8u) + row;
  if (packed) {
    return unpack2x16float(dtWeight[at / 2u])[at % 2u];
  }
  return bitcast<f32>(dtWeight[at]);
}

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
fn selectiveStep(@builtin(global_invocation_id) id: vec3u) {
  let e = id.x;
  let E = params.dInner;
  if (e >= E) {
    return;
  }
  let row = e * (dState + 2u);
  var pre = ssm[row + dState + 1u];
  for (var k = 0u; k < params.dtRank; k++) {
    pre += weightAt(k, e) * dbc[k];
  }
  let held = turn[3u * E + e];
  let delta = select(softplus(pre), held, held >= 0.0) * turn[e];
  let xt = y[e];
  var sum = ssm[row + dState] * xt;
  var moved = 0.0;
  var norm = 0.0;
  for (var n = 0u; n < dState; n++) {
    var B = dbc[params.dtRank + n];
    var C = dbc[params.dtRank + dState + n];
    if (params.holdB == 1u) {
      B = turn[4u * E + n];
    }
    if (params.holdC == 1u) {
      C = turn[4u * E + dState + n];
    }
    let A = -exp(ssm[row + n]) * turn[E + e];
    let Abar = exp(delta * A);
    let Bbar = delta * B;
    let before = h[e * dState + n];
    let after = Abar * before + Bbar * xt;
    h[e * dState + n] = after;
    sum += C * after;
    if (probed) {
      moved += (after - before) * (after - before);
      norm += after * after;
    }
    if (probed && params.probeH != notAsked) {
      probe[params.probeH + e * dState + n] = after;
    }
  }
  let z = xz[E + e];
  let out = turn[2u * E + e] * sum;
  y[e] = out * z / (1.0 + exp(-z));
  if (!probed) {
    return;
  }
  if (params.probeDelta != notAsked) {
    probe[params.probeDelta + e] = delta;
  }
  if (params.probeMoved != notAsked) {
    probe[params.probeMoved + e] = moved;
  }
  if (params.probeNorm != notAsked) {
    probe[params.probeNorm + e] = norm;
  }
  if (params.probeY != notAsked) {
    probe[params.probeY + e] = out;
  }
}
