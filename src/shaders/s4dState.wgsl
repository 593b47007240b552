// S4D's state after a sequence that was computed as a convolution: Ā^L h₀ + Σ_j Ā^{L−1−j} x_j by Horner's rule,
// h = Ā h + x. One thread a channel and state.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
}

const dState: u32 = 16; // specialised: N

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> constants: array<f32>; // (E, 8N): ΔA | Ā | C' | W, each real | imaginary
@group(0) @binding(2) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(3) var<storage, read_write> h: array<f32>; // (E, 2N): real | imaginary

@compute @workgroup_size(64)
fn s4dState(@builtin(global_invocation_id) id: vec3u) {
  let E = params.dInner;
  let e = id.x / dState;
  let n = id.x % dState;
  if (e >= E) {
    return;
  }
  let Abar = vec2f(
    constants[(8u * e + 2u) * dState + n],
    constants[(8u * e + 3u) * dState + n],
  );
  let at = 2u * e * dState + n;
  var state = vec2f(h[at], h[at + dState]);
  for (var t = 0u; t < params.seqLen; t++) {
    state = vec2f(
      Abar.x * state.x - Abar.y * state.y + x[t * E + e],
      Abar.x * state.y + Abar.y * state.x,
    );
  }
  h[at] = state.x;
  h[at + dState] = state.y;
}
