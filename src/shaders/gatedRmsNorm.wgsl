// Mamba-2's norm before its last projection: y = RMSNorm(y · SiLU(z)) · weight, row by row.
// One workgroup a row.

struct Params {
  dInner: u32, // E
  stride: u32, // numbers between two rows of the projection
  epsilon: f32,
}

const lanes: u32 = 64;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> zxbcdt: array<f32>; // (L, stride): z | …
@group(0) @binding(2) var<storage, read> weight: array<f32>; // (E)
@group(0) @binding(3) var<storage, read_write> y: array<f32>; // (L, E)

var<workgroup> partial: array<f32, lanes>;

@compute @workgroup_size(lanes)
fn gatedRmsNorm(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = group.x * params.dInner;
  var sum = 0.0;
  for (var e = lane; e < params.dInner; e += lanes) {
    let z = zxbcdt[group.x * params.stride + e];
    let value = y[row + e] * z / (1.0 + exp(-z));
    y[row + e] = value;
    sum += value * value;
  }
  partial[lane] = sum;
  workgroupBarrier();
  for (var width = lanes / 2u; width > 0u; width /= 2u) {
    if (lane < width) {
      partial[lane] += partial[lane + width];
    }
    workgroupBarrier();
  }
  let scale = inverseSqrt(partial[0] / f32(params.dInner) + params.epsilon);
  for (var e = lane; e < params.dInner; e += lanes) {
    y[row + e] *= scale * weight[e];
  }
}
