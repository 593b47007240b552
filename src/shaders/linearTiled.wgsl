// Linear layer for many tokens on a GPU: out = norm?(x) Wᵀ (+ bias) (+ out). The same as linear.wgsl, many times faster
// where many threads share a fast workgroup memory.
// A workgroup makes 64 outputs of 8·each tokens. It walks the inputs in slices of 16: all its threads bring a slice of x
// and of W into workgroup memory once, and each multiplies its own `each` tokens × 4 outputs out of it, in registers.

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
const each: u32 = 4; // specialised: tokens a thread, a multiple of 4
const fours: u32 = 1; // specialised: each / 4
const lanes: u32 = 128; // 8 groups of tokens × 16 groups of outputs
const depth: u32 = 16; // inputs a slice
const quads: u32 = 2u * each; // tokens of a workgroup by fours
const pitch: u32 = quads + 1u; // one more, or threads that write side by side would queue for one memory bank

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, xStride)
@group(0) @binding(2) var<storage, read> weight: array<vec4u>; // (K, M): transposed, M padded to octets
@group(0) @binding(3) var<storage, read> normWeight: array<f32>; // (K)
@group(0) @binding(4) var<storage, read> bias: array<f32>; // (M)
@group(0) @binding(5) var<storage, read_write> out: array<f32>; // (L, M)

var<workgroup> sliceX: array<vec4f, depth * pitch>; // (inputs, tokens by fours)
var<workgroup> sliceW: array<vec4f, depth * 16u>; // (inputs, outputs by fours)

// Brings 8 weights of one input, of outputs 8·octet … 8·octet + 7.
fn loadWeights(k: u32, octet: u32, to: u32) {
  let octets = (params.rows + 7u) / 8u;
  let at = min(k, params.cols - 1u) * octets + min(octet, octets - 1u);
  if (packed) {
    let w = weight[at];
    sliceW[to] = vec4f(unpack2x16float(w.x), unpack2x16float(w.y));
    sliceW[to + 1u] = vec4f(unpack2x16float(w.z), unpack2x16float(w.w));
  } else {
    sliceW[to] = bitcast<vec4f>(weight[2u * at]);
    sliceW[to + 1u] = bitcast<vec4f>(weight[2u * at + 1u]);
  }
}

@compute @workgroup_size(lanes)
fn linearTiled(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let token = group.y * 8u * each; // the workgroup's first
  let output = group.x * 64u; // … and its first output
  let mine = lane / 16u; // this thread's tokens are token + each·mine …
  let four = lane % 16u; // … its outputs output + 4·four …
  let input = lane % depth; // … and of a slice it brings this input of every eighth four of tokens
  var sums: array<vec4f, each>; // (tokens, outputs)
  var squares: array<vec4f, fours>;
  for (var first = 0u; first < params.cols; first += depth) {
    let k = first + input;
    let inside = k < params.cols;
    for (var i = 0u; i < fours; i++) { // unrolled
      let quad = lane / depth + 8u * i;
      let t = min(vec4u(token + 4u * quad) + vec4u(0u, 1u, 2u, 3u), vec4u(params.seqLen - 1u));
      let at = t * params.xStride + min(k, params.cols - 1u);
      var value = select(vec4f(0.0), vec4f(x[at.x], x[at.y], x[at.z], x[at.w]), inside);
      if (normed) {
        squares[i] += value * value;
        value *= normWeight[min(k, params.cols - 1u)];
      }
      sliceX[input * pitch + quad] = value;
    }
    loadWeights(first + lane / 8u, output / 8u + lane % 8u, 2u * lane);
    workgroupBarrier();
    for (var i = 0u; i < depth; i++) {
      let w = sliceW[i * 16u + four];
      for (var j = 0u; j < fours; j++) { // unrolled
        let value = sliceX[i * pitch + mine * (fours) + j];
        sums[4u * j] += value.x * w;
        sums[4u * j + 1u] += value.y * w;
        sums[4u * j + 2u] += value.z * w;
        sums[4u * j + 3u] += value.w * w;
      }
    }
    workgroupBarrier();
  }
  if (normed) {
    // 1 / √(mean(x²) + ε) is one factor for the whole row, so it can come last.
    for (var i = 0u; i < fours; i++) { // unrolled
      sliceX[input * pitch + lane / depth + 8u * i] = squares[i];
    }
    workgroupBarrier();
    for (var j = 0u; j < fours; j++) { // unrolled
      var square = vec4f(0.0);
      for (var i = 0u; i < depth; i++) {
        square += sliceX[i * pitch + mine * (fours) + j];
      }
      let scale = inverseSqrt(square / f32(params.cols) + params.epsilon);
      for (var i = 0u; i < 4u; i++) { // unrolled
        sums[4u * j + i] *= scale[i];
      }
    }
  }
  for (var j = 0u; j < each; j++) { // unrolled
    let t = token + each * mine + j;
    for (var i = 0u; i < 4u; i++) { // unrolled
      let row = output + 4u * four + i;
      if (t < params.seqLen && row < params.rows) {
        store(t * params.rows + row, row, sums[j][i]);
      }
    }
  }
}

fn store(at: u32, row: u32, sum: f32) {
  var value = sum;
  if (biased) {
    value += bias[row];
  }
  if (added) {
    value += out[at];
  }
  out[at] = value;
}
