// Root-mean-square norm: out = x / sqrt(mean(x²) + ε) · weight, row by row (arXiv 1910.07467, eq. 4).
// One workgroup a row.

struct Params {
  cols: u32, // D
  epsilon: f32,
}

const lanes: u32 = 64;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, D)
@group(0) @binding(2) var<storage, read> weight: array<f32>; // (D)
@group(0) @binding(3) var<storage, read_write> out: array<f32>; // (L, D)

var<workgroup> partial: array<f32, lanes>;

@compute @workgroup_size(lanes)
fn rmsNorm(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = group.x * params.cols;
  var sum = 0.0;
  for (var i = lane; i < params.cols; i += lanes) {
    sum += x[row + i] * x[row + i];
  }
  partial[lane] = sum;
  workgroupBarrier();
  for (var width = lanes / 2u; width > 0u; width /= 2u) {
    if (lane < width) {
      partial[lane] += partial[lane + width];
    }
    workgroupBarrier();
  }
  let scale = inverseSqrt(partial[0] / f32(params.cols) + params.epsilon);
  for (var i = lane; i < params.cols; i += lanes) {
    out[row + i] = x[row + i] * scale * weight[i];
  }
}
