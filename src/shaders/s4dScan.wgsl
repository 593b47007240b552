// S4D token by token (arXiv 2206.11893): for every channel, with Δ = exp(log_dt) and A = −exp(A_log) + i·A_imag,
//   Ā = exp(Δ A),  C' = C (Ā − 1) / A
//   h = Ā h + x,  y = (2 · Re(Σ_n C' h) + D x) · SiLU(z)
// Ā and C' are complex and the same at every token: the same computation is a convolution with a fixed kernel.
// One thread owns a channel and keeps its N conjugate pairs in registers; it loads some tokens ahead. The turn is what a reader may change in the
// running model: factors on Δ and A, a Δ held at a value of its own, the output's gain.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
  probeDelta: u32, // where in `probe` to write Δ, or notAsked
  probeMoved: u32, // … the squared change of the state, Σ_n |h_t − h_{t−1}|²
  probeNorm: u32, // … its squared size, Σ_n |h_t|²
  probeH: u32, // … the state itself
  probeY: u32, // … C · h + D x, times its gain, before the gate
}

const dState: u32 = 16; // specialised: N
const ahead: u32 = 4; // tokens loaded at a time
const probed: bool = false; // specialised: somebody asked for a plane of the probe
const notAsked: u32 = 0xffffffff;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(2) var<storage, read> xz: array<f32>; // (L, 2E): … | z
@group(0) @binding(3) var<storage, read> ssm: array<f32>; // (E, 4N + 2): A_log | A_imag | C real | C imaginary | D | log_dt
@group(0) @binding(4) var<storage, read> turn: array<f32>; // (4E): Δ× | A× | gain | Δ held or −1
@group(0) @binding(5) var<storage, read_write> h: array<f32>; // (E, 2N): real | imaginary
@group(0) @binding(6) var<storage, read_write> y: array<f32>; // (L, E)
@group(0) @binding(7) var<storage, read_write> probe: array<f32>; // planes at the offsets above

fn times(a: vec2f, b: vec2f) -> vec2f {
  return vec2f(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x);
}

// (cos v, sin v). WGSL's own may be off by 5e-4, which a state that lives for hundreds of tokens adds up: so v is
// brought to within π/4 of a multiple of π/2 (in three parts, so that nothing is rounded away), then the series.
fn cosSin(v: f32) -> vec2f {
  let quarter = round(v * 0.63661977);
  let r = ((v - quarter * 1.5703125) - quarter * 4.8375129e-4) - quarter * 7.5497899e-8;
  let r2 = r * r;
  let s = r * (1.0 - r2 / 6.0 * (1.0 - r2 / 20.0 * (1.0 - r2 / 42.0 * (1.0 - r2 / 72.0))));
  let c = 1.0 - r2 / 2.0 * (1.0 - r2 / 12.0 * (1.0 - r2 / 30.0 * (1.0 - r2 / 56.0)));
  switch (i32(quarter) & 3) {
    case 0: { return vec2f(c, s); }
    case 1: { return vec2f(-s, c); }
    case 2: { return vec2f(-c, -s); }
    default: { return vec2f(s, -c); }
  }
}

// (exp(v) − 1) / v. For small v the difference would round most of it away: terms of the series do better.
fn growth(v: vec2f) -> vec2f {
  if (dot(v, v) < 0.01) {
    let one = vec2f(1.0, 0.0);
    return one + times(v, 0.5 * one + times(v, one / 6.0 + v / 24.0 + times(v, v) / 120.0));
  }
  let change = exp(v.x) * cosSin(v.y) - vec2f(1.0, 0.0);
  return times(change, vec2f(v.x, -v.y)) / dot(v, v);
}

@compute @workgroup_size(64)
fn s4dScan(@builtin(global_invocation_id) id: vec3u) {
  let e = id.x;
  let E = params.dInner;
  if (e >= E) {
    return;
  }
  let row = e * (4u * dState + 2u);
  let D = ssm[row + 4u * dState];
  let held = turn[3u * E + e];
  let gain = turn[2u * E + e];
  let delta = select(exp(ssm[row + 4u * dState + 1u]), held, held >= 0.0) * turn[e];
  var Abar: array<vec2f, dState>;
  var C: array<vec2f, dState>;
  var state: array<vec2f, dState>;
  for (var n = 0u; n < dState; n++) {
    let A = vec2f(-exp(ssm[row + n]), ssm[row + dState + n]) * turn[E + e];
    let v = delta * A;
    let grown = growth(v); // (Ā − 1) / (Δ A), which has a limit where A is 0
    Abar[n] = vec2f(1.0, 0.0) + times(v, grown);
    if (dot(v, v) >= 0.01) {
      Abar[n] = exp(v.x) * cosSin(v.y);
    }
    C[n] = delta * times(vec2f(ssm[row + 2u * dState + n], ssm[row + 3u * dState + n]), grown);
    state[n] = vec2f(h[2u * e * dState + n], h[(2u * e + 1u) * dState + n]);
  }
  for (var first = 0u; first < params.seqLen; first += ahead) {
    var xs: array<f32, ahead>;
    var zs: array<f32, ahead>;
    for (var i = 0u; i < ahead; i++) { // unrolled
      let t = min(first + i, params.seqLen - 1u);
      xs[i] = x[t * E + e];
      zs[i] = xz[t * 2u * E + E + e];
    }
    for (var i = 0u; i < ahead; i++) { // unrolled
      let t = first + i;
      let xt = xs[i];
      let z = zs[i];
      if (t < params.seqLen) {
        let at = t * E + e;
        var sum = 0.0;
        var moved = 0.0;
        var norm = 0.0;
        for (var n = 0u; n < dState; n++) {
          let before = state[n];
          let after = times(Abar[n], before) + vec2f(xt, 0.0);
          state[n] = after;
          sum += C[n].x * after.x - C[n].y * after.y;
          if (probed) {
            moved += dot(after - before, after - before);
            norm += dot(after, after);
          }
        }
        let out = gain * (2.0 * sum + D * xt);
        y[at] = out * z / (1.0 + exp(-z));
        if (probed && params.probeDelta != notAsked) {
          probe[params.probeDelta + at] = delta;
        }
        if (probed && params.probeMoved != notAsked) {
          probe[params.probeMoved + at] = moved;
        }
        if (probed && params.probeNorm != notAsked) {
          probe[params.probeNorm + at] = norm;
        }
        if (probed && params.probeY != notAsked) {
          probe[params.probeY + at] = out;
        }
        if (probed && params.probeH != notAsked) {
          for (var n = 0u; n < dState; n++) {
            probe[params.probeH + at * 2u * dState + n] = state[n].x;
            probe[params.probeH + (at * 2u + 1u) * dState + n] = state[n].y;
          }
        }
      }
    }
  }
  for (var n = 0u; n < dState; n++) {
    h[2u * e * dState + n] = state[n].x;
    h[(2u * e + 1u) * dState + n] = state[n].y;
  }
}
