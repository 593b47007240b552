/** The reference scan against the textbook: every tensor of shape (L, E, N) in full, in f64, with names as in the paper. */
import { describe, expect, it } from 'vitest';
import { excess } from '../testing/parity';
import { Random } from '../testing/random';
import { PLANES, planeOf, probeFor, selectiveData, upload, type Sizes } from '../testing/selective';
import { scaledTurn } from '../testing/turn';
import { ReferenceOps } from './ops';
import { dataOf } from './tensor';

interface Textbook {
  y: Float64Array; // (L, E)
  out: Float64Array; // (L, E), before the gate
  delta: Float64Array; // (L, E)
  h: Float64Array; // (L, E, N), after each token
  moved: Float64Array; // (L, E)
  norm: Float64Array; // (L, E)
}

/** h_t = Ā_t h_{t−1} + B̄_t x_t, y_t = (C_t·h_t + D x_t) SiLU(z_t), one tensor after the other. */
function textbook(
  { L, E, N, R }: Sizes,
  data: ReturnType<typeof selectiveData>,
  deltaScale: number,
  aScale: number,
): Textbook {
  const bias = (e: number) => data.ssm[e * (N + 2) + N + 1]!;
  const width = R + 2 * N;
  const delta = Float64Array.from(data.dt, (v, i) => {
    const pre = v + bias(i % E);
    // log(1 + eᵛ) = max(v, 0) + log(1 + e^−|v|), which never overflows.
    return deltaScale * (Math.max(pre, 0) + Math.log1p(Math.exp(-Math.abs(pre))));
  });
  const A = Float64Array.from({ length: E * N }, (_, i) => {
    return -Math.exp(data.ssm[Math.floor(i / N) * (N + 2) + (i % N)]!) * aScale;
  });
  const Abar = new Float64Array(L * E * N);
  const Bbar = new Float64Array(L * E * N);
  for (let i = 0; i < L * E * N; i++) {
    const [t, e, n] = [Math.floor(i / (E * N)), Math.floor(i / N) % E, i % N];
    Abar[i] = Math.exp(delta[t * E + e]! * A[e * N + n]!);
    Bbar[i] = delta[t * E + e]! * data.dbc[t * width + R + n]!;
  }
  const h = new Float64Array(L * E * N);
  for (let i = 0; i < L * E * N; i++) {
    const before = i < E * N ? data.h[i]! : h[i - E * N]!;
    h[i] = Abar[i]! * before + Bbar[i]! * data.x[Math.floor(i / N)]!;
  }
  const y = new Float64Array(L * E);
  const out = new Float64Array(L * E);
  const moved = new Float64Array(L * E);
  const norm = new Float64Array(L * E);
  for (let i = 0; i < L * E; i++) {
    const [t, e] = [Math.floor(i / E), i % E];
    let read = data.ssm[e * (N + 2) + N]! * data.x[i]!;
    for (let n = 0; n < N; n++) {
      const now = h[i * N + n]!;
      const before = t === 0 ? data.h[e * N + n]! : h[(i - E) * N + n]!;
      read += data.dbc[t * width + R + N + n]! * now;
      moved[i]! += (now - before) ** 2;
      norm[i]! += now ** 2;
    }
    const z = data.xz[t * 2 * E + E + e]!;
    out[i] = read;
    y[i] = (read * z) / (1 + Math.exp(-z));
  }
  return { y, out, delta, h, moved, norm };
}

const largest = (values: Float64Array): number =>
  values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

describe('selectiveScan of the reference', () => {
  it.each([
    { L: 1, E: 7, N: 1, R: 1, deltaScale: 1, aScale: 1 },
    { L: 40, E: 7, N: 16, R: 3, deltaScale: 1, aScale: 1 },
    { L: 300, E: 5, N: 3, R: 2, deltaScale: 0.25, aScale: 2 },
    { L: 65, E: 3, N: 40, R: 5, deltaScale: 3, aScale: 0.1 },
    { L: 20, E: 3, N: 2, R: 1, deltaScale: 0, aScale: 1 },
    { L: 20, E: 3, N: 2, R: 1, deltaScale: 1, aScale: 0 },
  ])(
    'over $L tokens, N = $N, Δ × $deltaScale, A × $aScale is the textbook recurrence',
    ({ deltaScale, aScale, ...sizes }) => {
      const data = selectiveData(new Random(sizes.L), sizes);
      const expected = textbook(sizes, data, deltaScale, aScale);
      const ops = new ReferenceOps();
      const probe = probeFor(ops, PLANES, sizes);
      const args = upload(ops, data, sizes);
      const { L, E, N } = sizes;
      const turn = scaledTurn(ops, [E, N], { deltaScale, aScale });
      ops.selectiveScan({ ...args, turn, probe });
      const plane = (name: (typeof PLANES)[number]) =>
        planeOf(probe, dataOf(probe.out), name, sizes);
      // The reference computes in f64 and rounds h to f32 once a token; without decay (A × 0) those half ulps add up.
      const near = (values: Float64Array) => ({ abs: 3e-7 * largest(values), rel: 1e-6 });
      expect(excess(plane('delta'), expected.delta, { abs: 1e-44, rel: 1e-7 })).toBeLessThan(1);
      expect(excess(plane('h'), expected.h, near(expected.h))).toBeLessThan(1);
      expect(excess(plane('hMoved'), expected.moved, near(expected.moved))).toBeLessThan(1);
      expect(excess(plane('hNorm'), expected.norm, near(expected.norm))).toBeLessThan(1);
      expect(excess(plane('y'), expected.out, near(expected.out))).toBeLessThan(1);
      const y = dataOf(args.y).subarray(0, L * E);
      expect(excess(y, expected.y, near(expected.y))).toBeLessThan(1);
      expect(dataOf(args.h)).toEqual(plane('h').subarray(-E * N));
    },
  );

  it('with Δ × 0 keeps the state as it is', () => {
    const sizes = { L: 9, E: 4, N: 3, R: 1 };
    const ops = new ReferenceOps();
    const data = selectiveData(new Random(1), sizes);
    const args = upload(ops, data, sizes);
    ops.selectiveScan({ ...args, turn: scaledTurn(ops, [sizes.E, sizes.N], { deltaScale: 0 }) });
    expect(dataOf(args.h)).toEqual(data.h);
  });
});
