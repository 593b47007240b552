// S4D's convolution kernel, K̄_l = 2 · Re(Σ_n C'_n Ā_nˡ) (arXiv 2206.11893, eq. 3): a Vandermonde product, Āˡ = exp(l ΔA).
// With W = C' Ā h₀ for C' it is what the state before the first token says at token l. One thread a channel and l.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
  weights: u32, // where C' (or W) begins among the constants of a channel
}

const dState: u32 = 16; // specialised: N

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> constants: array<f32>; // (E, 8N): ΔA | Ā | C' | W, each real | imaginary
@group(0) @binding(2) var<storage, read_write> kernel: array<f32>; // (L, E)

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

@compute @workgroup_size(64)
fn s4dKernel(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(num_workgroups) size: vec3u,
) {
  let E = params.dInner;
  let e = id.x;
  if (e >= E) {
    return;
  }
  for (var l = id.y; l < params.seqLen; l += size.y) {
    var sum = 0.0;
    for (var n = 0u; n < dState; n++) {
      let at = 8u * e * dState + n;
      let power = exp(f32(l) * constants[at]) * cosSin(f32(l) * constants[at + dState]);
      sum += constants[at + params.weights] * power.x - constants[at + params.weights + dState] * power.y;
    }
    kernel[l * E + e] = 2.0 * sum;
  }
}
