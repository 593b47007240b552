// SSD step 2: what each chunk by itself leaves in the state, S = Σ_j exp(a_last − a_j) Δ_j x_j ⊗ B_j.
// A workgroup makes 64 channels × 64 states of one head and chunk: it brings slices of 16 tokens of x and B into workgroup
// memory, and each thread multiplies its own 8 × 4 out of them while its share of the next slice is on the way.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
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
@group(0) @binding(4) var<storage, read_write> states: array<f32>; // (chunks, H, P, N)

var<workgroup> sliceX: array<array<vec4f, 16>, depth>; // (tokens, channels by fours), decayed
var<workgroup> sliceB: array<array<vec4f, 16>, depth>; // (tokens, states by fours)

// A four is every sixteenth of the tile's 64 channels or states: threads side by side then load and store numbers that
// lie side by side.
const apart: vec4u = vec4u(0u, 16u, 32u, 48u);

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
  let p0 = 64u * (group.x % tiles);
  let n0 = 64u * group.y;
  let row = lane / 16u;
  let col = lane % 16u;
  var x: array<vec4f, share>;
  var B: array<vec4f, share>;
  var sums: array<vec4f, 8>; // (channels, states)
  for (var begin = first; begin <= last + depth; begin += depth) {
    // The slice before this one has been brought: put it where all can see it.
    let ready = begin > first;
    if (ready) {
      workgroupBarrier();
      for (var s = 0u; s < share; s++) { // unrolled
        let slot = lane + s * lanes;
        sliceX[slot / 16u][slot % 16u] = x[s];
        sliceB[slot / 16u][slot % 16u] = B[s];
      }
      workgroupBarrier();
    }
    if (begin <= last) {
      for (var s = 0u; s < share; s++) { // unrolled
        let slot = lane + s * lanes;
        let j = begin + slot / 16u;
        let row = min(j, last) * stride;
        let step = segsum[min(j, last) * H + head];
        let weight = select(0.0, exp(min(0.0, total - step.y)) * step.x, j <= last);
        let p = head * P + min(vec4u(p0 + slot % 16u) + apart, vec4u(P - 1u));
        let n = B0 + min(vec4u(n0 + slot % 16u) + apart, vec4u(N - 1u));
        x[s] = weight * vec4f(xbc[row + p.x], xbc[row + p.y], xbc[row + p.z], xbc[row + p.w]);
        if (params.holdB == 1u) {
          let at = 4u * H + n;
          B[s] = vec4f(turn[at.x], turn[at.y], turn[at.z], turn[at.w]);
        } else {
          let at = row + E + n;
          B[s] = vec4f(xbc[at.x], xbc[at.y], xbc[at.z], xbc[at.w]);
        }
      }
    }
    if (ready) {
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
  }
  for (var r = 0u; r < 2u; r++) { // unrolled
    for (var m = 0u; m < 4u; m++) { // unrolled
      let p = p0 + row + 8u * r + 16u * m;
      for (var i = 0u; i < 4u; i++) { // unrolled
        let n = n0 + col + 16u * i;
        if (p < P && n < N) {
          states[((group.z * H + head) * P + p) * N + n] = sums[4u * r + m][i];
        }
      }
    }
  }
}
