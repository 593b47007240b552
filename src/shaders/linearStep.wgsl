// Linear layer for one token: out = norm?(x) Wᵀ (+ bias) (+ out).
// A thread sums 8 outputs over an eighth of the inputs: one wide load brings 8 weights. The 8 threads that share
// the outputs meet at a single barrier, and each finishes one of them.

struct Params {
  rows: u32, // M, outputs
  cols: u32, // K, inputs
  xStride: u32, // numbers between two rows of x
  firstRow: u32, // row of x that is read
  epsilon: f32,
}

const packed: bool = true; // specialised: weights are f16, two in each word, or f32
const normed: bool = false; // specialised: RMS-normalise x first
const biased: bool = false; // specialised: add a bias
const added: bool = false; // specialised: add to what is there (residual)
const octets: u32 = 4; // groups of 8 outputs a workgroup
const slices: u32 = 8; // threads that share a group

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, xStride)
@group(0) @binding(2) var<storage, read> weight: array<vec4u>; // (K, M): transposed, M padded to octets
@group(0) @binding(3) var<storage, read> normWeight: array<f32>; // (K)
@group(0) @binding(4) var<storage, read> bias: array<f32>; // (M)
@group(0) @binding(5) var<storage, read_write> out: array<f32>; // (1, M)

struct Octet {
  low: vec4f,
  high: vec4f,
}

var<workgroup> partial: array<array<array<f32, 8>, octets>, slices>;
var<workgroup> partialSquares: array<f32, slices>;

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

@compute @workgroup_size(octets, slices)
fn linearStep(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_id) local: vec3u,
) {
  let slice = local.y;
  let octet = group.x * octets + local.x;
  let share = (params.cols + slices - 1u) / slices;
  let end = min((slice + 1u) * share, params.cols);
  let firstX = params.firstRow * params.xStride;
  var sums = Octet();
  var squares = 0.0;
  if (8u * octet < params.rows) {
    for (var k = slice * share; k < end; k++) {
      var value = x[firstX + k];
      if (normed) {
        squares += value * value;
        value *= normWeight[k];
      }
      let w = weightOctet(k, octet);
      sums.low += value * w.low;
      sums.high += value * w.high;
    }
  }
  for (var i = 0u; i < 4u; i++) {
    partial[slice][local.x][i] = sums.low[i];
    partial[slice][local.x][i + 4u] = sums.high[i];
  }
  if (local.x == 0u) {
    partialSquares[slice] = squares;
  }
  workgroupBarrier();
  let row = 8u * octet + slice;
  if (row >= params.rows) {
    return;
  }
  var value = 0.0;
  var square = 0.0;
  for (var i = 0u; i < slices; i++) {
    value += partial[i][local.x][slice];
    square += partialSquares[i];
  }
  if (normed) {
    // 1 / √(mean(x²) + ε) is one factor for the whole row, so it can come last.
    value *= inverseSqrt(square / f32(params.cols) + params.epsilon);
  }
  if (biased) {
    value += bias[row];
  }
  if (added) {
    value += out[row];
  }
  out[row] = value;
}
