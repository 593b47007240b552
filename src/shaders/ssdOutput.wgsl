// SSD, step 1, second half, and step 4: within a chunk every token hears the earlier ones through L = exp(segsum), and
// all that came before the chunk through the state h before it,
//   Y_i = Σ_{j ≤ i} scores_ij L_ij Δ_j x_j   (a diagonal block)   +   exp(a_i) C_i · h   +   D x_i
// h is what has gathered since the chunk's segment began, and what is left of the state before the segment, which lies
// with the segment's first chunk.
// L_ij = exp(a_i − a_j): the exponent is clamped at 0, since rounding in cumulative sums could turn it positive.
// A workgroup makes 64 tokens × 64 channels of one head: both sums are products of matrices, brought into workgroup
// memory in slices of 16, out of which each thread multiplies its own 8 × 4 while its share of the next is on the way.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  segmentSize: u32, // chunks a segment
  nHeads: u32, // H
  headDim: u32, // P
  nGroups: u32, // G
  dState: u32, // N
  holdC: u32, // 1: C is the turn's, not the token's
}

const lanes: u32 = 128; // 8 rows × 16 columns of threads; each makes 8 tokens × 4 channels
const share: u32 = 2; // fours of either side that a thread brings of a slice
const depth: u32 = 16; // states, or tokens j, a slice
const pitch: u32 = 17; // 16 fours and one more, or threads that write side by side would queue for one memory bank

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> scores: array<f32>; // (L, G, Q)
@group(0) @binding(3) var<storage, read> segsum: array<vec2f>; // (L, H): Δ, cumulative sum of ΔA
@group(0) @binding(4) var<storage, read> ssm: array<f32>; // (H, 3): A_log | D | bias of Δ
@group(0) @binding(5) var<storage, read> states: array<f32>; // (chunks, H, P, N): since, or before, the segment
@group(0) @binding(6) var<storage, read> decay: array<f32>; // (chunks, H): what is left of the state before the segment
@group(0) @binding(7) var<storage, read> turn: array<f32>; // (4H + 2GN): … | gain from 2H on | … | C
@group(0) @binding(8) var<storage, read_write> y: array<f32>; // (L, E)

var<workgroup> left: array<array<vec4f, pitch>, depth>; // (states or tokens j, tokens i by fours)
var<workgroup> right: array<array<vec4f, pitch>, depth>; // (states or tokens j, channels by fours)

const ramp: vec4u = vec4u(0u, 1u, 2u, 3u);
// A four of channels is every sixteenth of the tile's 64: threads side by side then load and store numbers that lie side
// by side. A four of tokens is neighbours.
const apart: vec4u = vec4u(0u, 16u, 32u, 48u);

// Where a workgroup stands.
struct Place {
  head: u32,
  chunk: u32,
  opening: u32, // chunk with which the segment begins
  kept: f32, // of the state before the segment, at the chunk
  first: u32, // token of the chunk
  last: u32, // token of the chunk
  i0: u32, // first token of the tile
  p0: u32, // first channel of the tile
}

// What a thread brings of one slice.
struct Share {
  left: vec4f,
  right: vec4f,
}

// Of step 4: C of state n of four tokens, and h of that state of four channels.
fn shareOfState(at: Place, n: u32, quad: u32) -> Share {
  let P = params.headDim;
  let N = params.dState;
  let G = params.nGroups;
  let E = params.nHeads * P;
  let i = min(vec4u(at.i0 + 4u * quad) + ramp, vec4u(at.last));
  let p = min(vec4u(at.p0 + quad) + apart, vec4u(P - 1u));
  let column = (G + at.head / (params.nHeads / G)) * N + min(n, N - 1u);
  let c = i * (E + 2u * G * N) + E + column;
  let own = at.head * P * N + p * N + min(n, N - 1u);
  var C = vec4f(xbc[c.x], xbc[c.y], xbc[c.z], xbc[c.w]);
  if (params.holdC == 1u) {
    C = vec4f(turn[4u * params.nHeads + column]);
  }
  var h = at.chunk * E * N + own;
  var before = vec4f(states[h.x], states[h.y], states[h.z], states[h.w]);
  if (at.chunk > at.opening) {
    h = at.opening * E * N + own;
    before += at.kept * vec4f(states[h.x], states[h.y], states[h.z], states[h.w]);
  }
  return Share(select(vec4f(0.0), C, n < N), before);
}

// Of step 1: scores ∘ L times Δ of token j towards four tokens i; D of j towards itself comes on top.
fn weights(at: Place, j: u32, quad: u32, D: f32) -> vec4f {
  let H = params.nHeads;
  let G = params.nGroups;
  let step = segsum[min(j, at.last) * H + at.head];
  let i = vec4u(at.i0 + 4u * quad) + ramp;
  let row = min(i, vec4u(at.last));
  let s = (row * G + at.head / (H / G)) * params.chunkSize + min(j - at.first, params.chunkSize - 1u);
  let said = vec4f(scores[s.x], scores[s.y], scores[s.z], scores[s.w]);
  let a = row * H + at.head;
  let sum = vec4f(segsum[a.x].y, segsum[a.y].y, segsum[a.z].y, segsum[a.w].y);
  let L = exp(min(vec4f(0.0), sum - step.y));
  let skip = select(vec4f(0.0), vec4f(D), vec4u(j) == i);
  return select(vec4f(0.0), said * L * step.x + skip, (vec4u(j) <= i) & (i <= vec4u(at.last)));
}

// … and x of token j, four channels.
fn inputs(at: Place, j: u32, quad: u32) -> vec4f {
  let P = params.headDim;
  let stride = params.nHeads * P + 2u * params.nGroups * params.dState;
  let p = min(vec4u(at.p0 + quad) + apart, vec4u(P - 1u));
  let x = min(j, at.last) * stride + at.head * P + p;
  return vec4f(xbc[x.x], xbc[x.y], xbc[x.z], xbc[x.w]);
}

@compute @workgroup_size(lanes)
fn ssdOutput(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let H = params.nHeads;
  let P = params.headDim;
  let N = params.dState;
  let tiles = (P + 63u) / 64u;
  let first = group.z * params.chunkSize;
  let last = min(first + params.chunkSize, params.seqLen) - 1u;
  let i0 = first + 64u * group.y;
  if (i0 > last) {
    return;
  }
  let head = group.x / tiles;
  let opening = group.z / params.segmentSize * params.segmentSize;
  let kept = decay[group.z * H + head];
  let at = Place(head, group.z, opening, kept, first, last, i0, 64u * (group.x % tiles));
  let row = lane / 16u;
  let col = lane % 16u;
  let D = ssm[3u * at.head + 1u];
  // Slices of step 4, then those of step 1: tokens j up to the tile's last.
  let passed = (N + depth - 1u) / depth;
  let slices = passed + (min(at.i0 + 63u, last) - first) / depth + 1u;
  var shares: array<Share, share>;
  var sums: array<vec4f, 8>; // (tokens i, channels)
  for (var slice = 0u; slice <= slices; slice++) {
    // The slice before this one has been brought: put it where all can see it.
    if (slice > 0u) {
      workgroupBarrier();
      for (var s = 0u; s < share; s++) { // unrolled
        let slot = lane + s * lanes;
        left[slot % depth][slot / depth] = shares[s].left;
        if (slice <= passed) {
          right[slot % depth][slot / depth] = shares[s].right;
        } else {
          right[slot / 16u][slot % 16u] = shares[s].right;
        }
      }
      workgroupBarrier();
    }
    if (slice < passed) {
      for (var s = 0u; s < share; s++) { // unrolled
        let slot = lane + s * lanes;
        shares[s] = shareOfState(at, slice * depth + slot % depth, slot / depth);
      }
    } else if (slice < slices) {
      let j0 = first + (slice - passed) * depth;
      for (var s = 0u; s < share; s++) { // unrolled
        let slot = lane + s * lanes;
        shares[s].left = vec4f(0.0);
        // Tokens hear nothing of a slice that begins after them.
        if (j0 <= at.i0 + 4u * (slot / depth) + 3u) {
          shares[s].left = weights(at, j0 + slot % depth, slot / depth, D);
        }
        shares[s].right = inputs(at, j0 + slot / 16u, slot % 16u);
      }
    }
    if (slice > 0u) {
      for (var k = 0u; k < depth; k++) {
        let w = right[k][col];
        for (var r = 0u; r < 2u; r++) { // unrolled
          let value = left[k][row + 8u * r];
          for (var m = 0u; m < 4u; m++) { // unrolled
            sums[4u * r + m] += value[m] * w;
          }
        }
      }
    }
    // Step 4 is C_i · h, then decayed by exp(a_i).
    if (slice == passed) {
      for (var r = 0u; r < 2u; r++) { // unrolled
        for (var m = 0u; m < 4u; m++) { // unrolled
          let i = min(at.i0 + 4u * (row + 8u * r) + m, last);
          sums[4u * r + m] *= exp(min(0.0, segsum[i * H + at.head].y));
        }
      }
    }
  }

  let gain = turn[2u * H + at.head];
  for (var r = 0u; r < 2u; r++) { // unrolled
    for (var m = 0u; m < 4u; m++) { // unrolled
      let i = at.i0 + 4u * (row + 8u * r) + m;
      for (var k = 0u; k < 4u; k++) { // unrolled
        let p = at.p0 + col + 16u * k;
        if (i <= last && p < P) {
          y[i * H * P + at.head * P + p] = gain * sums[4u * r + m][k];
        }
      }
    }
  }
}
