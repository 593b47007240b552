// The selective scan, fused (Mamba §3.3): for every channel e and token t
//   Δ = softplus(dt + bias)
//   Ā = exp(Δ A),  B̄ = Δ B                  ZOH for A, Euler for B, as in the paper's code
//   h = Ā h + B̄ x                            the state: N numbers a channel
//   y = (C · h + D x) · SiLU(z)
// One thread owns a channel and keeps its N states in registers for a whole chunk of the sequence, so that Ā, B̄ and
// h, each of shape (L, E, N), never reach memory. B and C are shared by all channels: a workgroup loads a tile of them
// at a time. A short sequence is one chunk. A long one is cut into many, side by side: selectiveScanChunk and
// selectiveScanCarry have found the state before each of them. The turn is what a reader may change in the running
// model: factors on Δ and A, Δ, B and C held at a value of their own, the output's gain.

struct Params {
  seqLen: u32, // L
  chunkLen: u32, // tokens a chunk
  dInner: u32, // E
  dtRank: u32, // R
  holdB: u32, // 1: B is the turn's, not the token's
  holdC: u32, // … and so is C
  probeDelta: u32, // where in `probe` to write Δ, or notAsked
  probeMoved: u32, // … the squared change of the state, Σ_n (h_t − h_{t−1})²
  probeNorm: u32, // … its squared size, Σ_n h_t²
  probeH: u32, // … the state itself
  probeY: u32, // … C · h + D x, times its gain, before the gate
}

const dState: u32 = 16; // specialised: N
const lanes: u32 = 64;
const tileLen: u32 = 16; // specialised: tokens of B and C in workgroup memory
const probed: bool = false; // specialised: somebody asked for a plane of the probe
const notAsked: u32 = 0xffffffff;

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(2) var<storage, read> xz: array<f32>; // (L, 2E): … | z
@group(0) @binding(3) var<storage, read> dbc: array<f32>; // (L, R + 2N): … | B | C
@group(0) @binding(4) var<storage, read> ssm: array<f32>; // (E, N + 2): A_log | D | bias of Δ
@group(0) @binding(5) var<storage, read> turn: array<f32>; // (4E + 2N): Δ× | A× | gain | Δ held or −1 | B | C
@group(0) @binding(6) var<storage, read_write> h: array<f32>; // (chunks, E, N): before each chunk, then after it
@group(0) @binding(7) var<storage, read_write> y: array<f32>; // (L, E): dt comes in, the output goes out
@group(0) @binding(8) var<storage, read_write> probe: array<f32>; // planes at the offsets above

var<workgroup> tile: array<array<f32, 2u * dState>, tileLen>; // (tokens, B | C)

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
fn selectiveScan(
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
  let stateAt = (group.y * E + e) * dState;
  var A: array<f32, dState>;
  var state: array<f32, dState>;
  for (var n = 0u; n < dState; n++) {
    A[n] = -exp(ssm[row + n]) * turn[E + e];
    state[n] = h[stateAt + n];
  }
  let D = ssm[row + dState];
  let bias = ssm[row + dState + 1u];
  let gain = turn[2u * E + e];
  let held = turn[3u * E + e];
  let width = params.dtRank + 2u * dState;

  for (var first = begin; first < end; first += tileLen) {
    let count = min(tileLen, end - first);
    workgroupBarrier();
    for (var i = lane; i < count * 2u * dState; i += lanes) {
      let t = i / (2u * dState);
      let column = i % (2u * dState);
      if ((column < dState && params.holdB == 1u) || (column >= dState && params.holdC == 1u)) {
        tile[t][column] = turn[4u * E + column];
      } else {
        tile[t][column] = dbc[(first + t) * width + params.dtRank + column];
      }
    }
    workgroupBarrier();
    for (var i = 0u; i < count; i++) {
      let t = first + i;
      let at = t * E + e;
      let delta = select(softplus(y[at] + bias), held, held >= 0.0) * turn[e];
      let xt = x[at];
      var sum = D * xt;
      var moved = 0.0;
      var norm = 0.0;
      for (var n = 0u; n < dState; n++) {
        let Abar = exp(delta * A[n]);
        let Bbar = delta * tile[i][n];
        let before = state[n];
        state[n] = Abar * before + Bbar * xt;
        sum += tile[i][dState + n] * state[n];
        if (probed) {
          moved += (state[n] - before) * (state[n] - before);
          norm += state[n] * state[n];
        }
      }
      if (!live) {
        continue;
      }
      let z = xz[t * 2u * E + E + e];
      let out = gain * sum;
      y[at] = out * z / (1.0 + exp(-z));
      if (!probed) {
        continue;
      }
      if (params.probeDelta != notAsked) {
        probe[params.probeDelta + at] = delta;
      }
      if (params.probeMoved != notAsked) {
        probe[params.probeMoved + at] = moved;
      }
      if (params.probeNorm != notAsked) {
        probe[params.probeNorm + at] = norm;
      }
      if (params.probeY != notAsked) {
        probe[params.probeY + at] = out;
      }
      if (params.probeH != notAsked) {
        for (var n = 0u; n < dState; n++) {
          probe[params.probeH + at * dState + n] = state[n];
        }
      }
    }
  }
  if (live) {
    for (var n = 0u; n < dState; n++) {
      h[stateAt + n] = state[n];
    }
  }
}
