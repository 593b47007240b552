// One token of the selective SSM, for generation: dt_proj, softplus, discretisation, recurrence, read-out,
// D skip and gate in one pass. The same equations as selectiveScan.wgsl:
//   Δ = softplus(W_dt · dt + bias) · deltaScale,  Ā = exp(Δ A),  B̄ = Δ B
//   h = Ā h + B̄ x,  y = (C · h + D x) · SiLU(z)
// One thread a channel. The state is the only memory that the model has of the text so far.

struct Params {
  dInner: u32, // E
  dtRank: u32, // R
  deltaScale: f32, // intervention on Δ, 1 = untouched
  aScale: f32, // intervention on A, 1 = untouched
  probeDelta: u32, // where in `probe` to write Δ, or notAsked
  probeMoved: u32, // … the squared change of the state, Σ_n (h_t − h_{t−1})²
  probeNorm: u32, // … its squared size, Σ_n h_t²
  probeH: u32, // … the state itself
}

const dState: u32 = 16; // specialised: N
const packed: bool = true; // specialised: weights are f16, two in each word, or f32
const notAsked: u32 = 0xffffffff;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (1, E)
@group(0) @binding(2) var<storage, read> xz: array<f32>; // (1, 2E): … | z
@group(0) @binding(3) var<storage, read> dtWeight: array<u32>; // (R, E): transposed, E padded to octets
@group(0) @binding(4) var<storage, read> dbc: array<f32>; // (1, R + 2N): low-rank Δ | B | C
@group(0) @binding(5) var<storage, read> ssm: array<f32>; // (E, N + 2): A_log | D | bias of Δ
@group(0) @binding(6) var<storage, read_write> h: array<f32>; // (E, N)
@group(0) @binding(7) var<storage, read_write> y: array<f32>; // (1, E)
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
  if (e >= params.dInner) {
    return;
  }
  let row = e * (dState + 2u);
  var pre = ssm[row + dState + 1u];
  for (var k = 0u; k < params.dtRank; k++) {
    pre += weightAt(k, e) * dbc[k];
  }
  let delta = softplus(pre) * params.deltaScale;
  let xt = x[e];
  var sum = ssm[row + dState] * xt;
  var moved = 0.0;
  var norm = 0.0;
  for (var n = 0u; n < dState; n++) {
    let A = -exp(ssm[row + n]) * params.aScale;
    let Abar = exp(delta * A);
    let Bbar = delta * dbc[params.dtRank + n];
    let before = h[e * dState + n];
    let after = Abar * before + Bbar * xt;
    h[e * dState + n] = after;
    sum += dbc[params.dtRank + dState + n] * after;
    moved += (after - before) * (after - before);
    norm += after * after;
    if (params.probeH != notAsked) {
      probe[params.probeH + e * dState + n] = after;
    }
  }
  let z = xz[params.dInner + e];
  y[e] = sum * z / (1.0 + exp(-z));
  if (params.probeDelta != notAsked) {
    probe[params.probeDelta + e] = delta;
  }
  if (params.probeMoved != notAsked) {
    probe[params.probeMoved + e] = moved;
  }
  if (params.probeNorm != notAsked) {
    probe[params.probeNorm + e] = norm;
  }
}
