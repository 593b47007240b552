// Brings together what attentionStep has of blocks of tokens, each scaled to its own highest score:
//   y = Σ_b exp(max_b − max) Σweight·value_b / Σ_b exp(max_b − max) Σweight_b
// A workgroup a head.

struct Params {
  position: u32, // place in the text of the token; drawn: of the list's first token
  blocks: u32, // that the cache has room for
}

const headDim: u32 = 64; // specialised: P
const drawn: bool = false; // specialised: the token is the last of a list that begins with its length
const block: u32 = 256; // tokens a block
const lanes: u32 = 128;
const slices: u32 = max(1u, lanes / headDim); // threads that share a number of the result

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> ids: array<u32>; // (1 + capacity): how many are drawn | tokens
@group(0) @binding(2) var<storage, read> parts: array<f32>; // (H, blocks, P + 2): Σ weight · value | Σ weight | max
@group(0) @binding(3) var<storage, read_write> y: array<f32>; // (1, H·P)

var<workgroup> sums: array<f32, slices * headDim>;
var<workgroup> partial: array<f32, lanes>;

@compute @workgroup_size(lanes)
fn attentionJoin(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  var position = params.position;
  if (drawn) {
    position += ids[0] - 1u;
  }
  let count = position / block + 1u;
  let pitch = headDim + 2u;
  let first = group.x * params.blocks * pitch;
  var most = -1e30;
  for (var b = lane; b < count; b += lanes) {
    most = max(most, parts[first + b * pitch + headDim + 1u]);
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
  for (var b = lane; b < count; b += lanes) {
    let at = first + b * pitch + headDim;
    total += exp(parts[at + 1u] - most) * parts[at];
  }
  partial[lane] = total;
  for (var slot = lane; slot < slices * headDim; slot += lanes) {
    var sum = 0.0;
    for (var b = slot / headDim; b < count; b += slices) {
      let at = first + b * pitch;
      sum += exp(parts[at + headDim + 1u] - most) * parts[at + slot % headDim];
    }
    sums[slot] = sum;
  }
  workgroupBarrier();
  for (var reach = lanes / 2u; reach > 0u; reach /= 2u) {
    if (lane < reach) {
      partial[lane] += partial[lane + reach];
    }
    workgroupBarrier();
  }
  for (var i = lane; i < headDim; i += lanes) {
    var sum = 0.0;
    for (var slice = 0u; slice < slices; slice++) {
      sum += sums[slice * headDim + i];
    }
    y[group.x * headDim + i] = sum / partial[0];
  }
}
