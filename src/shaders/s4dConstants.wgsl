// What S4D's SSM is made of (arXiv 2206.11893), the same at every token. For every channel and state, with
// Δ = exp(log_dt) and A = −exp(A_log) + i·A_imag:
//   ΔA,  Ā = exp(ΔA),  C' = C (Ā − 1) / A,  and W = C' Ā h₀, by which the state before the first token speaks
// One thread a channel and state. The turn is what a reader may change in the running model: here factors on Δ and A
// and a Δ held at a value of its own; s4dOutput and s4dContract apply its gain.

struct Params {
  dInner: u32, // E
}

const dState: u32 = 16; // specialised: N
const started: bool = false; // specialised: there is a state before the first token

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> ssm: array<f32>; // (E, 4N + 2): A_log | A_imag | C real | C imaginary | D | log_dt
@group(0) @binding(2) var<storage, read> turn: array<f32>; // (4E): Δ× | A× | gain | Δ held or −1
@group(0) @binding(3) var<storage, read> h: array<f32>; // (E, 2N): real | imaginary
@group(0) @binding(4) var<storage, read_write> constants: array<f32>; // (E, 8N): ΔA | Ā | C' | W, each real | imaginary

fn times(a: vec2f, b: vec2f) -> vec2f {
  return vec2f(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x);
}

// (cos v, sin v). WGSL's own may be off by 5e-4: v is brought to within π/4 of a multiple of π/2 (in three parts, so that
// nothing is rounded away), then the series.
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

// An angle less its whole turns: its multiples are the same and smaller, so they round less.
fn wrapped(v: f32) -> f32 {
  let turns = round(v * 0.15915494);
  return ((v - turns * 6.28125) - turns * 1.9350052e-3) - turns * 3.0199159e-7;
}

@compute @workgroup_size(64)
fn s4dConstants(@builtin(global_invocation_id) id: vec3u) {
  let e = id.x / dState;
  let n = id.x % dState;
  if (e >= params.dInner) {
    return;
  }
  let row = e * (4u * dState + 2u);
  let held = turn[3u * params.dInner + e];
  let delta = select(exp(ssm[row + 4u * dState + 1u]), held, held >= 0.0) * turn[e];
  let A = vec2f(-exp(ssm[row + n]), ssm[row + dState + n]) * turn[params.dInner + e];
  let v = delta * A;
  let grown = growth(v);
  var Abar = vec2f(1.0, 0.0) + times(v, grown);
  if (dot(v, v) >= 0.01) {
    Abar = exp(v.x) * cosSin(v.y);
  }
  let C = delta * times(vec2f(ssm[row + 2u * dState + n], ssm[row + 3u * dState + n]), grown);
  let at = 8u * e * dState + n;
  constants[at] = v.x;
  constants[at + dState] = wrapped(v.y);
  constants[at + 2u * dState] = Abar.x;
  constants[at + 3u * dState] = Abar.y;
  constants[at + 4u * dState] = C.x;
  constants[at + 5u * dState] = C.y;
  if (started) {
    let W = times(times(C, Abar), vec2f(h[2u * e * dState + n], h[(2u * e + 1u) * dState + n]));
    constants[at + 6u * dState] = W.x;
    constants[at + 7u * dState] = W.y;
  }
}
