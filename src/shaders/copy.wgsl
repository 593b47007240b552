// Copies numbers, four at a time and nothing else: what the memory can do at most, measured by the benchmark.
// The threads walk side by side with long strides, so that each call's workgroups stay within what WebGPU allows.

struct Params {
  count: u32, // vectors of four
  threads: u32, // in all workgroups
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> source: array<vec4u>; // (count)
@group(0) @binding(2) var<storage, read_write> out: array<vec4u>; // (count)

@compute @workgroup_size(256)
fn copy(@builtin(global_invocation_id) id: vec3u) {
  for (var i = id.x; i < params.count; i += params.threads) {
    out[i] = source[i];
  }
}
