// SSD step 3, second half: states pass from segment to segment, h' = decay h + S. What a segment by itself leaves, S,
// is replaced by the state before that segment, which the output step reads. Both lie with the segment's first chunk.
// One thread a state; the segments follow each other, and are loaded many at a time.

struct Params {
  seqLen: u32, // L
  chunkSize: u32, // Q
  segmentSize: u32, // chunks a segment
  nHeads: u32, // H
  headDim: u32, // P
  dState: u32, // N
}

const ahead: u32 = 8; // segments loaded at a time

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> decay: array<f32>; // (chunks, H): with a segment's first, of the whole segment
@group(0) @binding(2) var<storage, read_write> states: array<f32>; // (chunks, H, P, N)
@group(0) @binding(3) var<storage, read_write> h: array<f32>; // (H, P, N): before the first chunk, then after the last

@compute @workgroup_size(64)
fn ssdPassing(@builtin(global_invocation_id) id: vec3u) {
  let size = params.nHeads * params.headDim * params.dState;
  let at = id.x;
  if (at >= size) {
    return;
  }
  let head = at / (params.headDim * params.dState);
  let tokens = params.segmentSize * params.chunkSize;
  let segments = (params.seqLen + tokens - 1u) / tokens;
  var state = h[at];
  var own: array<f32, ahead>;
  var kept: array<f32, ahead>;
  for (var first = 0u; first < segments; first += ahead) {
    for (var i = 0u; i < ahead; i++) { // unrolled
      let chunk = min(first + i, segments - 1u) * params.segmentSize;
      own[i] = states[chunk * size + at];
      kept[i] = decay[chunk * params.nHeads + head];
    }
    for (var i = 0u; i < ahead; i++) { // unrolled
      if (first + i < segments) {
        states[(first + i) * params.segmentSize * size + at] = state;
        state = kept[i] * state + own[i];
      }
    }
  }
  h[at] = state;
}
