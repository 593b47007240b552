// SSD step 2: what each chunk by itself leaves in the state, S = Σ_j exp(a_last − a_j) Δ_j x_j ⊗ B_j.
// A workgroup makes 64 channels × 64 states of one head and chunk: it brings slices of 16 tokens of x and B into workgroup
// memory, and each thread multiplies its own 8 × 4 out of them.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  nHeads: u32, // H
  headDim: u32, // P
  nGroups: u32, // G
  dState: u32, // N
  holdB: u32, // 1: B is the turn's, not the token's
}

const lanes: u32 = 128; // 8 groups of channels × 16 groups of states
const depth: u32 = 16; // tokens a slice

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> segsum: array<vec2f>; // (L, H): Δ, cumulative sum of ΔA
@group(0) @binding(3) var<storage, read> turn: array<f32>; // (4H + 2GN): … | B from 4H on | …
@group(0) @binding(4) var<storage, read_write> states: array<f32>; // (chunks, H, P, N)

var<workgroup> sliceX: array<vec4f, depth * 16u>; // (tokens, channels by fours), decayed
var<workgroup> sliceB: array<vec4f, depth * 16u>; // (tokens, states by fours)

@compute @workgroup_size(lanes)
fn ssdChunkState(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let H = params.nHeads;
  let P = params.headDim;
  let N = params.dState;
  let tiles = (P + 63u) / 64u;
  let head = group.x / tiles;
  let p0 = 64u * (group.x % tiles);
  let n0 = 64u * group.y;
  let first = group.z * params.chunkSize;
  let last = min(first + params.chunkSize, params.seqLen) - 1u;
  let total = segsum[last * H + head].y;
  let E = H * P;
  let stride = E + 2u * params.nGroups * N;
  let columnB = head / (H / params.nGroups) * N;
  let mine = lane / 16u;
  let four = lane % 16u;
  var sums: array<vec4f, 8>; // (channels, states)
  for (var begin = first; begin <= last; begin += depth) {
    for (var slot = lane; slot < depth * 16u; slot += lanes) {
      let j = begin + slot / 16u;
      let row = min(j, last) * stride;
      let step = segsum[min(j, last) * H + head];
      let p = min(vec4u(p0 + 4u * (slot % 16u)) + vec4u(0u, 1u, 2u, 3u), vec4u(P - 1u)) + head * P + row;
      let n = min(vec4u(n0 + 4u * (slot % 16u)) + vec4u(0u, 1u, 2u, 3u), vec4u(N - 1u)) + columnB;
      let weight = select(0.0, exp(min(0.0, total - step.y)) * step.x, j <= last);
      sliceX[slot] = weight * vec4f(xbc[p.x], xbc[p.y], xbc[p.z], xbc[p.w]);
      if (params.holdB == 1u) {
        let at = n + 4u * H;
        sliceB[slot] = vec4f(turn[at.x], turn[at.y], turn[at.z], turn[at.w]);
      } else {
        let at = n + E + row;
        sliceB[slot] = vec4f(xbc[at.x], xbc[at.y], xbc[at.z], xbc[at.w]);
      }
    }
    workgroupBarrier();
    for (var i = 0u; i < depth; i++) {
      let B = sliceB[i * 16u + four];
      for (var j = 0u; j < 2u; j++) { // unrolled
        let x = sliceX[i * 16u + 2u * mine + j];
        sums[4u * j] += x.x * B;
        sums[4u * j + 1u] += x.y * B;
        sums[4u * j + 2u] += x.z * B;
        sums[4u * j + 3u] += x.w * B;
      }
    }
    workgroupBarrier();
  }
  for (var j = 0u; j < 8u; j++) { // unrolled
    let p = p0 + 8u * mine + j;
    for (var i = 0u; i < 4u; i++) { // unrolled
      let n = n0 + 4u * four + i;
      if (p < P && n < N) {
        states[((group.z * H + head) * P + p) * N + n] = sums[j][i];
      }
    }
  }
}
