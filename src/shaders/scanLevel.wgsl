// One level of a parallel scan (Blelloch, Prefix sums and their applications, 1990) over the recurrence
// h_t = Ā_t h_{t−1} + (B̄x)_t. Two steps after one another are one step again:
//   (a₁, b₁) • (a₂, b₂) = (a₁ a₂, a₂ b₁ + b₂)
// so that any tree of them gives the same. Here token i = first, first + stride, … takes in token i − distance, in
// place: no token is both read and written in a level. One thread a combination and lane (channel and state).

struct Params {
  lanes: u32, // E · N
  first: u32,
  stride: u32,
  distance: u32, // 0 combines nothing
  count: u32, // combinations
  probeAt: u32, // where in `probe` to write the pairs
  probeFirst: u32, // first lane that is written
  probeLanes: u32, // how many are
}

const complex: bool = false; // specialised: pairs of complex numbers, real | imaginary for each channel
const dState: u32 = 16; // specialised: N; read only if complex

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read_write> Abar: array<f32>; // (L, E, N); complex (L, E, 2N)
@group(0) @binding(2) var<storage, read_write> Bx: array<f32>; // (L, E, N); complex (L, E, 2N)
@group(0) @binding(3) var<storage, read_write> probe: array<f32>; // (count, probeLanes, 2): a | b; complex 4

fn times(a: vec2f, b: vec2f) -> vec2f {
  return vec2f(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x);
}

// Where the (real part of the) number of a lane at a token is.
fn place(token: u32, lane: u32) -> u32 {
  if (complex) {
    return 2u * (token * params.lanes + lane / dState * dState) + lane % dState;
  }
  return token * params.lanes + lane;
}

@compute @workgroup_size(64)
fn scanLevel(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(num_workgroups) size: vec3u,
) {
  let lane = id.x;
  if (lane >= params.lanes) {
    return;
  }
  for (var k = id.y; k < params.count; k += size.y) {
    let into = params.first + k * params.stride;
    let to = place(into, lane);
    if (params.distance > 0u) {
      let at = place(into - params.distance, lane);
      if (complex) {
        let a1 = vec2f(Abar[at], Abar[at + dState]);
        let a2 = vec2f(Abar[to], Abar[to + dState]);
        let a = times(a1, a2);
        let b = times(a2, vec2f(Bx[at], Bx[at + dState])) + vec2f(Bx[to], Bx[to + dState]);
        Abar[to] = a.x;
        Abar[to + dState] = a.y;
        Bx[to] = b.x;
        Bx[to + dState] = b.y;
      } else {
        Bx[to] = Abar[to] * Bx[at] + Bx[to];
        Abar[to] = Abar[at] * Abar[to];
      }
    }
    if (lane - params.probeFirst < params.probeLanes) {
      let shown = k * params.probeLanes + lane - params.probeFirst;
      if (complex) {
        let out = params.probeAt + 4u * shown;
        probe[out] = Abar[to];
        probe[out + 1u] = Abar[to + dState];
        probe[out + 2u] = Bx[to];
        probe[out + 3u] = Bx[to + dState];
      } else {
        probe[params.probeAt + 2u * shown] = Abar[to];
        probe[params.probeAt + 2u * shown + 1u] = Bx[to];
      }
    }
  }
}
