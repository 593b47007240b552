// SSD step 2: what a chunk by itself leaves in the state, S = Σ_j exp(a_last − a_j) Δ_j x_j ⊗ B_j, and most of step 3, in
// which states pass from chunk to chunk, h' = exp(a_last) h + S. A few chunks in a row are a segment. A workgroup makes
// 64 channels × 64 states of one head: it goes through the chunks of a segment with h in registers, from zeros, and
// stores h before each chunk. Before the first one that is zero, so there it stores what the segment as a whole leaves,
// which the next shader passes from segment to segment.
// A workgroup brings slices of 16 tokens of x and B into workgroup memory, and each thread multiplies its own 8 × 4 out
// of them while its share of the next slice, which may be the next chunk's first, is on the way.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  segmentSize: u32, // chunks a segment
  nHeads: u32, // H
  headDim: u32, // P
  nGroups: u32, // G
  dState: u32, // N
  holdB: u32, // 1: B is the turn's, not the token's
}

const lanes: u32 = 128; // 8 rows × 16 columns of threads; each makes 8 channels × 4 states
const share: u32 = 2; // fours of x, and of B, that a thread brings of a slice
const depth: u32 = 16; // tokens a slice

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> segsum: array<vec2f>; // (L, H): Δ, cumulative sum of ΔA
@group(0) @binding(3) var<storage, read> turn: array<f32>; // (4H + 2GN): … | B from 4H on | …
@group(0) @binding(4) var<storage, read_write> states: array<f32>; // (chunks, H, P, N): before each, or as above
@group(0) @binding(5) var<storage, read_write> decay: array<f32>; // (chunks, H): of h over the segment, likewise

var<workgroup> sliceX: array<array<vec4f, 16>, depth>; // (tokens, channels by fours), decayed
var<workgroup> sliceB: array<array<vec4f, 16>, depth>; // (tokens, states by fours)

// A four is every sixteenth of the tile's 64 channels or states: threads side by side then load and store numbers that
// lie side by side.
const apart: vec4u = vec4u(0u, 16u, 32u, 48u);

// Where a workgroup stands.
struct Place {
  head: u32,
  p0: u32, // first channel of the tile
  n0: u32, // first state of the tile
}

// What a thread brings of one slice, as it lies in memory: what is worked out of it can wait until it is there.
struct Share {
  x: vec4f,
  B: vec4f,
  step: vec2f, // Δ, cumulative sum of ΔA
}

// Of token j, a four of x and one of B.
fn shareOf(at: Place, j: u32, quad: u32) -> Share {
  let H = params.nHeads;
  let P = params.headDim;
  let N = params.dState;
  let E = H * P;
  let row = j * (E + 2u * params.nGroups * N);
  let x = row + at.head * P + min(vec4u(at.p0 + quad) + apart, vec4u(P - 1u));
  let column = at.head / (H / params.nGroups) * N + min(vec4u(at.n0 + quad) + apart, vec4u(N - 1u));
  var own = Share();
  own.step = segsum[j * H + at.head];
  own.x = vec4f(xbc[x.x], xbc[x.y], xbc[x.z], xbc[x.w]);
  if (params.holdB == 1u) {
    let b = 4u * H + column;
    own.B = vec4f(turn[b.x], turn[b.y], turn[b.z], turn[b.w]);
  } else {
    let b = row + E + column;
    own.B = vec4f(xbc[b.x], xbc[b.y], xbc[b.z], xbc[b.w]);
  }
  return own;
}

fn lastOf(chunk: u32) -> u32 {
  return min((chunk + 1u) * params.chunkSize, params.seqLen) - 1u;
}

@compute @workgroup_size(lanes)
fn ssdChunkState(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let H = params.nHeads;
  let P = params.headDim;
  let N = params.dState;
  let Q = params.chunkSize;
  let tiles = (P + 63u) / 64u;
  let at = Place(group.x / tiles, 64u * (group.x % tiles), 64u * group.y);
  let chunks = (params.seqLen + Q - 1u) / Q;
  let opening = group.z * params.segmentSize;
  let closing = min(opening + params.segmentSize, chunks) - 1u;
  let row = lane / 16u;
  let col = lane % 16u;
  var sums: array<vec4f, 8>; // (channels, states)
  var passed = 0.0; // sum of ΔA since the segment began
  var coming = segsum[lastOf(opening) * H + at.head].y; // sum of ΔA of the next chunk
  var shares: array<Share, share>;
  for (var s = 0u; s < share; s++) { // unrolled
    let slot = lane + s * lanes;
    shares[s] = shareOf(at, min(opening * Q + slot / 16u, lastOf(opening)), slot % 16u);
  }
  for (var chunk = opening; chunk <= closing; chunk++) {
    let last = lastOf(chunk);
    let total = coming;
    coming = segsum[lastOf(min(chunk + 1u, closing)) * H + at.head].y;
    for (var k = 0u; k < 8u; k++) { // unrolled
      sums[k] *= exp(min(0.0, total));
    }
    for (var begin = chunk * Q; begin <= last; begin += depth) {
      // The slice has been brought: put it where all can see it.
      workgroupBarrier();
      for (var s = 0u; s < share; s++) { // unrolled
        let slot = lane + s * lanes;
        let own = shares[s];
        let weight = exp(min(0.0, total - own.step.y)) * own.step.x;
        sliceX[slot / 16u][slot % 16u] = select(0.0, weight, begin + slot / 16u <= last) * own.x;
        sliceB[slot / 16u][slot % 16u] = own.B;
      }
      workgroupBarrier();
      // The next one: of this chunk, or of the one after it.
      let next = min(begin + depth, last + 1u);
      let end = lastOf(min(chunk + u32(next > last), closing));
      if (next <= end) {
        for (var s = 0u; s < share; s++) { // unrolled
          let slot = lane + s * lanes;
          shares[s] = shareOf(at, min(next + slot / 16u, end), slot % 16u);
        }
      }
      for (var j = 0u; j < depth; j++) {
        let right = sliceB[j][col];
        for (var r = 0u; r < 2u; r++) { // unrolled
          let left = sliceX[j][row + 8u * r];
          for (var m = 0u; m < 4u; m++) { // unrolled
            sums[4u * r + m] += left[m] * right;
          }
        }
      }
    }
    passed += total;
    let after = select(opening, chunk + 1u, chunk < closing);
    if (lane == 0u && at.p0 == 0u && at.n0 == 0u) {
      decay[after * H + at.head] = exp(min(0.0, passed));
    }
    // A thread beyond the last channel or state has worked out the last one's number, and stores it there once more.
    for (var r = 0u; r < 2u; r++) { // unrolled
      for (var m = 0u; m < 4u; m++) { // unrolled
        let p = min(at.p0 + row + 8u * r + 16u * m, P - 1u);
        for (var i = 0u; i < 4u; i++) { // unrolled
          let n = min(at.n0 + col + 16u * i, N - 1u);
          states[((after * H + at.head) * P + p) * N + n] = sums[4u * r + m][i];
        }
      }
    }
  }
}
