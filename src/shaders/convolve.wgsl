// A causal convolution over the whole sequence, directly: y_t = Σ_{j ≤ t} K̄_{t−j} x_j, channel by channel.
// One thread a channel and four tokens: the four numbers of the kernel that meet x_j are a window that moves by one with
// every j, so that a step reads two numbers for its four products.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> kernel: array<f32>; // (L, E)
@group(0) @binding(2) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(3) var<storage, read_write> y: array<f32>; // (L, E)

@compute @workgroup_size(64)
fn convolve(@builtin(global_invocation_id) id: vec3u) {
  let E = params.dInner;
  let e = id.x;
  let first = 4u * id.y;
  let end = min(first + 4u, params.seqLen);
  if (e >= E) {
    return;
  }
  var window = vec4f(0.0); // K̄_{first−j}, …, K̄_{first+3−j}; zero before the kernel begins
  var sum = vec4f(0.0);
  for (var back = 0u; back < first + 4u; back++) {
    let j = first + 3u - back;
    window = vec4f(window.yzw, kernel[min(back, params.seqLen - 1u) * E + e]);
    if (j < params.seqLen) {
      sum += window * x[j * E + e];
    }
  }
  for (var i = 0u; i < end - first; i++) {
    y[(first + i) * E + e] = sum[i];
  }
}
