// Mamba-2's SSM as pairs (Ā, B̄x) in memory, for a scan over them: Ā = exp(Δ A), one number a head, is written once for
// each of the head's states; B̄x = Δ x ⊗ B. One thread a channel and state.

struct Params {
  seqLen: u32, // L
  nHeads: u32, // H
  headDim: u32, // P
  nGroups: u32, // G
  dState: u32, // N
  stride: u32, // numbers between two rows of the projection
  deltaMin: f32,
  deltaMax: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> zxbcdt: array<f32>; // (L, stride): … | Δ, H numbers
@group(0) @binding(3) var<storage, read> ssm: array<f32>; // (H, 3): A_log | D | bias of Δ
@group(0) @binding(4) var<storage, read_write> Abar: array<f32>; // (L, E, N)
@group(0) @binding(5) var<storage, read_write> Bx: array<f32>; // (L, E, N)

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
fn ssdDiscretise(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(num_workgroups) size: vec3u,
) {
  let N = params.dState;
  let E = params.nHeads * params.headDim;
  let e = id.x / N;
  let n = id.x % N;
  if (e >= E) {
    return;
  }
  let head = e / params.headDim;
  let group = head / (params.nHeads / params.nGroups);
  let A = -exp(ssm[3u * head]);
  let bias = ssm[3u * head + 2u];
  for (var t = id.y; t < params.seqLen; t += size.y) {
    let raw = zxbcdt[(t + 1u) * params.stride - params.nHeads + head] + bias;
    let delta = clamp(softplus(raw), params.deltaMin, params.deltaMax);
    let row = t * (E + 2u * params.nGroups * N);
    let at = (t * E + e) * N + n;
    Abar[at] = exp(delta * A);
    Bx[at] = delta * xbc[row + E + group * N + n] * xbc[row + e];
  }
}
