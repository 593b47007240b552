// The selective scan of a long sequence, second of three passes: states pass from chunk to chunk,
//   h' = exp(A Σ Δ) h + S
// Each chunk's own contribution S is replaced by the state before that chunk, from which the last pass
// (selectiveScan) starts all chunks side by side. A state has several threads. Each of them draws its own chunks
// together into one step of the same form, all see all steps, and each then walks its chunks with the state that is
// before them.

struct Params {
  chunks: u32,
  dInner: u32, // E
}

const dState: u32 = 16; // specialised: N
const lanes: u32 = 32; // channels side by side
const parts: u32 = 8; // specialised: threads a state
const each: u32 = 8; // specialised: chunks a thread, loaded at once

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> chunkDelta: array<f32>; // (chunks, E): Σ Δ
@group(0) @binding(2) var<storage, read_write> h: array<f32>; // (E, N): before the first chunk, then after the last
@group(0) @binding(3) var<storage, read_write> chunkState: array<f32>; // (1 + chunks, N, E): A log₂e | S

var<workgroup> steps: array<array<vec2f, lanes>, parts>; // what to multiply the state by, what to add then

@compute @workgroup_size(lanes, parts)
fn selectiveScanCarry(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_id) local: vec3u,
) {
  let E = params.dInner;
  let n = group.y;
  // Threads past the last channel stay for the barriers and write nothing.
  let channel = group.x * lanes + local.x;
  let e = min(channel, E - 1u);
  let A = chunkState[n * E + e];
  var state = h[e * dState + n];
  var own: array<f32, each>;
  var decay: array<f32, each>;
  for (var first = 0u; first < params.chunks; first += parts * each) {
    let mine = first + local.y * each;
    for (var i = 0u; i < each; i++) { // unrolled
      let chunk = min(mine + i, params.chunks - 1u);
      own[i] = chunkState[((chunk + 1u) * dState + n) * E + e];
      decay[i] = chunkDelta[chunk * E + e];
    }
    var step = vec2f(1.0, 0.0);
    for (var i = 0u; i < each; i++) { // unrolled
      decay[i] = exp2(A * decay[i]);
      if (mine + i < params.chunks) {
        step = vec2f(decay[i] * step.x, decay[i] * step.y + own[i]);
      }
    }
    steps[local.y][local.x] = step;
    workgroupBarrier();
    var before = state;
    for (var part = 0u; part < parts; part++) { // unrolled
      let other = steps[part][local.x];
      if (part < local.y) {
        before = other.x * before + other.y;
      }
      state = other.x * state + other.y;
    }
    workgroupBarrier();
    for (var i = 0u; i < each; i++) { // unrolled
      if (channel < E && mine + i < params.chunks) {
        chunkState[((mine + i + 1u) * dState + n) * E + e] = before;
        before = decay[i] * before + own[i];
      }
    }
  }
  if (channel < E && local.y == 0u) {
    h[e * dState + n] = state;
  }
}
