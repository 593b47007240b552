// One stage of a fast Fourier transform over time (Stockham's, radix 4, or 2 for what is left), of two channels at once:
// one is the real part, the next the imaginary part. A transform is as many dispatches as it has stages; each writes
// in the order that the next one reads, so nothing is ever shuffled. Neighbouring threads are neighbouring channels.
// What is read beyond `from` is zero (so a sequence is padded), what would be written beyond `to` is not.

struct Params {
  length: u32, // of the transforms that are left to do
  stride: u32, // how many of them lie woven together; length · stride is the whole
  dInner: u32, // E
  fromRows: u32,
  fromWidth: u32, // numbers a row
  toRows: u32,
  toWidth: u32,
  direction: f32, // −1 forward, 1 back
  scale: f32, // factor on what is written
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> source: array<f32>; // (fromRows, fromWidth)
@group(0) @binding(2) var<storage, read_write> out: array<f32>; // (toRows, toWidth)

fn times(a: vec2f, b: vec2f) -> vec2f {
  return vec2f(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x);
}

// (cos v, sin v). WGSL's own may be off by 5e-4: v is brought to within π/4 of a multiple of π/2 (in three parts, so that
// nothing is rounded away), then the series.
fn turn(v: f32) -> vec2f {
  let quarter = round(v * 0.63661977);
  let r = ((v - quarter * 1.5703125) - quarter * 4.8375129e-4) - quarter * 7.5497899e-8;
  let r2 = r * r;
  let s = r * (1.0 - r2 / 6.0 * (1.0 - r2 / 20.0 * (1.0 - r2 / 42.0 * (1.0 - r2 / 72.0))));
  let c = 1.0 - r2 / 2.0 * (1.0 - r2 / 12.0 * (1.0 - r2 / 30.0 * (1.0 - r2 / 56.0)));
  switch (i32(quarter) & 3) {
    case 0: { return vec2f(c, s); }
    case 1: { return vec2f(-s, c); }
    case 2: { return vec2f(-c, -s); }
    default: { return vec2f(s, -c); }
  }
}

fn pick(row: u32, pair: u32) -> vec2f {
  if (row >= params.fromRows) {
    return vec2f(0.0);
  }
  let at = row * params.fromWidth + 2u * pair;
  if (2u * pair + 1u < params.fromWidth) {
    return vec2f(source[at], source[at + 1u]);
  }
  return vec2f(source[at], 0.0);
}

fn put(row: u32, pair: u32, value: vec2f) {
  if (row >= params.toRows) {
    return;
  }
  let at = row * params.toWidth + 2u * pair;
  out[at] = params.scale * value.x;
  if (2u * pair + 1u < params.toWidth) {
    out[at + 1u] = params.scale * value.y;
  }
}

// The two or four numbers of butterfly i.
fn butterfly(i: u32, pair: u32) {
  let s = params.stride;
  if (params.length == 2u) {
    let a = pick(i, pair);
    let b = pick(i + s, pair);
    put(i, pair, a + b);
    put(i + s, pair, a - b);
    return;
  }
  let m = params.length / 4u;
  let p = i / s;
  let q = i % s;
  let a = pick(q + s * p, pair);
  let b = pick(q + s * (p + m), pair);
  let c = pick(q + s * (p + 2u * m), pair);
  let d = pick(q + s * (p + 3u * m), pair);
  let w1 = turn(params.direction * 6.2831853 * f32(p) / f32(params.length));
  let w2 = times(w1, w1);
  let difference = b - d;
  let turned = params.direction * vec2f(-difference.y, difference.x);
  put(q + s * 4u * p, pair, a + c + (b + d));
  put(q + s * (4u * p + 1u), pair, times(w1, a - c + turned));
  put(q + s * (4u * p + 2u), pair, times(w2, a + c - (b + d)));
  put(q + s * (4u * p + 3u), pair, times(times(w1, w2), a - c - turned));
}

@compute @workgroup_size(64)
fn fftStage(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(num_workgroups) size: vec3u,
) {
  let pair = id.x;
  if (2u * pair >= params.dInner) {
    return;
  }
  let radix = select(4u, 2u, params.length == 2u);
  for (var i = id.y; i < params.length * params.stride / radix; i += size.y) {
    butterfly(i, pair);
  }
}
