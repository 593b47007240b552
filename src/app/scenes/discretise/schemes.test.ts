import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minus, power, scale, size, times, type Complex } from './complex';
import {
  abar,
  bfactor,
  codeError,
  codeRatio,
  errorCurve,
  exact,
  heldError,
  HORIZON,
  isStable,
  SCHEMES,
  walk,
  type HeldStep,
} from './schemes';

/** h′ = A h + u by classic Runge–Kutta of fourth order in many steps: knows nothing of exponentials. */
function integrate(A: Complex, u: Complex, h0: Complex, time: number, n = 20_000): Complex {
  const dt = time / n;
  const slope = (h: Complex): Complex => {
    const [re, im] = times(A, h);
    return [re + u[0], im + u[1]];
  };
  const at = (h: Complex, k: Complex, by: number): Complex => [h[0] + by * k[0], h[1] + by * k[1]];
  let h = h0;
  for (let i = 0; i < n; i++) {
    const k1 = slope(h);
    const k2 = slope(at(h, k1, dt / 2));
    const k3 = slope(at(h, k2, dt / 2));
    const k4 = slope(at(h, k3, dt));
    h = [0, 1].map((c) => h[c] + (dt / 6) * (k1[c] + 2 * k2[c] + 2 * k3[c] + k4[c])) as never;
  }
  return h;
}

/** Some held inputs and steps, real and complex A; fixed, of no model. */
const systems: [string, Complex][] = [
  ['a real A', [-2.3, 0]],
  ['a slow A', [-0.05, 0]],
  ['a complex A', [-0.5, 6.5]],
];
const held: HeldStep[] = [
  { delta: 0.4, u: [1.5, 0] },
  { delta: 0.02, u: [-3, 0] },
  { delta: 1.3, u: [0.7, 0] },
];
const start: Complex = [0.3, 0];
const apart = (a: Complex, b: Complex) => size(minus(a, b));

describe.each(systems)('with %s', (_, A) => {
  it('ZOH is the solution under a held input, as a fine integration finds it too', () => {
    const steps = walk('zoh', A, held, start);
    let h = start;
    held.forEach(({ delta, u }, i) => {
      h = integrate(A, u, h, delta);
      expect(apart(steps[i], h)).toBeLessThan(1e-9);
      expect(apart(exact(A, u, i ? steps[i - 1] : start, delta), steps[i])).toBeLessThan(1e-12);
    });
  });

  /** Error at time 1 under a held input, in n steps. */
  const error = (scheme: (typeof SCHEMES)[number], n: number) => {
    const u: Complex = [1, 0];
    const steps = Array.from({ length: n }, () => ({ delta: 1 / n, u }));
    return apart(walk(scheme, A, steps, start).at(-1)!, exact(A, u, start, 1));
  };

  it.each([
    ['euler', 1],
    ['mamba', 1],
    ['bilinear', 2],
  ] as const)('halving Δ divides the error of %s by 2 to the %i', (scheme, order) => {
    const slope = Math.log2(error(scheme, 400) / error(scheme, 800));
    expect(slope).toBeCloseTo(order, 1);
    expect(error('zoh', 400)).toBeLessThan(1e-11);
  });

  it('the curve of errors has these slopes, and is what walking the steps gives', () => {
    for (const [scheme, order] of [
      ['euler', 1],
      ['mamba', 1],
      ['bilinear', 2],
    ] as const) {
      const points = errorCurve(scheme, A, 1e-3, 30);
      const [[r0, e0], [r1, e1]] = [points[0], points.find(([r]) => r > 2e-3)!];
      expect(Math.log(e1 / e0) / Math.log(r1 / r0)).toBeCloseTo(order, 1);
      expect(points.every(([r], i) => i === 0 || r > points[i - 1][0])).toBe(true);
      const delta = HORIZON / 8 / size(A);
      const steps = Array.from({ length: 8 }, (): HeldStep => ({ delta, u: [1, 0] }));
      const right = exact(A, [1, 0], [0, 0], 8 * delta);
      const walked = apart(walk(scheme, A, steps, [0, 0]).at(-1)!, right) / size(right);
      expect(heldError(scheme, scale(A, delta), 8)).toBeCloseTo(walked, 10);
    }
  });
});

describe('stability', () => {
  const some = { noNaN: true, noDefaultInfinity: true } as const;

  it('exp and bilinear keep the left half of the plane in the disc, and nothing else', () => {
    const re = double({ ...some, min: -20, max: 20 });
    const im = double({ ...some, min: -40, max: 40 });
    assert(
      property(re, im, (a, b) => {
        // At a border, or where 1 rounds, nothing can be said; bilinear has a pole at 2.
        if (Math.abs(a) < 1e-6 || Math.hypot(a - 2, b) < 1e-6) return;
        for (const scheme of ['zoh', 'mamba', 'bilinear'] as const)
          expect(isStable(scheme, [a, b])).toBe(a < 0);
      }),
    );
  });

  it('Euler keeps only the disc around −1: with a real A it blows up beyond ΔA = −2', () => {
    expect(isStable('euler', [-1.99, 0])).toBe(true);
    expect(isStable('euler', [-2.01, 0])).toBe(false);
    // An A that turns without fading enough leaves the disc at once.
    expect(isStable('euler', [-0.01, 1])).toBe(false);
    expect(size(power(abar('euler', [-2.5, 0]), 40))).toBeGreaterThan(1e6);
  });
});

describe('the code’s B̄ = ΔB against full ZOH', () => {
  it('is off by |ΔA| / 2 for small ΔA, real or complex', () => {
    for (const r of [1e-6, 1e-4, 1e-2]) {
      for (const z of [
        [-r, 0],
        [-0.6 * r, 0.8 * r],
      ] as const)
        expect(Math.abs(codeError(z) / (r / 2) - 1)).toBeLessThan(r);
      expect(codeRatio([-r, 0]) - 1).toBeCloseTo(r / 2, 4);
    }
  });

  it('is ΔA / (exp(ΔA) − 1) times as large', () => {
    for (const z of [-0.003, -0.2, -1, -5.7, -40]) {
      expect(codeRatio([z, 0])).toBeCloseTo(z / Math.expm1(z), 9);
      expect(codeError([z, 0])).toBeCloseTo(z / Math.expm1(z) - 1, 9);
      expect(heldError('mamba', [z, 0], 7)).toBe(codeError([z, 0]));
    }
  });
});

describe('the ends of Δ', () => {
  const A: Complex = [-3, 0];

  it('Δ → 0 keeps: Ā → 1 and B̄ → 0 in every way', () => {
    for (const scheme of SCHEMES) {
      const z = scale(A, 1e-9);
      expect(apart(abar(scheme, z), [1, 0])).toBeLessThan(1e-8);
      expect(size(bfactor(scheme, z)) * 1e-9).toBeLessThan(2e-9);
    }
  });

  it('Δ → ∞ resets: Ā → 0, B̄ of ZOH → −B/A; ΔB grows on, and bilinear flips: Ā → −1', () => {
    const z = scale(A, 1e6);
    expect(size(abar('zoh', z))).toBe(0);
    expect(bfactor('zoh', z)[0] * 1e6).toBeCloseTo(-1 / A[0], 6);
    expect(bfactor('mamba', z)[0] * 1e6).toBe(1e6);
    expect(abar('bilinear', z)[0]).toBeCloseTo(-1, 4);
  });
});
