// SSD by chunks, before the four steps: Δ of every token and head, and the cumulative sums of ΔA within a chunk.
// A difference of two of them is a segment sum: L_ij = exp(a_i − a_j) is how much of token j is left at token i.
// One thread a chunk and head; tokens are loaded many at a time. The turn as in ssdRecurrence.wgsl.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  nHeads: u32, // H
  stride: u32, // numbers between two rows of the projection
  deltaMin: f32,
  deltaMax: f32,
}

const ahead: u32 = 32; // tokens loaded at a time

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> zxbcdt: array<f32>; // (L, stride): … | Δ, H numbers
@group(0) @binding(2) var<storage, read> ssm: array<f32>; // (H, 3): A_log | D | bias of Δ
@group(0) @binding(3) var<storage, read> turn: array<f32>; // (4H + 2GN): Δ× | A× | gain | Δ held or −1 | …
@group(0) @binding(4) var<storage, read_write> segsum: array<vec2f>; // (L, H): Δ, cumulative sum of ΔA

// log(1 + eᵛ). For small eᵛ the sum 1 + eᵛ would round most of it away: five terms of the series do better.
fn softplus(v: f32) -> f32 {
  if (v > 20.0) {
    return v;
  }
  let u = exp(v);
  let series = u * (1.0 - u * (0.5 - u * (1.0 / 3.0 - u * (0.25 - u * 0.2))));
  return select(log(1.0 + u), series, u < 0.05);
}

@compute @workgroup_size(32)
fn ssdSegsum(@builtin(global_invocation_id) id: vec3u) {
  let H = params.nHeads;
  let head = id.x;
  if (head >= H) {
    return;
  }
  let begin = id.y * params.chunkSize;
  let end = min(begin + params.chunkSize, params.seqLen);
  let factor = turn[head];
  let held = turn[3u * H + head];
  let A = -exp(ssm[3u * head]) * turn[H + head];
  let bias = ssm[3u * head + 2u];
  var sum = 0.0;
  var raw: array<f32, ahead>;
  for (var first = begin; first < end; first += ahead) {
    for (var i = 0u; i < ahead; i++) { // unrolled
      let t = min(first + i, end - 1u);
      raw[i] = zxbcdt[(t + 1u) * params.stride - H + head] + bias;
    }
    for (var i = 0u; i < ahead; i++) { // unrolled
      if (first + i < end) {
        let own = clamp(softplus(raw[i]), params.deltaMin, params.deltaMax);
        let delta = select(own, held, held >= 0.0) * factor;
        sum += delta * A;
        segsum[(first + i) * H + head] = vec2f(delta, sum);
      }
    }
  }
}
