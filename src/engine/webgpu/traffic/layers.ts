/** Bytes of everything around the SSM. Letters as in ops.ts: L rows, D, E, K, M outputs. */
import { both, loadedAhead, reads, value, writes, WORD, type Declaration } from './count';

/** A vector of four words. */
const QUAD = 4 * WORD;

export const copy: Declaration = ({ params }) => {
  const bytes = QUAD * value(params, 'count');
  return { source: { read: bytes }, out: { written: bytes } };
};

export const embed: Declaration = ({ params, workgroups }) => {
  const numbers = value(params, 'cols') * workgroups[1];
  // The shader names the list's first number too, which counts where the token was drawn on the device.
  return { ids: reads(2 * numbers), table: reads(numbers), out: writes(numbers) };
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

/** Inputs that a thread of linearStep loads at a time, and groups of 8 outputs of one workgroup. */
const STEP_AHEAD = 8;
const STEP_OCTETS = 4;

/** Some threads share 8 outputs, so that each weight is read once, and the last ones of a slice again past its end. */
export const linearStep: Declaration = ({ params, constants, workgroups }) => {
  const M = value(params, 'rows');
  const K = value(params, 'cols');
  const slices = value(constants, 'slices');
  const loaded = Array.from({ length: slices }, (_, slice) =>
    loadedAhead(Math.ceil(Math.max(0, K - slice) / slices), STEP_AHEAD),
  );
  const steps = workgroups[0] * STEP_OCTETS * loaded.reduce((a, b) => a + b, 0);
  return {
    x: reads(steps),
    weight: { read: (constants['packed'] ? QUAD : 2 * QUAD) * steps },
    normWeight: reads(constants['normed'] ? steps : 0),
    bias: reads(constants['biased'] ? M : 0),
    out: both(constants['added'] ? M : 0, M),
  };
};

/** A workgroup of 128 threads brings a slice of 16 inputs at a time: 8 · each tokens of x, 64 outputs of W. */
export const linearTiled: Declaration = ({ params, constants, workgroups }) => {
  const M = value(params, 'rows');
  const L = value(params, 'seqLen');
  const brought = 128 * workgroups[0] * workgroups[1] * Math.ceil(value(params, 'cols') / 16);
  const fours = value(constants, 'fours');
  return {
    x: reads(4 * fours * brought),
    weight: { read: (constants['packed'] ? QUAD : 2 * QUAD) * brought },
    normWeight: reads(constants['normed'] ? fours * brought : 0),
    bias: reads(constants['biased'] ? L * M : 0),
    out: both(constants['added'] ? L * M : 0, L * M),
  };
};

export const columns: Declaration = ({ params, workgroups }) => {
  const numbers = value(params, 'width') * workgroups[1];
  return { input: reads(numbers), out: writes(numbers) };
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
    sums: writes(constants['kept'] ? E * L : 0),
  };
};

/** Digits of a key that `sample` finds one after the other. */
const DIGITS = 11;
/** Threads of its one workgroup. */
const SAMPLERS = 256;

/**
 * Every question is a walk over all logits: one a digit, one for what lies above, one more where tokens were counted.
 * The walk to the token itself ends where it is found; counted is the whole share of one thread.
 */
export const sample: Declaration = ({ params }) => {
  const V = value(params, 'vocabSize');
  const topK = value(params, 'topK');
  const cutK = topK > 0 && topK < V ? DIGITS + 2 : 0;
  const cutP = value(params, 'topP') < 1 ? DIGITS + 1 : 0;
  const questions = value(params, 'temperature') > 0 ? 1 + cutK + cutP + DIGITS + 1 : 0;
  // Before the questions for the highest, after them for the tokens that equal the one drawn.
  return {
    logits: reads((questions + 2) * V + Math.ceil(V / SAMPLERS)),
    ids: both(1, 2),
  };
};
