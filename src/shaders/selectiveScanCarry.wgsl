// The selective scan of a long sequence, second of three passes: states pass from chunk to chunk,
//   h' = exp(A Σ Δ) h + S
// Each chunk's own contribution S is replaced by the state before that chunk, from which the last pass
// (selectiveScan) starts all chunks side by side. One thread a state; the chunks follow each other, and are loaded
// many at a time.

struct Params {
  chunks: u32,
  dInner: u32, // E
}

const dState: u32 = 16; // specialised: N
const ahead: u32 = 16; // chunks loaded at a time

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> ssm: array<f32>; // (E, N + 2): A_log | D | bias of Δ
@group(0) @binding(2) var<storage, read> chunkDelta: array<f32>; // (chunks, E): Σ Δ
@group(0) @binding(3) var<storage, read> turn: array<f32>; // (4E + 2N): … | A× from E on | …
@group(0) @binding(4) var<storage, read_write> h: array<f32>; // (E, N): before the first chunk, then after the last
@group(0) @binding(5) var<storage, read_write> chunkState: array<f32>; // (chunks, N, E)

@compute @workgroup_size(32)
fn selectiveScanCarry(@builtin(global_invocation_id) id: vec3u) {
  let E = params.dInner;
  let e = id.x;
  let n = id.y;
  if (e >= E) {
    return;
  }
  let A = -exp(ssm[e * (dState + 2u) + n]) * turn[E + e];
  var state = h[e * dState + n];
  var own: array<f32, ahead>;
  var decay: array<f32, ahead>;
  for (var first = 0u; first < params.chunks; first += ahead) {
    for (var i = 0u; i < ahead; i++) { // unrolled
      let chunk = min(first + i, params.chunks - 1u);
      own[i] = chunkState[(chunk * dState + n) * E + e];
      decay[i] = chunkDelta[chunk * E + e];
    }
    for (var i = 0u; i < ahead; i++) { // unrolled
      if (first + i < params.chunks) {
        chunkState[((first + i) * dState + n) * E + e] = state;
        state = exp(A * decay[i]) * state + own[i];
      }
    }
  }
  h[e * dState + n] = state;
}
