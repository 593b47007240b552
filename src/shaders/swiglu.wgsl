// The gate of the Transformer's MLP: out = SiLU(gate) · up (arXiv 2002.05202, eq. 6). One thread a number.

struct Params {
  width: u32, // F
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> gateUp: array<f32>; // (L, 2F): gate | up
@group(0) @binding(2) var<storage, read_write> out: array<f32>; // (L, F)

@compute @workgroup_size(64)
fn swiglu(@builtin(global_invocation_id) id: vec3u) {
  let F = params.width;
  if (id.x >= F) {
    return;
  }
  let gate = gateUp[2u * id.y * F + id.x];
  out[id.y * F + id.x] = gate / (1.0 + exp(-gate)) * gateUp[(2u * id.y + 1u) * F + id.x];
}
