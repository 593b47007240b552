// Attention of a single token, from its projection to its heads' output: rotary positions (as in rotate.wgsl), its key and
// value into the cache, and the mean of the values so far. A workgroup takes one head and a block of 256 tokens; where
// the cache has room for more than a block, attentionJoin brings the blocks together (Flash-Decoding).

struct Params {
  position: u32, // place in the text of the token; drawn: of the list's first token
  nHeads: u32, // H
  nKvHeads: u32, // G
  blocks: u32, // that the cache has room for
}

const headDim: u32 = 64; // specialised: P, even
const drawn: bool = false; // specialised: the token is the last of a list that begins with its length
const whole: bool = true; // specialised: there is one block, so y is written
const block: u32 = 256; // tokens a workgroup
const lanes: u32 = 128;
const slices: u32 = max(1u, lanes / headDim); // threads that share a number of the mean

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> qkv: array<f32>; // (1, (H + 2G)·P): q | k | v
@group(0) @binding(2) var<storage, read> rates: array<f32>; // (P / 2, 2): turns a token in 2⁻³², upper | lower 16 bits
@group(0) @binding(3) var<storage, read> ids: array<u32>; // (1 + capacity): how many are drawn | tokens
@group(0) @binding(4) var<storage, read_write> cache: array<f32>; // (capacity, 2·G·P): keys | values
@group(0) @binding(5) var<storage, read_write> y: array<f32>; // (1, H·P), if whole
@group(0) @binding(6) var<storage, read_write> parts: array<f32>; // (H, blocks, P + 2): Σ weight · value | Σ weight | max

var<workgroup> query: array<f32, headDim>;
var<workgroup> newKey: array<f32, headDim>;
var<workgroup> weights: array<f32, block>; // scores first
var<workgroup> sums: array<f32, slices * headDim>;
var<workgroup> partial: array<f32, lanes>;

// (cos, sin) of an angle of so many 2⁻³² turns: see rotate.wgsl.
fn cosSin(units: u32) -> vec2f {
  let quarter = (units + 0x20000000u) >> 30u;
  let r = f32(bitcast<i32>(units - (quarter << 30u))) * 1.4629181e-9;
  let r2 = r * r;
  let s = r * (1.0 - r2 / 6.0 * (1.0 - r2 / 20.0 * (1.0 - r2 / 42.0 * (1.0 - r2 / 72.0))));
  let c = 1.0 - r2 / 2.0 * (1.0 - r2 / 12.0 * (1.0 - r2 / 30.0 * (1.0 - r2 / 56.0)));
  switch (quarter & 3u) {
    case 0u: { return vec2f(c, s); }
    case 1u: { return vec2f(-s, c); }
    case 2u: { return vec2f(-c, -s); }
    default: { return vec2f(s, -c); }
  }
}

fn turned(begin: u32, turn: vec2f) -> vec2f {
  let pair = vec2f(qkv[begin], qkv[begin + headDim / 2u]);
  return vec2f(pair.x * turn.x - pair.y * turn.y, pair.y * turn.x + pair.x * turn.y);
}

@compute @workgroup_size(lanes)
fn attentionStep(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let h = group.x;
  let first = group.y * block;
  var position = params.position;
  if (drawn) {
    position += ids[0] - 1u;
  }
  if (first > position) {
    return;
  }
  let H = params.nHeads;
  let G = params.nKvHeads;
  let g = h / (H / G);
  let width = 2u * G * headDim; // of a row of the cache
  let count = min(position + 1u - first, block);
  let newest = position - first; // the token itself, if below `block`
  let keep = newest < block && h % (H / G) == 0u; // one head of those that share it
  let half = headDim / 2u;
  for (var i = lane; i < half; i += lanes) {
    let turn = cosSin(position * (65536u * u32(rates[2u * i]) + u32(rates[2u * i + 1u])));
    let q = turned(h * headDim + i, turn);
    query[i] = q.x;
    query[i + half] = q.y;
    if (newest < block) {
      let k = turned((H + g) * headDim + i, turn);
      newKey[i] = k.x;
      newKey[i + half] = k.y;
      if (keep) {
        let to = position * width + g * headDim + i;
        cache[to] = k.x;
        cache[to + half] = k.y;
        cache[to + G * headDim] = qkv[(H + G + g) * headDim + i];
        cache[to + G * headDim + half] = qkv[(H + G + g) * headDim + i + half];
      }
    }
  }
  workgroupBarrier();
  var most = -1e30;
  for (var j = lane; j < count; j += lanes) {
    let begin = (first + j) * width + g * headDim;
    var even = 0.0;
    var odd = 0.0;
    if (j == newest) {
      for (var i = 0u; i < headDim; i += 2u) {
        even += query[i] * newKey[i];
        odd += query[i + 1u] * newKey[i + 1u];
      }
    } else {
      for (var i = 0u; i < headDim; i += 2u) {
        even += query[i] * cache[begin + i];
        odd += query[i + 1u] * cache[begin + i + 1u];
      }
    }
    let score = (even + odd) * inverseSqrt(f32(headDim));
    weights[j] = score;
    most = max(most, score);
  }
  partial[lane] = most;
  workgroupBarrier();
  for (var reach = lanes / 2u; reach > 0u; reach /= 2u) {
    if (lane < reach) {
      partial[lane] = max(partial[lane], partial[lane + reach]);
    }
    workgroupBarrier();
  }
  most = partial[0];
  workgroupBarrier();
  var total = 0.0;
  for (var j = lane; j < count; j += lanes) {
    let weight = exp(weights[j] - most);
    weights[j] = weight;
    total += weight;
  }
  partial[lane] = total;
  workgroupBarrier();
  for (var reach = lanes / 2u; reach > 0u; reach /= 2u) {
    if (lane < reach) {
      partial[lane] += partial[lane + reach];
    }
    workgroupBarrier();
  }
  // Threads side by side take numbers side by side, and some of them every so many tokens.
  for (var slot = lane; slot < slices * headDim; slot += lanes) {
    let i = slot % headDim;
    var sum = 0.0;
    for (var j = slot / headDim; j < count; j += slices) {
      if (j == newest) {
        sum += weights[j] * qkv[(H + G + g) * headDim + i];
      } else {
        sum += weights[j] * cache[(first + j) * width + (G + g) * headDim + i];
      }
    }
    sums[slot] = sum;
  }
  workgroupBarrier();
  let part = (h * params.blocks + group.y) * (headDim + 2u);
  for (var i = lane; i < headDim; i += lanes) {
    var sum = 0.0;
    for (var slice = 0u; slice < slices; slice++) {
      sum += sums[slice * headDim + i];
    }
    if (whole) {
      y[h * headDim + i] = sum / partial[0];
    } else {
      parts[part + i] = sum;
    }
  }
  if (!whole && lane == 0u) {
    parts[part + headDim] = partial[0];
    parts[part + headDim + 1u] = most;
  }
}
