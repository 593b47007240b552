// SSD step 2: what each chunk by itself leaves in the state, S = Σ_j exp(a_last − a_j) Δ_j x_j ⊗ B_j.
// A workgroup makes 64 channels × 64 states of one head and chunk: it brings slices of 16 tokens of x and B into workgroup
// memory, and each thread multiplies its own 4 × 4 out of them while its share of the next slice is on the way.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  nHeads: u32, // H
  headDim: u32, // P
  nGroups: u32, // G
  dState: u32, // N
  holdB: u32, // 1: B is the turn's, not the token's
}

const lanes: u32 = 256; // 16 groups of channels × 16 groups of states
const depth: u32 = 16; // tokens a slice

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> segsum: array<vec2f>; // (L, H): Δ, cumulative sum of ΔA
@group(0) @binding(3) var<storage, read> turn: array<f32>; // (4H + 2GN): … | B from 4H on | …
@group(0) @binding(4) var<storage, read_write> states: array<f32>; // (chunks, H, P, N)

var<workgroup> sliceX: array<vec4f, lanes>; // (tokens, channels by fours), decayed
var<workgroup> sliceB: array<vec4f, lanes>; // (tokens, states by fours)

// Four neighbours of x or B in a row, `begin` on; where there are fewer, the last again.
fn four(row: u32, begin: u32, end: u32) -> vec4f {
  let at = min(vec4u(begin) + vec4u(0u, 1u, 2u, 3u), vec4u(end - 1u)) + row;
  return vec4f(xbc[at.x], xbc[at.y], xbc[at.z], xbc[at.w]);
}

fn fourHeld(begin: u32, end: u32) -> vec4f {
  let at = min(vec4u(begin) + vec4u(0u, 1u, 2u, 3u), vec4u(end - 1u)) + 4u * params.nHeads;
  return vec4f(turn[at.x], turn[at.y], turn[at.z], turn[at.w]);
}

@compute @workgroup_size(lanes)
fn ssdChunkState(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let H = params.nHeads;
  let P = params.headDim;
  let N = params.dState;
  let tiles = (P + 63u) / 64u;
  let head = group.x / tiles;
  let first = group.z * params.chunkSize;
  let last = min(first + params.chunkSize, params.seqLen) - 1u;
  let total = segsum[last * H + head].y;
  let E = H * P;
  let stride = E + 2u * params.nGroups * N;
  let B0 = head / (H / params.nGroups) * N; // the group's first column of B
  // What this thread brings: four channels and four states of every sixteenth token.
  let bringP = head * P + 64u * (group.x % tiles) + 4u * (lane % 16u);
  let bringN = B0 + 64u * group.y + 4u * (lane % 16u);
  var x: vec4f;
  var B: vec4f;
  var sums: array<vec4f, 4>; // (channels, states)
  for (var begin = first; begin <= last + depth; begin += depth) {
    // The slice before this one has been brought: put it where all can see it.
    let ready = begin > first;
    if (ready) {
      workgroupBarrier();
      sliceX[lane] = x;
      sliceB[lane] = B;
      workgroupBarrier();
    }
    if (begin <= last) {
      let j = begin + lane / 16u;
      let row = min(j, last) * stride;
      let step = segsum[min(j, last) * H + head];
      let weight = select(0.0, exp(min(0.0, total - step.y)) * step.x, j <= last);
      x = weight * four(row, bringP, (head + 1u) * P);
      B = four(row + E, bringN, B0 + N);
      if (params.holdB == 1u) {
        B = fourHeld(bringN, B0 + N);
      }
    }
    if (ready) {
      for (var j = 0u; j < depth; j++) {
        let left = sliceX[j * 16u + lane / 16u];
        let right = sliceB[j * 16u + lane % 16u];
        sums[0] += left.x * right;
        sums[1] += left.y * right;
        sums[2] += left.z * right;
        sums[3] += left.w * right;
      }
    }
  }
  for (var j = 0u; j < 4u; j++) { // unrolled
    let p = 64u * (group.x % tiles) + 4u * (lane / 16u) + j;
    for (var i = 0u; i < 4u; i++) { // unrolled
      let n = 64u * group.y + 4u * (lane % 16u) + i;
      if (p < P && n < N) {
        states[((group.z * H + head) * P + p) * N + n] = sums[j][i];
      }
    }
  }
}
