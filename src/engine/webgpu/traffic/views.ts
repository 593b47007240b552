/**
 * Bytes of the other ways to compute an SSM: unfused, by levels of a scan, as a matrix. Letters as in ops.ts and
 * viewOps.ts. Where a kernel walks down the tokens in strides, `tall` rows of threads each load what they need of a channel.
 */
import { both, reads, triangle, value, writes, type Declaration } from './count';

export const discretise: Declaration = ({ params, constants, workgroups: [, tall] }) => {
  const E = value(params, 'dInner');
  const N = value(constants, 'dState');
  const pairs = value(params, 'seqLen') * E * N;
  return {
    x: reads(pairs),
    dt: reads(pairs),
    dbc: reads(pairs),
    ssm: reads(2 * E * N * tall),
    Abar: writes(pairs),
    Bx: writes(pairs),
  };
};

export const scanMaterialised: Declaration = ({ params }) => {
  const lanes = value(params, 'lanes');
  const states = value(params, 'seqLen') * lanes;
  return { Abar: reads(states), Bx: reads(states), h: both(lanes, lanes), hs: writes(states) };
};

export const contract: Declaration = ({ params, constants, workgroups: [, tall] }) => {
  const E = value(params, 'dInner');
  const outputs = value(params, 'seqLen') * E;
  const states = outputs * value(constants, 'dState');
  return {
    hs: reads(states),
    x: reads(outputs),
    xz: reads(outputs),
    dbc: reads(states),
    ssm: reads(E * tall),
    y: writes(outputs),
  };
};

export const ssdDiscretise: Declaration = ({ params, workgroups: [, tall] }) => {
  const states = value(params, 'nHeads') * value(params, 'headDim') * value(params, 'dState');
  const pairs = value(params, 'seqLen') * states;
  return {
    xbc: reads(2 * pairs),
    zxbcdt: reads(pairs),
    ssm: reads(2 * states * tall),
    Abar: writes(pairs),
    Bx: writes(pairs),
  };
};

export const ssdContract: Declaration = ({ params }) => {
  const outputs = value(params, 'seqLen') * value(params, 'nHeads') * value(params, 'headDim');
  const states = outputs * value(params, 'dState');
  return {
    hs: reads(states),
    xbc: reads(outputs + states),
    ssm: reads(outputs),
    y: writes(outputs),
  };
};

/** A combination reads two pairs, Ā of the later one once for each of its two uses if they are real. */
export const scanLevel: Declaration = ({ params, constants }) => {
  const lanes = value(params, 'lanes');
  const count = value(params, 'count');
  const combined = value(params, 'distance') > 0 ? count * lanes : 0;
  const first = value(params, 'probeFirst');
  const shown = count * Math.max(0, Math.min(value(params, 'probeLanes'), lanes - first));
  if (constants['complex']) {
    const pairs = both(4 * combined + 2 * shown, 2 * combined);
    return { Abar: pairs, Bx: pairs, probe: writes(4 * shown) };
  }
  return {
    Abar: both(3 * combined + shown, combined),
    Bx: both(2 * combined + shown, combined),
    probe: writes(2 * shown),
  };
};

/** Rows of impliedMatrix that a thread computes. */
const ROWS_EACH = 8;

/** Every entry on and below the diagonal; each thread adds up the Δ between its column and its first row anew. */
export const impliedMatrix: Declaration = ({ params, constants, workgroups: [, tall, count] }) => {
  const L = value(params, 'seqLen');
  const N = value(constants, 'dState');
  const [from, until] = [value(params, 'topRow'), value(params, 'endRow')];
  const channels = constants['mean'] ? value(params, 'channels') : count;
  let between = triangle(until - 1) - triangle(Math.max(0, from - 1));
  for (let row = from; row < from + ROWS_EACH * tall; row += ROWS_EACH)
    between += triangle(Math.max(0, row - 1));
  const entries = channels * (triangle(until) - triangle(from));
  return {
    delta: reads(entries + channels * between),
    A: reads(entries * (constants['scalar'] ? 1 : N)),
    bc: reads(entries * 2 * N),
    out: both(entries, count * (until - from) * L + entries),
  };
};

export const toeplitzMatrix: Declaration = ({ params, constants, workgroups: [, , count] }) => {
  const L = value(params, 'seqLen');
  const channels = constants['mean'] ? value(params, 'dInner') : count;
  return { kernel: reads(channels * triangle(L)), out: writes(count * L * L) };
};

export const applyMatrix: Declaration = ({ params }) => {
  const L = value(params, 'seqLen');
  const channels = value(params, 'count') * value(params, 'headDim');
  const entries = channels * triangle(L);
  return {
    matrices: reads(entries),
    x: reads(channels * L + entries),
    D: reads(channels * L),
    y: writes(channels * L),
  };
};

/** Tokens of a chunk of selectiveBlock, and pairs j ≤ i of them, for all channels. */
function block({ params, constants }: Parameters<Declaration>[0]) {
  const tokens = value(params, 'end') - value(params, 'begin');
  const E = value(params, 'dInner');
  return { E, N: value(constants, 'dState'), tokens: E * tokens, pairs: E * triangle(tokens) };
}

export const selectiveBlock: Declaration = (dispatch) => {
  const { N, tokens, pairs } = block(dispatch);
  return {
    x: reads(tokens + pairs),
    delta: reads(pairs),
    A: reads(N * (pairs + tokens)),
    bc: reads(N * (2 * pairs + tokens)),
    D: reads(tokens),
    h: reads(N * tokens),
    y: writes(tokens),
  };
};

export const selectiveBlockState: Declaration = (dispatch) => {
  const { E, N, tokens } = block(dispatch);
  return {
    x: reads(N * tokens),
    delta: reads(N * tokens),
    bc: reads(N * tokens),
    A: reads(E * N),
    h: both(E * N, E * N),
  };
};
