// Some columns of a table, side by side: so that whoever reads a part of a tensor back reads that part only.
// One thread a number.

struct Params {
  first: u32, // where in `input` the first number of the first row lies
  stride: u32, // numbers between two rows of the input
  width: u32, // columns
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> input: array<f32>; // (L, stride), from `first` on
@group(0) @binding(2) var<storage, read_write> out: array<f32>; // (L, width)

@compute @workgroup_size(64)
fn columns(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < params.width) {
    out[id.y * params.width + id.x] = input[id.y * params.stride + params.first + id.x];
  }
}
