// What one head looks at, for whoever wants to see it: softmax(q·k / √P) of every token up to the own one, row after row.
// `attention` itself never forms these numbers together. One workgroup a row.

struct Params {
  position: u32, // place in the text of the first row's token
  nHeads: u32, // H
  nKvHeads: u32, // G
  headDim: u32, // P
  head: u32,
  offset: u32, // where to write
}

const lanes: u32 = 64;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> qkv: array<f32>; // (L, (H + 2G)·P): q, rotated | …
@group(0) @binding(2) var<storage, read> cache: array<f32>; // (capacity, 2·G·P): keys, rotated | values
@group(0) @binding(3) var<storage, read_write> probabilities: array<f32>; // (heads, rows, place + 1)

var<workgroup> partial: array<f32, lanes>;

@compute @workgroup_size(lanes)
fn attentionProbabilities(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let t = group.x;
  let P = params.headDim;
  let G = params.nKvHeads;
  let count = params.position + t + 1u;
  // Where the row begins; for t = 0 at the offset, whatever t − 1 is.
  let first = params.offset + t * (params.position + 1u) + t * (t - 1u) / 2u;
  let query = (t * (params.nHeads + 2u * G) + params.head) * P;
  let key = params.head / (params.nHeads / G) * P;
  var most = -1e30;
  for (var j = lane; j < count; j += lanes) {
    var sum = 0.0;
    for (var i = 0u; i < P; i++) {
      sum += qkv[query + i] * cache[2u * j * G * P + key + i];
    }
    let score = sum * inverseSqrt(f32(P));
    probabilities[first + j] = score;
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
    let power = exp(probabilities[first + j] - most);
    probabilities[first + j] = power;
    total += power;
  }
  partial[lane] = total;
  workgroupBarrier();
  for (var reach = lanes / 2u; reach > 0u; reach /= 2u) {
    if (lane < reach) {
      partial[lane] += partial[lane + reach];
    }
    workgroupBarrier();
  }
  for (var j = lane; j < count; j += lanes) {
    probabilities[first + j] /= partial[0];
  }
}
