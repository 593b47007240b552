/** Ways from h′ = A h + B x to h_t = Ā h_{t−1} + B̄ x_t. Each needs z = ΔA alone: B̄ is ΔB times a factor. */
import type { Scheme } from '../../../viz/discretise/Mark';
import {
  exp,
  growth,
  minus,
  ONE,
  over,
  plus,
  power,
  scale,
  size,
  times,
  ZERO,
  type Complex,
} from './complex';

/** In the order of the table: what Mamba's code does first. */
export const SCHEMES: readonly Scheme[] = ['mamba', 'zoh', 'euler', 'bilinear'];

/** (1 + z/2) / (1 − z/2): S4 (2111.00396) §2.3, also called Tustin's. */
const tustin = (z: Complex): Complex => over(plus(ONE, scale(z, 0.5)), minus(ONE, scale(z, 0.5)));

/** Ā of a scheme at z = ΔA. */
export function abar(scheme: Scheme, z: Complex): Complex {
  if (scheme === 'euler') return plus(ONE, z);
  return scheme === 'bilinear' ? tustin(z) : exp(z);
}

/** B̄ / (ΔB) of a scheme at z = ΔA. Mamba (2312.00752) eq. 4 prints that of ZOH; its code takes 1, as Euler does. */
export function bfactor(scheme: Scheme, z: Complex): Complex {
  if (scheme === 'zoh') return growth(z);
  return scheme === 'bilinear' ? over(ONE, minus(ONE, scale(z, 0.5))) : ONE;
}

/** h after a time under a held input u = B x: h′ = A h + u has the solution e^{At} h₀ + (e^{At} − 1)/A · u. */
export function exact(A: Complex, u: Complex, h0: Complex, time: number): Complex {
  const z = scale(A, time);
  return plus(times(exp(z), h0), scale(times(growth(z), u), time));
}

/** One step with its input: how long it lasts, and B x while it does. */
export interface HeldStep {
  delta: number;
  /** B x, held. */
  u: Complex;
}

/** h after each step by one scheme. */
export function walk(
  scheme: Scheme,
  A: Complex,
  steps: readonly HeldStep[],
  h0: Complex,
): Complex[] {
  let h = h0;
  return steps.map(({ delta, u }) => {
    const z = scale(A, delta);
    h = plus(times(abar(scheme, z), h), scale(times(bfactor(scheme, z), u), delta));
    return h;
  });
}

/** True if a state forgets under this Ā: |Ā| < 1. */
export const isStable = (scheme: Scheme, z: Complex): boolean => size(abar(scheme, z)) < 1;

/** How much larger the code's B̄ = ΔB is than full ZOH's: |z / (eᶻ − 1)|; about 1 + |z|/2 for small negative z. */
export const codeRatio = (z: Complex): number => 1 / size(growth(z));

/** |ΔB − B̄| / |B̄|, B̄ of full ZOH: |z/(eᶻ − 1) − 1|, about |z|/2 for small z. */
export function codeError(z: Complex): number {
  // minus(1/g, 1) would cancel; (1 − g)/g with 1 − g from the same series does so less for the sizes drawn.
  const g = growth(z);
  return size(over(minus(ONE, g), g));
}

/** Time constants until the error is looked at: T = 2 / |A|. */
export const HORIZON = 2;

/**
 * Relative error of h, from rest under a held input, after `steps` steps of z = ΔA:
 * h = B̄ (1 + Ā + … + Ā^{n−1}) x against (e^{nz} − 1)/A · B x. Mamba's way has the error of its B̄, whatever the time.
 */
export function heldError(scheme: Scheme, z: Complex, steps: number): number {
  if (scheme === 'zoh') return 0;
  if (scheme === 'mamba') return codeError(z);
  const a = abar(scheme, z);
  let sum: Complex = ZERO;
  if (size(minus(ONE, a)) < 1e-12) sum = [steps, 0];
  else sum = over(minus(ONE, power(a, steps)), minus(ONE, a));
  const h = times(bfactor(scheme, z), sum);
  const right = scale(growth(scale(z, steps)), steps);
  return size(minus(h, right)) / size(right);
}

/** Samples of a curve beyond the horizon, where a complex A makes it swing. */
const SAMPLES = 240;

/** Points (|ΔA|, error) of a scheme along the ray of A: n = 1, 2, … steps to the horizon; beyond it one step. */
export function errorCurve(
  scheme: Scheme,
  A: Complex,
  from: number,
  to: number,
): [number, number][] {
  const ray = scale(A, 1 / size(A));
  const points: [number, number][] = [];
  for (let i = SAMPLES; i >= 1; i--) {
    const r = HORIZON * (to / HORIZON) ** (i / SAMPLES);
    points.push([r, heldError(scheme, scale(ray, r), 1)]);
  }
  // Whole numbers of steps, about evenly spaced on a logarithmic axis.
  for (let n = 1; HORIZON / n >= from; n = Math.max(n + 1, Math.round(n * 1.08)))
    points.push([HORIZON / n, heldError(scheme, scale(ray, HORIZON / n), n)]);
  return points.toReversed();
}
