/**
 * Multiplications of one head over L words, for each form. Left out is what all of them need (Δ x, the skip) and exp. N states,
 * P channels. derive.test.ts counts the loops themselves.
 */
export interface HeadShape {
  headDim: number;
  dState: number;
}

/** M (Δx) at once: for every pair j ≤ i, N for C_i·B_j, one for ∘ L, P for the inputs. */
export const quadraticCost = (L: number, { headDim: P, dState: N }: HeadShape): number =>
  ((L * (L + 1)) / 2) * (N + 1 + P);

/** Word by word: a h, (Δx) ⊗ B and C·h, each P·N. */
export const linearCost = (L: number, { headDim: P, dState: N }: HeadShape): number =>
  3 * P * N * L;

/** The parts of a chunk of q words, by step. */
function chunkCost(q: number, { headDim: P, dState: N }: HeadShape) {
  return {
    diagonal: quadraticCost(q, { headDim: P, dState: N }),
    // Weights exp(a_last − a_j) on P inputs, then x ⊗ B.
    states: q * P + q * P * N,
    passing: P * N,
    // C·h, then exp(a_i) on P outputs.
    output: q * P * N + q * P,
  };
}

export const STEPS = ['diagonal', 'states', 'passing', 'output'] as const;
type Step = (typeof STEPS)[number];

/** The four steps with chunks of Q, step by step. */
export function chunkedSteps(L: number, Q: number, shape: HeadShape): Record<Step, number> {
  const whole = chunkCost(Math.min(Q, L), shape);
  const rest = L % Q;
  const last = rest && L > Q ? chunkCost(rest, shape) : null;
  const times = Math.max(1, Math.floor(L / Q));
  return Object.fromEntries(
    STEPS.map((step) => [step, times * whole[step] + (last?.[step] ?? 0)]),
  ) as Record<Step, number>;
}

export const chunkedCost = (L: number, Q: number, shape: HeadShape): number =>
  STEPS.reduce((sum, step) => sum + chunkedSteps(L, Q, shape)[step], 0);

/** Share of the chunked form's multiplications that are products of matrices: all but ∘ L, the decays and the passing. */
export function matrixShare(L: number, Q: number, shape: HeadShape): number {
  const { headDim: P, dState: N } = shape;
  const { diagonal } = chunkedSteps(L, Q, shape);
  const pairs = diagonal / (N + 1 + P);
  return (pairs * (N + P) + 2 * L * P * N) / chunkedCost(L, Q, shape);
}

/** The first length at which the quadratic form needs more than the recurrence. */
export const crossing = ({ headDim: P, dState: N }: HeadShape): number =>
  Math.floor((6 * P * N) / (N + 1 + P) - 1) + 1;
