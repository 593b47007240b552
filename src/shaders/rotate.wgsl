// Rotary positions (RoPE, arXiv 2104.09864, eq. 34), in Llama's order: number i of a head turns with number i + P/2, by an
// angle that grows with the token's place. q is rotated where it stands, k on its way to the cache of keys and values;
// v goes there as it is. One thread a pair of numbers. Before `attention`; a single token's step does this itself.

struct Params {
  position: u32, // place in the text of the first row's token
  nHeads: u32, // H
  nKvHeads: u32, // G
  headDim: u32, // P
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read_write> qkv: array<f32>; // (L, (H + 2G)·P): q | k | v
@group(0) @binding(2) var<storage, read> rates: array<f32>; // (P / 2, 2): turns a token in 2⁻³², upper | lower 16 bits
@group(0) @binding(3) var<storage, read_write> cache: array<f32>; // (capacity, 2·G·P): keys | values

// (cos, sin) of an angle of so many 2⁻³² turns. WGSL's own may be off by 5e-4: what lies beyond the nearest quarter, at
// most π/4, goes into the series. Whole numbers have no rounding, and whole turns fall out of 32 bits by themselves.
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

@compute @workgroup_size(64)
fn rotate(@builtin(global_invocation_id) id: vec3u) {
  let half = params.headDim / 2u;
  let head = id.x / half; // of q, then of k, then of v
  let i = id.x % half;
  let H = params.nHeads;
  let G = params.nKvHeads;
  if (head >= H + 2u * G) {
    return;
  }
  let begin = (id.y * (H + 2u * G) + head) * params.headDim + i;
  let place = params.position + id.y;
  // Keys and values lie in a row of the cache as they do behind q.
  let to = (place * 2u * G + head - H) * params.headDim + i;
  let pair = vec2f(qkv[begin], qkv[begin + half]);
  if (head >= H + G) {
    cache[to] = pair.x;
    cache[to + half] = pair.y;
    return;
  }
  let turn = cosSin(place * (65536u * u32(rates[2u * i]) + u32(rates[2u * i + 1u])));
  let turned = vec2f(pair.x * turn.x - pair.y * turn.y, pair.y * turn.x + pair.x * turn.y);
  if (head < H) {
    qkv[begin] = turned.x;
    qkv[begin + half] = turned.y;
  } else {
    cache[to] = turned.x;
    cache[to + half] = turned.y;
  }
}
