// The selective scan of a long sequence, second of three passes: states pass from chunk to chunk,
//   h' = exp(A Σ Δ) h + S
// Each chunk's own contribution S is replaced by the state before that chunk, from which the last pass
// (selectiveScan) starts all chunks side by side. One thread a state; the chunks follow each other.

struct Params {
  chunks: u32,
  dInner: u32, // E
}

const dState: u32 = 16; // specialised: N

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> ssm: array<f32>; // (E, N + 2): A_log | D | bias of Δ
@group(0) @binding(2) var<storage, read> chunkDelta: array<f32>; // (chunks, E): Σ Δ
@group(0) @binding(3) var<storage, read> h: array<f32>; // (E, N): before the first chunk
@group(0) @binding(4) var<storage, read> turn: array<f32>; // (4E + 2N): … | A× from E on | …
@group(0) @binding(5) var<storage, read_write> chunkState: array<f32>; // (chunks, E, N)

@compute @workgroup_size(64)
fn selectiveScanCarry(@builtin(global_invocation_id) id: vec3u) {
  let size = params.dInner * dState;
  if (id.x >= size) {
    return;
  }
  let e = id.x / dState;
  let A = -exp(ssm[e * (dState + 2u) + id.x % dState]) * turn[params.dInner + e];
  var state = h[id.x];
  for (var chunk = 0u; chunk < params.chunks; chunk++) {
    let at = chunk * size + id.x;
    let own = chunkState[at];
    chunkState[at] = state;
    state = exp(A * chunkDelta[chunk * params.dInner + e]) * state + own;
  }
}
