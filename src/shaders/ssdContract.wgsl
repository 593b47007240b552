// Mamba-2's output from states in memory: y = C · h + D x. One thread a token and channel.

struct Params {
  seqLen: u32, // L
  nHeads: u32, // H
  headDim: u32, // P
  nGroups: u32, // G
  dState: u32, // N
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> hs: array<f32>; // (L, E, N)
@group(0) @binding(2) var<storage, read> xbc: array<f32>; // (L, E + 2GN): x | B | C
@group(0) @binding(3) var<storage, read> ssm: array<f32>; // (H, 3): A_log | D | bias of Δ
@group(0) @binding(4) var<storage, read_write> y: array<f32>; // (L, E)

@compute @workgroup_size(64)
fn ssdContract(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(num_workgroups) size: vec3u,
) {
  let N = params.dState;
  let E = params.nHeads * params.headDim;
  let e = id.x;
  if (e >= E) {
    return;
  }
  let head = e / params.headDim;
  let group = head / (params.nHeads / params.nGroups);
  for (var t = id.y; t < params.seqLen; t += size.y) {
    let row = t * (E + 2u * params.nGroups * N);
    let C = row + E + (params.nGroups + group) * N;
    let at = t * E + e;
    var sum = ssm[3u * head + 1u] * xbc[row + e];
    for (var n = 0u; n < N; n++) {
      sum += xbc[C + n] * hs[at * N + n];
    }
    y[at] = sum;
  }
}
