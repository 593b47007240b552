// SSD by chunks, before the four steps: Δ of every token and head, and the cumulative sums of ΔA within a chunk.
// A difference of two of them is a segment sum: L_ij = exp(a_i − a_j) is how much of token j is left at token i.
// One thread a chunk and head. The turn as in ssdRecurrence.wgsl.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  nHeads: u32, // H
  stride: u32, // numbers between two rows of the projection
  deltaMin: f32,
  deltaMax: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> zxbcdt: array<f32>; // (L, stride): … | Δ, H numbers
@group(0) @binding(2) var<storage, read> ssm: array<f32>; // (H, 3): A_log | D | bias of Δ
@group(0) @binding(3) var<storage, read> turn: array<f32>; // (4H + 2GN): Δ× | A× | gain | Δ held or −1 | …
@group(0) @binding(4) var<storage, read_write> segsum: array<f32>; // (L, H, 2): Δ | cumulative sum of ΔA

// log(1 + eᵛ). For small eᵛ the sum 1 + eᵛ would round most of it away: five terms of the series do better.
fn softplus(v: f32) -> f32 {
  if (v > 20.0) {
    return v;
  }
  let u = exp(v);
  let series = u * (1.0 - u * (0.5 - u * (1.0 / 3.0 - u * (0.25 - u * 0.2))));
  return select(log(1.0 + u), series, u < 0.05);
}

@compute @workgroup_size(64)
fn ssdSegsum(@builtin(global_invocation_id) id: vec3u) {
  let head = id.x;
  let first = id.y * params.chunkSize;
  if (head >= params.nHeads) {
    return;
  }
  let H = params.nHeads;
  let held = turn[3u * H + head];
  let A = -exp(ssm[3u * head]) * turn[H + head];
  let bias = ssm[3u * head + 2u];
  var sum = 0.0;
  for (var t = first; t < min(first + params.chunkSize, params.seqLen); t++) {
    let raw = zxbcdt[(t + 1u) * params.stride - params.nHeads + head] + bias;
    let own = clamp(softplus(raw), params.deltaMin, params.deltaMax);
    let delta = select(own, held, held >= 0.0) * turn[head];
    sum += delta * A;
    segsum[2u * (t * params.nHeads + head)] = delta;
    segsum[2u * (t * params.nHeads + head) + 1u] = sum;
  }
}
