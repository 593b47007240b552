// The selective scan of a long sequence, first of three passes: what each chunk by itself leaves in the state.
//   S = Σ_j (∏_{i>j} Ā_i) B̄_j x_j, as if nothing had come before, and Σ Δ, for ∏ Ā = exp(A Σ Δ)
// One thread a channel and chunk; Δ, Ā, B̄, the fours and the turn as in selectiveScan.wgsl. What the later passes would
// have to work out again they find ready: Δ in the place of dt, and A in the plane before the chunks' states.

struct Params {
  seqLen: u32, // L
  chunkLen: u32, // tokens a chunk
  dInner: u32, // E
  dtRank: u32, // R
  holdB: u32, // 1: B is the turn's, not the token's
}

const dState: u32 = 16; // specialised: N
const lanes: u32 = 64;
const tileLen: u32 = 32; // specialised: tokens of B in workgroup memory
const quads: u32 = 4; // specialised: ⌈N/4⌉, states by fours; the last four may hold less, the rest stays 0
const brought: u32 = 2; // specialised: fours of a tile that a thread brings
const log2e: f32 = 1.4426950408889634; // eᵛ = 2^(v log₂e), and 2ᵛ is what the hardware computes

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(2) var<storage, read_write> dt: array<f32>; // (L, E): dt comes in, Δ goes out
@group(0) @binding(3) var<storage, read> dbc: array<f32>; // (L, R + 2N): … | B | C
@group(0) @binding(4) var<storage, read> ssm: array<f32>; // (E, N + 2): A_log | D | bias of Δ
@group(0) @binding(5) var<storage, read> turn: array<f32>; // (4E + 2N): Δ× | A× | gain | Δ held or −1 | B | C
@group(0) @binding(6) var<storage, read_write> chunkState: array<f32>; // (1 + chunks, N, E): A log₂e | S
@group(0) @binding(7) var<storage, read_write> chunkDelta: array<f32>; // (chunks, E): Σ Δ

var<workgroup> tile: array<array<vec4f, quads>, tileLen>; // (tokens, B by fours)

// log(1 + eᵛ). For small eᵛ the sum 1 + eᵛ would round most of it away: five terms of the series do better.
fn softplus(v: vec4f) -> vec4f {
  let u = exp(v);
  let series = u * (1.0 - u * (0.5 - u * (1.0 / 3.0 - u * (0.25 - u * 0.2))));
  return select(select(log(1.0 + u), series, u < vec4f(0.05)), v, v > vec4f(20.0));
}

// Four neighbouring states' share of B; 0 past the last state.
fn fourOfB(t: u32, k: u32) -> vec4f {
  var values = vec4f(0.0);
  for (var i = 0u; i < 4u; i++) { // unrolled
    let n = 4u * k + i;
    if (n < dState) {
      if (params.holdB == 1u) {
        values[i] = turn[4u * params.dInner + n];
      } else {
        values[i] = dbc[t * (params.dtRank + 2u * dState) + params.dtRank + n];
      }
    }
  }
  return values;
}

// Where four tokens of channel e lie in a tensor of shape (L, E); past the end the last one again.
fn placesOf(t: u32, end: u32, e: u32) -> vec4u {
  return min(vec4u(t) + vec4u(0u, 1u, 2u, 3u), vec4u(end - 1u)) * params.dInner + e;
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
  let live = channel < E;
  let row = e * (dState + 2u);
  let begin = group.y * params.chunkLen;
  let end = min(begin + params.chunkLen, params.seqLen);
  var at = placesOf(begin, end, e);
  var raw = vec4f(dt[at.x], dt[at.y], dt[at.z], dt[at.w]);
  var xt = vec4f(x[at.x], x[at.y], x[at.z], x[at.w]);
  var A: array<vec4f, quads>; // times log₂e
  var state: array<vec4f, quads>;
  for (var k = 0u; k < quads; k++) { // unrolled
    for (var c = 0u; c < 4u; c++) { // unrolled
      if (4u * k + c < dState) {
        A[k][c] = -exp(ssm[row + 4u * k + c]) * turn[E + e] * log2e;
      }
    }
  }
  let bias = ssm[row + dState + 1u];
  let factor = turn[e];
  let held = turn[3u * E + e];
  var sum = vec4f(0.0);

  for (var first = begin; first < end; first += tileLen) {
    // All are asked for before the first one is waited for.
    var fours: array<vec4f, brought>;
    for (var i = 0u; i < brought; i++) { // unrolled
      let slot = i * lanes + lane;
      if (slot < tileLen * quads) {
        fours[i] = fourOfB(min(first + slot / quads, end - 1u), slot % quads);
      }
    }
    workgroupBarrier();
    for (var i = 0u; i < brought; i++) { // unrolled
      let slot = i * lanes + lane;
      if (slot < tileLen * quads) {
        tile[slot / quads][slot % quads] = fours[i];
      }
    }
    workgroupBarrier();
    let stop = min(first + tileLen, end);
    for (var i = 0u; first + i < stop; i += 4u) {
      let t = vec4u(first + i) + vec4u(0u, 1u, 2u, 3u);
      let own = select(softplus(raw + bias), vec4f(held), held >= 0.0) * factor;
      // Past the tile's end Δ = 0: Ā = 1, B̄ = 0, the state stays.
      let delta = select(own, vec4f(0.0), t >= vec4u(stop));
      let input = delta * xt;
      sum += delta;
      for (var j = 0u; j < 4u; j++) { // unrolled
        if (live && t[j] < stop) {
          dt[at[j]] = delta[j];
        }
      }
      // The next four tokens are on their way while these are worked on.
      let next = min(first + i + 4u, stop);
      if (next < end) {
        at = placesOf(next, end, e);
        raw = vec4f(dt[at.x], dt[at.y], dt[at.z], dt[at.w]);
        xt = vec4f(x[at.x], x[at.y], x[at.z], x[at.w]);
      }
      for (var j = 0u; j < 4u; j++) { // unrolled
        for (var k = 0u; k < quads; k++) { // unrolled
          state[k] = exp2(delta[j] * A[k]) * state[k] + input[j] * tile[i + j][k];
        }
      }
    }
  }
  if (live) {
    chunkDelta[group.y * E + e] = sum.x + sum.y + (sum.z + sum.w);
    for (var k = 0u; k < quads; k++) { // unrolled
      for (var c = 0u; c < 4u; c++) { // unrolled
        let n = 4u * k + c;
        if (n < dState) {
          chunkState[((group.y + 1u) * dState + n) * E + e] = state[k][c];
          if (group.y == 0u) {
            chunkState[n * E + e] = A[k][c];
          }
        }
      }
    }
  }
}
