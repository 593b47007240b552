// Depthwise causal convolution over time, then SiLU (Mamba §3.4): each channel sees its last K inputs.
// A thread walks a block of tokens of one channel and keeps the window in registers; the last K − 1 inputs are
// carried from call to call. This short filter is not the long convolution of S4.

struct Params {
  seqLen: u32, // L
  dInner: u32, // E, channels
  stride: u32, // numbers between two rows of the input
  firstColumn: u32, // where the channels begin in a row
}

const dConv: u32 = 4; // specialised: K
const kept: bool = false; // specialised: somebody asked for the sums before SiLU
const blockLen: u32 = max(32u, dConv); // tokens a thread; only the first block may look before the call

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> input: array<f32>; // (L, stride): … | E channels | …
@group(0) @binding(2) var<storage, read> weight: array<f32>; // (E, K), the last column for the newest token
@group(0) @binding(3) var<storage, read> bias: array<f32>; // (E)
@group(0) @binding(4) var<storage, read_write> state: array<f32>; // (E, K − 1), oldest first
@group(0) @binding(5) var<storage, read_write> out: array<f32>; // (L, E)
@group(0) @binding(6) var<storage, read_write> sums: array<f32>; // (L, E), if kept

// Input at time t of this call; negative times lie in the carried state.
fn inputAt(e: u32, t: i32) -> f32 {
  if (t < 0) {
    return state[e * (dConv - 1u) + u32(i32(dConv) - 1 + t)];
  }
  return input[u32(t) * params.stride + params.firstColumn + e];
}

@compute @workgroup_size(64)
fn causalConv1d(@builtin(global_invocation_id) id: vec3u) {
  let e = id.x;
  if (e >= params.dInner) {
    return;
  }
  let first = id.y * blockLen;
  let end = min(first + blockLen, params.seqLen);
  var window: array<f32, dConv>; // inputs t − K + 1 … t
  for (var k = 1u; k < dConv; k++) {
    window[k] = inputAt(e, i32(first) - i32(dConv) + i32(k));
  }
  for (var t = first; t < end; t++) {
    for (var k = 1u; k < dConv; k++) {
      window[k - 1u] = window[k];
    }
    window[dConv - 1u] = inputAt(e, i32(t));
    var sum = bias[e];
    for (var k = 0u; k < dConv; k++) {
      sum += weight[e * dConv + k] * window[k];
    }
    out[t * params.dInner + e] = sum / (1.0 + exp(-sum));
    if (kept) {
      sums[t * params.dInner + e] = sum;
    }
  }
  // The thread that has read the carried inputs is the one that replaces them.
  if (first == 0u) {
    var next: array<f32, dConv>;
    for (var k = 1u; k < dConv; k++) {
      next[k] = inputAt(e, i32(params.seqLen) - i32(dConv) + i32(k));
    }
    for (var k = 1u; k < dConv; k++) {
      state[e * (dConv - 1u) + k - 1u] = next[k];
    }
  }
}
