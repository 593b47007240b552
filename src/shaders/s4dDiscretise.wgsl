// S4D's SSM as pairs (Ā, x) in memory, for a scan over them: Ā is the same at every token, and x is real; B̄ is part of
// C'. One thread a channel and state.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
}

const dState: u32 = 16; // specialised: N

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> constants: array<f32>; // (E, 8N): ΔA | Ā | C' | W, each real | imaginary
@group(0) @binding(2) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(3) var<storage, read_write> Abar: array<f32>; // (L, E, 2N): real | imaginary
@group(0) @binding(4) var<storage, read_write> Bx: array<f32>; // (L, E, 2N): real | imaginary

@compute @workgroup_size(64)
fn s4dDiscretise(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(num_workgroups) size: vec3u,
) {
  let E = params.dInner;
  let e = id.x / dState;
  let n = id.x % dState;
  if (e >= E) {
    return;
  }
  for (var t = id.y; t < params.seqLen; t += size.y) {
    let at = 2u * (t * E + e) * dState + n;
    Abar[at] = constants[(8u * e + 2u) * dState + n];
    Abar[at + dState] = constants[(8u * e + 3u) * dState + n];
    Bx[at] = x[t * E + e];
    Bx[at + dState] = 0.0;
  }
}
