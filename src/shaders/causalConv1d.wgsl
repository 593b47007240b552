// Depthwise causal convolution over time, then SiLU (Mamba §3.4): each channel sees its last K inputs.
// One thread a channel walks the tokens and keeps the window in registers; it carries the last K − 1 inputs
// from call to call. This short filter is not the long convolution of S4.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E, channels
  stride: u32, // numbers between two rows of the input
  firstColumn: u32, // where the channels begin in a row
}

const dConv: u32 = 4; // specialised: K

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> input: array<f32>; // (L, stride): … | E channels | …
@group(0) @binding(2) var<storage, read> weight: array<f32>; // (E, K), the last column for the newest token
@group(0) @binding(3) var<storage, read> bias: array<f32>; // (E)
@group(0) @binding(4) var<storage, read_write> state: array<f32>; // (E, K − 1), oldest first
@group(0) @binding(5) var<storage, read_write> out: array<f32>; // (L, E)

@compute @workgroup_size(64)
fn causalConv1d(@builtin(global_invocation_id) id: vec3u) {
  let e = id.x;
  if (e >= params.dInner) {
    return;
  }
  let past = dConv - 1u;
  var window: array<f32, dConv>;
  for (var k = 0u; k < past; k++) {
    window[k + 1u] = state[e * past + k];
  }
  for (var t = 0u; t < params.seqLen; t++) {
    for (var k = 0u; k < past; k++) {
      window[k] = window[k + 1u];
    }
    window[past] = input[t * params.stride + params.firstColumn + e];
    var sum = bias[e];
    for (var k = 0u; k < dConv; k++) {
      sum += weight[e * dConv + k] * window[k];
    }
    out[t * params.dInner + e] = sum / (1.0 + exp(-sum));
  }
  for (var k = 0u; k < past; k++) {
    state[e * past + k] = window[k + 1u];
  }
}
