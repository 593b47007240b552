// Linear layer for many tokens: out = norm?(x) Wᵀ (+ bias) (+ out). For adapters that a CPU emulates, on which few
// threads with much work each do best and waiting for each other is dear; a real GPU runs linearTiled.wgsl.
// A thread makes 8 outputs of 4 tokens, all in registers: one wide load brings 8 weights, which serve 4 tokens;
// neighbouring threads load neighbouring words, and x is the same for the whole workgroup. No barriers.

struct Params {
  seqLen: u32, // L, tokens
  rows: u32, // M, outputs
  cols: u32, // K, inputs
  xStride: u32, // numbers between two rows of x
  epsilon: f32,
}

const packed: bool = true; // specialised: weights are f16, two in each word, or f32
const normed: bool = false; // specialised: RMS-normalise each row of x first
const biased: bool = false; // specialised: add a bias
const added: bool = false; // specialised: add to what is there (residual)

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, xStride)
@group(0) @binding(2) var<storage, read> weight: array<vec4u>; // (K, M): transposed, M padded to octets
@group(0) @binding(3) var<storage, read> normWeight: array<f32>; // (K)
@group(0) @binding(4) var<storage, read> bias: array<f32>; // (M)
@group(0) @binding(5) var<storage, read_write> out: array<f32>; // (L, M)

struct Octet {
  low: vec4f,
  high: vec4f,
}

// Weights of input k towards outputs 8·octet … 8·octet + 7.
fn weightOctet(k: u32, octet: u32) -> Octet {
  let at = k * ((params.rows + 7u) / 8u) + octet;
  if (packed) {
    let w = weight[at];
    return Octet(
      vec4f(unpack2x16float(w.x), unpack2x16float(w.y)),
      vec4f(unpack2x16float(w.z), unpack2x16float(w.w)),
    );
  }
  return Octet(bitcast<vec4f>(weight[2u * at]), bitcast<vec4f>(weight[2u * at + 1u]));
}

fn store(t: u32, octet: u32, sums: Octet, square: f32) {
  if (t >= params.seqLen) {
    return;
  }
  var scale = 1.0;
  if (normed) {
    // 1 / √(mean(x²) + ε) is one factor for the whole row, so it can come last.
    scale = inverseSqrt(square / f32(params.cols) + params.epsilon);
  }
  for (var i = 0u; i < 8u; i++) {
    let row = 8u * octet + i;
    if (row >= params.rows) {
      return;
    }
    let at = t * params.rows + row;
    var value = scale * select(sums.high[i % 4u], sums.low[i % 4u], i < 4u);
    if (biased) {
      value += bias[row];
    }
    if (added) {
      value += out[at];
    }
    out[at] = value;
  }
}

@compute @workgroup_size(32)
fn linear(@builtin(global_invocation_id) id: vec3u) {
  let octet = id.x;
  let t = 4u * id.y;
  if (8u * octet >= params.rows) {
    return;
  }
  // Where each token's row of x begins. Past the last token, read it again; nothing is written for those.
  let at = min(vec4u(t, t + 1u, t + 2u, t + 3u), vec4u(params.seqLen - 1u)) * params.xStride;
  var first = Octet();
  var second = Octet();
  var third = Octet();
  var fourth = Octet();
  var squares = vec4f(0.0);
  for (var k = 0u; k < params.cols; k++) {
    let w = weightOctet(k, octet);
    var value = vec4f(x[at.x + k], x[at.y + k], x[at.z + k], x[at.w + k]);
    if (normed) {
      squares += value * value;
      value *= normWeight[k];
    }
    first.low += value.x * w.low;
    first.high += value.x * w.high;
    second.low += value.y * w.low;
    second.high += value.y * w.high;
    third.low += value.z * w.low;
    third.high += value.z * w.high;
    fourth.low += value.w * w.low;
    fourth.high += value.w * w.high;
  }
  store(t, octet, first, squares.x);
  store(t + 1u, octet, second, squares.y);
  store(t + 2u, octet, third, squares.z);
  store(t + 3u, octet, fourth, squares.w);
}
