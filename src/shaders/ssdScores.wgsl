// SSD step 1, first half: what token j says to token i of the same chunk, scores_ij = C_i · B_j for j ≤ i. All heads of
// a group share them; each head's decay comes in the output step. A workgroup makes 32 × 32 of them: it brings slices
// of 16 states of C and B into workgroup memory, and each thread multiplies its own 4 × 4 out of them while its share of
// the next slice is on the way.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  nHeads: u32, // H
  dInner: u32, // E
  nGroups: u32, // G
  dState: u32, // N
  holdB: u32, // 1: B is the turn's, not the token's
  holdC: u32, // … and so is C
}

const lanes: u32 = 64; // 8 groups of i × 8 groups of j
const depth: u32 = 16; // states a slice
const share: u32 = 2; // fours of C, and of B, that a thread brings of a slice
const pitch: u32 = 9; // 8 fours and one more, or threads that write side by side would queue for one memory bank

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> turn: array<f32>; // (4H + 2GN): … | B | C from 4H on
@group(0) @binding(3) var<storage, read_write> scores: array<f32>; // (L, G, Q)

var<workgroup> sliceC: array<array<vec4f, pitch>, depth>; // (states, tokens i by fours)
var<workgroup> sliceB: array<array<vec4f, pitch>, depth>; // (states, tokens j by fours)

// State n of B (from 0) or C (from G·N) of four tokens.
fn fourOf(t: vec4u, column: u32, hold: u32) -> vec4f {
  if (hold == 1u) {
    return vec4f(turn[4u * params.nHeads + column]);
  }
  let at = t * (params.dInner + 2u * params.nGroups * params.dState) + params.dInner + column;
  return vec4f(xbc[at.x], xbc[at.y], xbc[at.z], xbc[at.w]);
}

@compute @workgroup_size(lanes)
fn ssdScores(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let G = params.nGroups;
  let chunk = group.z / G;
  let g = group.z % G;
  let first = chunk * params.chunkSize;
  let last = min(first + params.chunkSize, params.seqLen) - 1u;
  let i0 = first + 32u * group.y;
  let j0 = first + 32u * group.x;
  // Nothing is said to earlier tokens, and a last chunk may end before this tile.
  if (group.x > group.y || i0 > last) {
    return;
  }
  let mine = lane / 8u;
  let theirs = lane % 8u;
  var sums: array<vec4f, 4>; // (i, j)
  var bringC: array<vec4f, share>;
  var bringB: array<vec4f, share>;
  for (var n0 = 0u; n0 < params.dState + depth; n0 += depth) {
    // The slice before this one has been brought: put it where all can see it.
    if (n0 > 0u) {
      workgroupBarrier();
      for (var s = 0u; s < share; s++) { // unrolled
        let slot = lane + s * lanes;
        sliceC[slot % depth][slot / depth] = bringC[s];
        sliceB[slot % depth][slot / depth] = bringB[s];
      }
      workgroupBarrier();
    }
    if (n0 < params.dState) {
      for (var s = 0u; s < share; s++) { // unrolled
        let slot = lane + s * lanes;
        let n = n0 + slot % depth;
        let four = slot / depth;
        let column = g * params.dState + min(n, params.dState - 1u);
        let i = min(vec4u(i0 + 4u * four) + vec4u(0u, 1u, 2u, 3u), vec4u(last));
        let j = min(vec4u(j0 + 4u * four) + vec4u(0u, 1u, 2u, 3u), vec4u(last));
        let C = fourOf(i, G * params.dState + column, params.holdC);
        bringC[s] = select(vec4f(0.0), C, n < params.dState);
        bringB[s] = fourOf(j, column, params.holdB);
      }
    }
    if (n0 > 0u) {
      for (var n = 0u; n < depth; n++) {
        let C = sliceC[n][mine];
        let B = sliceB[n][theirs];
        sums[0] += C.x * B;
        sums[1] += C.y * B;
        sums[2] += C.z * B;
        sums[3] += C.w * B;
      }
    }
  }
  for (var k = 0u; k < 4u; k++) { // unrolled
    let i = i0 + 4u * mine + k;
    for (var m = 0u; m < 4u; m++) { // unrolled
      let j = j0 + 4u * theirs + m;
      if (i <= last && j <= i) {
        scores[(i * G + g) * params.chunkSize + j - first] = sums[k][m];
      }
    }
  }
}
