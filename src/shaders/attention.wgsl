// Causal attention for many tokens: y = softmax(q·k / √P) v over the cache (arXiv 1706.03762, eq. 1), without a matrix of
// L × L numbers in memory (FlashAttention, arXiv 2205.14135, §3.1). A thread owns a token's query of one head and the
// mean that it has so far, both in registers. Keys and values pass by in tiles that a workgroup's 64 tokens share; when
// a score is higher than all before it, what was summed up so far is scaled down to it.

struct Params {
  seqLen: u32, // L
  position: u32, // place in the text of the first row's token
  nHeads: u32, // H
  nKvHeads: u32, // G
}

const headDim: u32 = 64; // specialised: P, even
const fours: u32 = 16; // specialised: P / 4, rounded up
const keys: u32 = 32; // specialised: keys and values a tile, as many as 16 KB take
const queries: u32 = 64; // tokens a workgroup

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> qkv: array<f32>; // (L, (H + 2G)·P): q, rotated | …
@group(0) @binding(2) var<storage, read> cache: array<f32>; // (capacity, 2·G·P): keys, rotated | values
@group(0) @binding(3) var<storage, read_write> y: array<f32>; // (L, H·P)

var<workgroup> tileK: array<array<vec4f, fours>, keys>;
var<workgroup> tileV: array<array<vec4f, fours>, keys>;

// Numbers i … i + 3 of the head that begins there, zeros past its end.
fn queryFour(begin: u32, i: u32) -> vec4f {
  var four = vec4f(qkv[begin + i], qkv[begin + i + 1u], 0.0, 0.0);
  if (i + 2u < headDim) {
    four.z = qkv[begin + i + 2u];
    four.w = qkv[begin + i + 3u];
  }
  return four;
}

fn cacheFour(begin: u32, i: u32) -> vec4f {
  var four = vec4f(cache[begin + i], cache[begin + i + 1u], 0.0, 0.0);
  if (i + 2u < headDim) {
    four.z = cache[begin + i + 2u];
    four.w = cache[begin + i + 3u];
  }
  return four;
}

@compute @workgroup_size(queries)
fn attention(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let h = group.y;
  let G = params.nKvHeads;
  let firstKey = h / (params.nHeads / G) * headDim; // of the head's keys in a row of the cache
  let t = group.x * queries + lane;
  var seen = 0u; // tokens up to the own one
  var q: array<vec4f, fours>;
  if (t < params.seqLen) {
    seen = params.position + t + 1u;
    let begin = (t * (params.nHeads + 2u * G) + h) * headDim;
    for (var i = 0u; i < fours; i++) { // unrolled
      q[i] = queryFour(begin, 4u * i);
    }
  }
  let length = params.position + min((group.x + 1u) * queries, params.seqLen);
  var mean: array<vec4f, fours>;
  var total = 0.0;
  var most = -1e30;
  for (var first = 0u; first < length; first += keys) {
    workgroupBarrier();
    for (var slot = lane; slot < keys * fours; slot += queries) {
      let j = slot / fours;
      let i = slot % fours;
      if (first + j < length) {
        let begin = (first + j) * 2u * G * headDim + firstKey;
        tileK[j][i] = cacheFour(begin, 4u * i);
        tileV[j][i] = cacheFour(begin + G * headDim, 4u * i);
      }
    }
    workgroupBarrier();
    let count = min(max(seen, first) - first, keys);
    for (var j = 0u; j < count; j++) {
      var products = vec4f(0.0);
      for (var i = 0u; i < fours; i++) { // unrolled
        products += q[i] * tileK[j][i];
      }
      let score = dot(products, vec4f(1.0)) * inverseSqrt(f32(headDim));
      if (score > most) {
        let shrink = exp(most - score);
        most = score;
        total *= shrink;
        for (var i = 0u; i < fours; i++) { // unrolled
          mean[i] *= shrink;
        }
      }
      let power = exp(score - most);
      total += power;
      for (var i = 0u; i < fours; i++) { // unrolled
        mean[i] += power * tileV[j][i];
      }
    }
  }
  if (t >= params.seqLen) {
    return;
  }
  let to = (t * params.nHeads + h) * headDim;
  for (var i = 0u; i < fours; i++) { // unrolled
    let four = mean[i] / total;
    y[to + 4u * i] = four.x;
    y[to + 4u * i + 1u] = four.y;
    if (4u * i + 2u < headDim) {
      y[to + 4u * i + 2u] = four.z;
      y[to + 4u * i + 3u] = four.w;
    }
  }
}
