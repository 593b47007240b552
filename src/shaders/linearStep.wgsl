// Linear layer for one token: out = norm?(x) Wᵀ (+ bias) (+ out).
// Some threads share 8 outputs: each sums a slice of the inputs, eight at a time, so that one wait for memory serves
// eight wide loads of 8 weights. They meet at a single barrier, and one thread an output adds up what they found.

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
const slices: u32 = 16; // specialised: threads that share a group; few where a CPU emulates the GPU
const ahead: u32 = 8; // inputs a thread loads at a time

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, xStride)
@group(0) @binding(2) var<storage, read> weight: array<vec4u>; // (K, M): transposed, M padded to octets
@group(0) @binding(3) var<storage, read> normWeight: array<f32>; // (K)
@group(0) @binding(4) var<storage, read> bias: array<f32>; // (M)
@group(0) @binding(5) var<storage, read_write> out: array<f32>; // (1, M)

var<workgroup> partial: array<vec4f, 2u * slices * octets>; // (half of an octet, slices, octets)
var<workgroup> partialSquares: array<f32, slices>;

@compute @workgroup_size(octets, slices)
fn linearStep(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_id) local: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let padded = (params.rows + 7u) / 8u;
  let octet = min(group.x * octets + local.x, padded - 1u);
  let firstX = params.firstRow * params.xStride;
  var low = vec4f(0.0);
  var high = vec4f(0.0);
  var squares = 0.0;
  for (var first = local.y; first < params.cols; first += slices * ahead) {
    var values: array<f32, ahead>;
    var lows: array<vec4f, ahead>;
    var highs: array<vec4f, ahead>;
    for (var i = 0u; i < ahead; i++) { // unrolled
      let k = min(first + slices * i, params.cols - 1u);
      values[i] = select(0.0, x[firstX + k], first + slices * i < params.cols);
      if (normed) {
        squares += values[i] * values[i];
        values[i] *= normWeight[k];
      }
      let at = k * padded + octet;
      if (packed) {
        let w = weight[at];
        lows[i] = vec4f(unpack2x16float(w.x), unpack2x16float(w.y));
        highs[i] = vec4f(unpack2x16float(w.z), unpack2x16float(w.w));
      } else {
        lows[i] = bitcast<vec4f>(weight[2u * at]);
        highs[i] = bitcast<vec4f>(weight[2u * at + 1u]);
      }
    }
    for (var i = 0u; i < ahead; i++) { // unrolled
      low += values[i] * lows[i];
      high += values[i] * highs[i];
    }
  }
  partial[lane] = low;
  partial[octets * slices + lane] = high;
  if (local.x == 0u) {
    partialSquares[local.y] = squares;
  }
  workgroupBarrier();
  // The first 32 threads finish an output each: one of 4 in one of 2 halves of one of the octets.
  let half = lane / (4u * octets);
  let mine = lane / 4u % octets;
  let row = 8u * (group.x * octets + mine) + 4u * half + lane % 4u;
  if (half > 1u || row >= params.rows) {
    return;
  }
  var value = 0.0;
  var square = 0.0;
  for (var i = 0u; i < slices; i++) { // unrolled
    value += partial[half * octets * slices + i * octets + mine][lane % 4u];
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
