/** Bytes of everything around the SSM. Letters as in ops.ts: L rows, D, E, K, M outputs. */
import { both, reads, value, writes, WORD, type Declaration } from './count';

/** A vector of four words. */
const QUAD = 4 * WORD;

export const copy: Declaration = ({ params }) => {
  const bytes = QUAD * value(params, 'count');
  return { source: { read: bytes }, out: { written: bytes } };
};

export const embed: Declaration = ({ params, workgroups }) => {
  const numbers = value(params, 'cols') * workgroups[1];
  return { ids: reads(numbers), table: reads(numbers), out: writes(numbers) };
};

/** Each row is read once for the square of x, which names it twice, and once more for the result. */
export const rmsNorm: Declaration = ({ params, workgroups }) => {
  const numbers = value(params, 'cols') * workgroups[0];
  return { x: reads(3 * numbers), weight: reads(numbers), out: writes(numbers) };
};

/** y is replaced by y · SiLU(z) first, and by the normalised value then. */
export const gatedRmsNorm: Declaration = ({ params, workgroups }) => {
  const numbers = value(params, 'dInner') * workgroups[0];
  return { zxbcdt: reads(numbers), weight: reads(numbers), y: both(2 * numbers, 2 * numbers) };
};

/** A thread reads 8 weights and 4 tokens' x for every input, and finishes 8 × 4 outputs. */
export const linear: Declaration = ({ params, constants, workgroups }) => {
  const M = value(params, 'rows');
  const L = value(params, 'seqLen');
  const steps = Math.ceil(M / 8) * workgroups[1] * value(params, 'cols');
  return {
    x: reads(4 * steps),
    weight: { read: (constants['packed'] ? QUAD : 2 * QUAD) * steps },
    normWeight: reads(constants['normed'] ? steps : 0),
    bias: reads(constants['biased'] ? L * M : 0),
    out: both(constants['added'] ? L * M : 0, L * M),
  };
};

/** Eight threads share 8 outputs, so that each weight is read once; x is read again by every eight. */
export const linearStep: Declaration = ({ params, constants }) => {
  const M = value(params, 'rows');
  const steps = Math.ceil(M / 8) * value(params, 'cols');
  return {
    x: reads(steps),
    weight: { read: (constants['packed'] ? QUAD : 2 * QUAD) * steps },
    normWeight: reads(constants['normed'] ? steps : 0),
    bias: reads(constants['biased'] ? M : 0),
    out: both(constants['added'] ? M : 0, M),
  };
};

/** Every block of tokens looks at the K − 1 inputs before it; the first finds them in the carried state. */
export const causalConv1d: Declaration = ({ params, constants, workgroups }) => {
  const E = value(params, 'dInner');
  const L = value(params, 'seqLen');
  const K = value(constants, 'dConv');
  const before = K - 1;
  /** Carried inputs that are still among the last K − 1 after this call. */
  const stay = Math.max(0, before - L);
  return {
    input: reads(E * (L + (workgroups[1] - 1) * before + before - stay)),
    weight: reads(E * L * K),
    bias: reads(E * L),
    state: both(E * (before + stay), E * before),
    out: writes(E * L),
  };
};
