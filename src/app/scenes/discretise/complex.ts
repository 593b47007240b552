/** As much of complex arithmetic as the scene needs. Real numbers have 0 behind the comma. */
export type Complex = readonly [re: number, im: number];

export const ZERO: Complex = [0, 0];
export const ONE: Complex = [1, 0];

export const plus = (a: Complex, b: Complex): Complex => [a[0] + b[0], a[1] + b[1]];
export const minus = (a: Complex, b: Complex): Complex => [a[0] - b[0], a[1] - b[1]];
export const scale = (a: Complex, by: number): Complex => [a[0] * by, a[1] * by];
export const times = (a: Complex, b: Complex): Complex => [
  a[0] * b[0] - a[1] * b[1],
  a[0] * b[1] + a[1] * b[0],
];
export const size = (a: Complex): number => Math.hypot(a[0], a[1]);

export function over(a: Complex, b: Complex): Complex {
  const square = b[0] * b[0] + b[1] * b[1];
  return scale(times(a, [b[0], -b[1]]), 1 / square);
}

export const exp = (z: Complex): Complex => scale([Math.cos(z[1]), Math.sin(z[1])], Math.exp(z[0]));

/** aⁿ for a whole n ≥ 0. */
export function power(a: Complex, n: number): Complex {
  let result = ONE;
  let square = a;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}

/** Below this size of z the series is more exact than the quotient: eᶻ − 1 would round most of it away. */
const SMALL = 0.1;
const TERMS = 9;

/** (eᶻ − 1) / z, 1 at z = 0: what full zero-order hold multiplies ΔB with. */
export function growth(z: Complex): Complex {
  if (size(z) >= SMALL) return over(minus(exp(z), ONE), z);
  // 1 + z/2 (1 + z/3 (1 + z/4 (…)))
  let sum = ONE;
  for (let k = TERMS; k >= 2; k--) sum = plus(ONE, scale(times(z, sum), 1 / k));
  return sum;
}
