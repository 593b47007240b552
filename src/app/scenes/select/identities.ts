/** The few equations that the scene draws, in doubles. */

/** log(1 + eᵛ): always positive, nearly 0 far below zero, nearly v far above. */
export const softplus = (v: number): number =>
  v > 20 ? v + Math.log1p(Math.exp(-v)) : Math.log1p(Math.exp(v));

/** 1 / (1 + e⁻ᵛ). */
export const sigmoid = (v: number): number => 1 / (1 + Math.exp(-v));

/** Ā = exp(ΔA), or its size where A is complex and `a` its real part: the share of h that one token leaves standing. */
export const keepOf = (delta: number, a: number): number => Math.exp(delta * a);

/** Tokens of this step size after which half of h is left, ln 2 / (Δ|A|); Infinity where Δ is 0. */
export const halfLifeOf = (delta: number, a: number): number => Math.LN2 / (delta * Math.abs(a));

/** Decimals of a Δ: most are small, and would read as 0.00. */
export const deltaDigits = (delta: number): number => (delta < 0.1 ? 3 : 2);

/**
 * Theorem 1 of Mamba (arXiv 2312.00752, §3.5.1) at one input v: with N = 1, A = −1, B = 1 and Δ = softplus(v), zero-order
 * hold makes h = (1 − g)h + g x with g = σ(v). Both sides, each worked out in its own way, and what ΔB writes instead.
 */
export function gateAt(v: number) {
  const delta = softplus(v);
  return {
    g: sigmoid(v),
    oneMinusG: 1 - sigmoid(v),
    /** Ā = exp(ΔA), A = −1. */
    keep: Math.exp(-delta),
    /** B̄ by zero-order hold, (ΔA)⁻¹(exp(ΔA) − 1)·ΔB, A = −1, B = 1. */
    hold: -Math.expm1(-delta),
    /** B̄ as the code has it, ΔB. */
    code: delta,
  };
}

const SUPERSCRIPT: Record<string, string> = Object.fromEntries(
  [...'-0123456789'].map((c, i) => [c, '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'[i]]),
);

/** The next power of ten above a small positive number, as it is written: 10⁻¹⁶. */
export const powerAbove = (value: number): string =>
  `10${[...String(Math.floor(Math.log10(value)) + 1)].map((c) => SUPERSCRIPT[c]).join('')}`;
