// The selective scan of a long sequence, first of three passes: what each chunk by itself leaves in the state.
//   S = Σ_j (∏_{i>j} Ā_i) B̄_j x_j, as if nothing had come before, and Σ Δ, for ∏ Ā = exp(A Σ Δ)
// One thread a channel and chunk; Δ, Ā, B̄ and the turn as in selectiveScan.wgsl.

struct Params {
  seqLen: u32, // L
  chunkLen: u32, // tokens a chunk
  dInner: u32, // E
  dtRank: u32, // R
  holdB: u32, // 1: B is the turn's, not the token's
}

const dState: u32 = 16; // specialised: N
const lanes: u32 = 64;
const tileLen: u32 = 16; // specialised: tokens of B in workgroup memory

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(2) var<storage, read> dt: array<f32>; // (L, E)
@group(0) @binding(3) var<storage, read> dbc: array<f32>; // (L, R + 2N): … | B | C
@group(0) @binding(4) var<storage, read> ssm: array<f32>; // (E, N + 2): A_log | D | bias of Δ
@group(0) @binding(5) var<storage, read> turn: array<f32>; // (4E + 2N): Δ× | A× | gain | Δ held or −1 | B | C
@group(0) @binding(6) var<storage, read_write> chunkState: array<f32>; // (chunks, E, N)
@group(0) @binding(7) var<storage, read_write> chunkDelta: array<f32>; // (chunks, E): Σ Δ

var<workgroup> tile: array<array<f32, dState>, tileLen>; // (tokens, B)

// log(1 + eᵛ). For small eᵛ the sum 1 + eᵛ would round most of it away: five terms of the series do better.
fn softplus(v: f32) -> f32 {
  if (v > 20.0) {
    return v;
  }
  let u = exp(v);
  let series = u * (1.0 - u * (0.5 - u * (1.0 / 3.0 - u * (0.25 - u * 0.2))));
  return select(log(1.0 + u), series, u < 0.05);
}

@compute @workgroup_size(lanes)
fn selectiveScanChunk(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let E = params.dInner;
  // Threads past the last channel stay for the barriers and write nothing.
  let channel = group.x * lanes + lane;
  let e = min(channel, E - 1u);
  let row = e * (dState + 2u);
  let begin = group.y * params.chunkLen;
  let end = min(begin + params.chunkLen, params.seqLen);
  var A: array<f32, dState>;
  var state: array<f32, dState>;
  for (var n = 0u; n < dState; n++) {
    A[n] = -exp(ssm[row + n]) * turn[E + e];
    state[n] = 0.0;
  }
  let bias = ssm[row + dState + 1u];
  let held = turn[3u * E + e];
  let width = params.dtRank + 2u * dState;
  var sum = 0.0;

  for (var first = begin; first < end; first += tileLen) {
    let count = min(tileLen, end - first);
    workgroupBarrier();
    for (var i = lane; i < count * dState; i += lanes) {
      let t = i / dState;
      let n = i % dState;
      if (params.holdB == 1u) {
        tile[t][n] = turn[4u * E + n];
      } else {
        tile[t][n] = dbc[(first + t) * width + params.dtRank + n];
      }
    }
    workgroupBarrier();
    for (var i = 0u; i < count; i++) {
      let at = (first + i) * E + e;
      let delta = select(softplus(dt[at] + bias), held, held >= 0.0) * turn[e];
      let input = delta * x[at];
      sum += delta;
      for (var n = 0u; n < dState; n++) {
        state[n] = exp(delta * A[n]) * state[n] + input * tile[i][n];
      }
    }
  }
  if (channel < E) {
    chunkDelta[group.y * E + e] = sum;
    for (var n = 0u; n < dState; n++) {
      chunkState[(group.y * E + e) * dState + n] = state[n];
    }
  }
}
