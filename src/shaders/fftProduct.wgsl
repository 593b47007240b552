// The convolution theorem, between two Fourier transforms and back: product of the spectra of x and K̄. Two real channels
// u and v share a transform Z of u + i v; they are told apart by U = (Z_f + conj Z_−f) / 2, V = (Z_f − conj Z_−f) / 2i.
// One thread a frequency and two channels.

struct Params {
  length: u32,
  dInner: u32, // E
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> left: array<f32>; // (length, pairs, 2): real, imaginary
@group(0) @binding(2) var<storage, read> right: array<f32>; // (length, pairs, 2)
@group(0) @binding(3) var<storage, read_write> out: array<f32>; // (length, pairs, 2)

fn times(a: vec2f, b: vec2f) -> vec2f {
  return vec2f(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x);
}

// Spectra of the two channels: (U, V).
fn apart(z: vec2f, mirrored: vec2f) -> vec4f {
  let sum = z + vec2f(mirrored.x, -mirrored.y);
  let difference = z - vec2f(mirrored.x, -mirrored.y);
  return 0.5 * vec4f(sum, difference.y, -difference.x);
}

@compute @workgroup_size(64)
fn fftProduct(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(num_workgroups) size: vec3u,
) {
  let width = (params.dInner + 1u) / 2u * 2u;
  let pair = id.x;
  if (2u * pair >= params.dInner) {
    return;
  }
  for (var f = id.y; f < params.length; f += size.y) {
    let at = f * width + 2u * pair;
    let mirror = (params.length - f) % params.length * width + 2u * pair;
    let x = apart(vec2f(left[at], left[at + 1u]), vec2f(left[mirror], left[mirror + 1u]));
    let k = apart(vec2f(right[at], right[at + 1u]), vec2f(right[mirror], right[mirror + 1u]));
    let u = times(x.xy, k.xy);
    let v = times(x.zw, k.zw);
    out[at] = u.x - v.y;
    out[at + 1u] = u.y + v.x;
  }
}
