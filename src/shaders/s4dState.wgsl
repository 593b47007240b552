// S4D's state after a sequence that was computed as a convolution: Ā^L h₀ + Σ_j Ā^{L−1−j} x_j by Horner's rule,
// h = Ā h + x. One thread a channel and state; tokens are loaded many at a time.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
}

const dState: u32 = 16; // specialised: N
const ahead: u32 = 16; // tokens loaded at a time

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
  var inputs: array<f32, ahead>;
  for (var first = 0u; first < params.seqLen; first += ahead) {
    for (var i = 0u; i < ahead; i++) { // unrolled
      inputs[i] = x[min(first + i, params.seqLen - 1u) * E + e];
    }
    for (var i = 0u; i < ahead; i++) { // unrolled
      if (first + i < params.seqLen) {
        state = vec2f(
          Abar.x * state.x - Abar.y * state.y + inputs[i],
          Abar.x * state.y + Abar.y * state.x,
        );
      }
    }
  }
  h[at] = state.x;
  h[at + dState] = state.y;
}
