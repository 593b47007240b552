// The selective scan, fused (Mamba §3.3): for every channel e and token t
//   Δ = softplus(dt + bias)
//   Ā = exp(Δ A),  B̄ = Δ B                  ZOH for A, Euler for B, as in the paper's code
//   h = Ā h + B̄ x                            the state: N numbers a channel
//   y = (C · h + D x) · SiLU(z)
// One thread owns a channel and keeps its N states in registers for a whole chunk of the sequence, so that Ā, B̄ and
// h, each of shape (L, E, N), never reach memory. B and C are shared by all channels: a workgroup loads a tile of them
// at a time. Tokens come by fours, so that one wait for memory serves four. A short sequence is one chunk. A long one
// is cut into many, side by side: selectiveScanChunk and selectiveScanCarry have found the state before each of them,
// and have left Δ and A for this pass.
// The turn is what a reader may change in the running model: factors on Δ and A, Δ, B and C held at a value of their
// own, the output's gain.

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
const chunked: bool = false; // specialised: two passes came before, and left Δ in y, A and states in h
const probed: bool = false; // specialised: somebody asked for a plane of the probe
const lanes: u32 = 64;
const tileLen: u32 = 32; // specialised: tokens of B and C in workgroup memory
const brought: u32 = 4; // specialised: fours of a tile that a thread brings
const quads: u32 = 4; // specialised: ⌈N/4⌉, states by fours; the last four may hold less, the rest stays 0
const notAsked: u32 = 0xffffffff;
const log2e: f32 = 1.4426950408889634; // eᵛ = 2^(v log₂e), and 2ᵛ is what the hardware computes

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L, E)
@group(0) @binding(2) var<storage, read> xz: array<f32>; // (L, 2E): … | z
@group(0) @binding(3) var<storage, read> dbc: array<f32>; // (L, R + 2N): … | B | C
@group(0) @binding(4) var<storage, read> ssm: array<f32>; // (E, N + 2): A_log | D | bias of Δ
@group(0) @binding(5) var<storage, read> turn: array<f32>; // (4E + 2N): Δ× | A× | gain | Δ held or −1 | B | C
@group(0) @binding(6) var<storage, read_write> h: array<f32>; // (E, N): updated; chunked: (1 + chunks, N, E), read, A first
@group(0) @binding(7) var<storage, read_write> y: array<f32>; // (L, E): dt or Δ comes in, the output goes out
@group(0) @binding(8) var<storage, read_write> probe: array<f32>; // planes at the offsets above

var<workgroup> tile: array<array<vec4f, 2u * quads>, tileLen>; // (tokens, B | C by fours)

// log(1 + eᵛ). For small eᵛ the sum 1 + eᵛ would round most of it away: five terms of the series do better.
fn softplus(v: vec4f) -> vec4f {
  let u = exp(v);
  let series = u * (1.0 - u * (0.5 - u * (1.0 / 3.0 - u * (0.25 - u * 0.2))));
  return select(select(log(1.0 + u), series, u < vec4f(0.05)), v, v > vec4f(20.0));
}

// Where the state n of channel e lies before (and after) this chunk.
fn stateAt(chunk: u32, e: u32, n: u32) -> u32 {
  if (chunked) {
    return ((chunk + 1u) * dState + n) * params.dInner + e;
  }
  return e * dState + n;
}

// B (column 0 … N − 1) or C (N … 2N − 1) of a token.
fn columnOf(t: u32, column: u32) -> f32 {
  if (select(params.holdC, params.holdB, column < dState) == 1u) {
    return turn[4u * params.dInner + column];
  }
  return dbc[t * (params.dtRank + 2u * dState) + params.dtRank + column];
}

// Four neighbouring states' share of B or C; 0 past the last state.
fn fourOf(t: u32, four: u32) -> vec4f {
  let first = four / quads * dState;
  let n = 4u * (four % quads);
  var values = vec4f(0.0);
  for (var i = 0u; i < 4u; i++) { // unrolled
    if (n + i < dState) {
      values[i] = columnOf(t, first + n + i);
    }
  }
  return values;
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
  var A: array<vec4f, quads>; // times log₂e
  var state: array<vec4f, quads>;
  for (var k = 0u; k < quads; k++) { // unrolled
    for (var i = 0u; i < 4u; i++) { // unrolled
      let n = 4u * k + i;
      if (n < dState) {
        if (chunked) {
          A[k][i] = h[n * E + e];
        } else {
          A[k][i] = -exp(ssm[row + n]) * turn[E + e] * log2e;
        }
        state[k][i] = h[stateAt(group.y, e, n)];
      }
    }
  }
  let D = ssm[row + dState];
  let gain = turn[2u * E + e];
  var bias = 0.0;
  var factor = 1.0;
  var held = -1.0;
  if (!chunked) {
    bias = ssm[row + dState + 1u];
    factor = turn[e];
    held = turn[3u * E + e];
  }

  for (var first = begin; first < end; first += tileLen) {
    // All are asked for before the first one is waited for.
    var fours: array<vec4f, brought>;
    for (var i = 0u; i < brought; i++) { // unrolled
      let slot = i * lanes + lane;
      if (slot < tileLen * 2u * quads) {
        fours[i] = fourOf(min(first + slot / (2u * quads), end - 1u), slot % (2u * quads));
      }
    }
    workgroupBarrier();
    for (var i = 0u; i < brought; i++) { // unrolled
      let slot = i * lanes + lane;
      if (slot < tileLen * 2u * quads) {
        tile[slot / (2u * quads)][slot % (2u * quads)] = fours[i];
      }
    }
    workgroupBarrier();
    let stop = min(first + tileLen, end);
    for (var i = 0u; first + i < stop; i += 4u) {
      let t = vec4u(first + i) + vec4u(0u, 1u, 2u, 3u);
      let tokens = min(t, vec4u(end - 1u));
      let at = tokens * E + e;
      let zAt = tokens * 2u * E + E + e;
      var own = vec4f(y[at.x], y[at.y], y[at.z], y[at.w]);
      let xt = vec4f(x[at.x], x[at.y], x[at.z], x[at.w]);
      let z = vec4f(xz[zAt.x], xz[zAt.y], xz[zAt.z], xz[zAt.w]);
      if (!chunked) {
        own = select(softplus(own + bias), vec4f(held), held >= 0.0) * factor;
      }
      // Past the tile's end Δ = 0: Ā = 1, B̄ = 0, the state stays.
      let delta = select(own, vec4f(0.0), t >= vec4u(stop));
      let input = delta * xt; // B̄ x = B Δ x
      var read = vec4f(0.0); // C · h
      for (var j = 0u; j < 4u; j++) { // unrolled
        var sum = vec4f(0.0);
        var moved = vec4f(0.0);
        var norm = vec4f(0.0);
        for (var k = 0u; k < quads; k++) { // unrolled
          let before = state[k];
          let Abar = exp2(delta[j] * A[k]);
          state[k] = Abar * before + input[j] * tile[i + j][k];
          sum += tile[i + j][quads + k] * state[k];
          if (probed) {
            moved += (state[k] - before) * (state[k] - before);
            norm += state[k] * state[k];
          }
        }
        read[j] = sum.x + sum.y + (sum.z + sum.w);
        if (probed && live && t[j] < stop) {
          writeProbe(at[j], delta[j], dot(moved, vec4f(1.0)), dot(norm, vec4f(1.0)));
          for (var k = 0u; k < quads; k++) { // unrolled
            for (var c = 0u; c < 4u; c++) { // unrolled
              if (params.probeH != notAsked && 4u * k + c < dState) {
                probe[params.probeH + at[j] * dState + 4u * k + c] = state[k][c];
              }
            }
          }
        }
      }
      let out = (read + D * xt) * gain;
      let gated = out * z / (1.0 + exp(-z));
      for (var j = 0u; j < 4u; j++) { // unrolled
        if (live && t[j] < stop) {
          y[at[j]] = gated[j];
          if (probed && params.probeY != notAsked) {
            probe[params.probeY + at[j]] = out[j];
          }
        }
      }
    }
  }
  for (var k = 0u; k < quads; k++) { // unrolled
    for (var i = 0u; i < 4u; i++) { // unrolled
      if (live && !chunked && 4u * k + i < dState) {
        h[stateAt(group.y, e, 4u * k + i)] = state[k][i];
      }
    }
  }
}

fn writeProbe(at: u32, delta: f32, moved: f32, norm: f32) {
  if (params.probeDelta != notAsked) {
    probe[params.probeDelta + at] = delta;
  }
  if (params.probeMoved != notAsked) {
    probe[params.probeMoved + at] = moved;
  }
  if (params.probeNorm != notAsked) {
    probe[params.probeNorm + at] = norm;
  }
}
