// SSD, step 1, second half, and step 4: within a chunk every token hears the earlier ones through L = exp(segsum), and
// all that came before the chunk through the state h that was passed to it,
//   Y_i = Σ_{j ≤ i} scores_ij L_ij Δ_j x_j   (a diagonal block)   +   exp(a_i) C_i · h   +   D x_i
// L_ij = exp(a_i − a_j): the exponent is clamped at 0, since rounding in cumulative sums could turn it positive.
// A workgroup makes 64 tokens × 64 channels of one head: both sums are products of matrices, brought into workgroup
// memory in slices of 16, out of which each thread multiplies its own 8 × 4.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  nHeads: u32, // H
  headDim: u32, // P
  nGroups: u32, // G
  dState: u32, // N
  holdC: u32, // 1: C is the turn's, not the token's
}

const lanes: u32 = 128; // 8 groups of tokens × 16 groups of channels
const depth: u32 = 16; // states, or tokens j, a slice
const pitch: u32 = 17; // 16 fours and one more, or threads that write side by side would queue for one memory bank

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(2) var<storage, read> scores: array<f32>; // (L, G, Q)
@group(0) @binding(3) var<storage, read> segsum: array<vec2f>; // (L, H): Δ, cumulative sum of ΔA
@group(0) @binding(4) var<storage, read> ssm: array<f32>; // (H, 3): A_log | D | bias of Δ
@group(0) @binding(5) var<storage, read> states: array<f32>; // (chunks, H, P, N): before each chunk
@group(0) @binding(6) var<storage, read> turn: array<f32>; // (4H + 2GN): … | gain from 2H on | … | C
@group(0) @binding(7) var<storage, read_write> y: array<f32>; // (L, E)

var<workgroup> left: array<vec4f, depth * pitch>; // (states or tokens j, tokens i by fours)
var<workgroup> right: array<vec4f, depth * pitch>; // (states or tokens j, channels by fours)
var<private> sums: array<vec4f, 8>; // (tokens i, channels)

// sums += leftᵀ right, this thread's part.
fn multiply(lane: u32) {
  for (var k = 0u; k < depth; k++) {
    let w = right[k * pitch + lane % 16u];
    for (var j = 0u; j < 2u; j++) { // unrolled
      let value = left[k * pitch + 2u * (lane / 16u) + j];
      sums[4u * j] += value.x * w;
      sums[4u * j + 1u] += value.y * w;
      sums[4u * j + 2u] += value.z * w;
      sums[4u * j + 3u] += value.w * w;
    }
  }
}

@compute @workgroup_size(lanes)
fn ssdOutput(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let H = params.nHeads;
  let P = params.headDim;
  let N = params.dState;
  let G = params.nGroups;
  let tiles = (P + 63u) / 64u;
  let head = group.x / tiles;
  let p0 = 64u * (group.x % tiles);
  let first = group.z * params.chunkSize;
  let last = min(first + params.chunkSize, params.seqLen) - 1u;
  let i0 = first + 64u * group.y;
  if (i0 > last) {
    return;
  }
  let E = H * P;
  let stride = E + 2u * G * N;
  let g = head / (H / G);
  let columnC = (G + g) * N;
  let mine = i0 + 8u * (lane / 16u); // this thread's first token …
  let four = p0 + 4u * (lane % 16u); // … and first channel

  // Step 4: C_i · h, then decayed by exp(a_i).
  for (var n0 = 0u; n0 < N; n0 += depth) {
    for (var slot = lane; slot < depth * 16u; slot += lanes) {
      let n = n0 + slot % depth;
      let to = slot % depth * pitch + slot / depth;
      let i = min(vec4u(i0 + 4u * (slot / depth)) + vec4u(0u, 1u, 2u, 3u), vec4u(last));
      let p = min(vec4u(p0 + 4u * (slot / depth)) + vec4u(0u, 1u, 2u, 3u), vec4u(P - 1u));
      let column = columnC + min(n, N - 1u);
      let at = i * stride + E + column;
      var C = vec4f(xbc[at.x], xbc[at.y], xbc[at.z], xbc[at.w]);
      if (params.holdC == 1u) {
        C = vec4f(turn[4u * H + column]);
      }
      left[to] = select(vec4f(0.0), C, n < N);
      let h = ((group.z * H + head) * P + p) * N + min(n, N - 1u);
      right[to] = vec4f(states[h.x], states[h.y], states[h.z], states[h.w]);
    }
    workgroupBarrier();
    multiply(lane);
    workgroupBarrier();
  }
  for (var j = 0u; j < 8u; j++) { // unrolled
    sums[j] *= exp(min(0.0, segsum[min(mine + j, last) * H + head].y));
  }

  // Step 1: the diagonal block, (scores ∘ L) Δx.
  for (var j0 = first; j0 <= min(i0 + 63u, last); j0 += depth) {
    for (var slot = lane; slot < depth * 16u; slot += lanes) {
      let j = j0 + slot % depth;
      let step = segsum[min(j, last) * H + head];
      var values = vec4f(0.0);
      for (var k = 0u; k < 4u; k++) { // unrolled
        let i = i0 + 4u * (slot / depth) + k;
        if (j <= i && i <= last) {
          let L = exp(min(0.0, segsum[i * H + head].y - step.y));
          values[k] = scores[(i * G + g) * params.chunkSize + j - first] * L * step.x;
        }
      }
      left[slot % depth * pitch + slot / depth] = values;
      let row = min(j0 + slot / 16u, last) * stride + head * P;
      let p = row + min(vec4u(p0 + 4u * (slot % 16u)) + vec4u(0u, 1u, 2u, 3u), vec4u(P - 1u));
      right[slot / 16u * pitch + slot % 16u] = vec4f(xbc[p.x], xbc[p.y], xbc[p.z], xbc[p.w]);
    }
    workgroupBarrier();
    multiply(lane);
    workgroupBarrier();
  }

  let D = ssm[3u * head + 1u];
  let gain = turn[2u * H + head];
  for (var j = 0u; j < 8u; j++) { // unrolled
    let i = mine + j;
    for (var k = 0u; k < 4u; k++) { // unrolled
      let p = four + k;
      if (i <= last && p < P) {
        y[i * E + head * P + p] = gain * (sums[j][k] + D * xbc[i * stride + head * P + p]);
      }
    }
  }
}
