/** Bytes of S4D's other forms: its constants and kernel, the convolution, pairs and states. Letters as in viewOps.ts. */
import { both, loadedAhead, reads, triangle, value, writes, type Declaration } from './count';

export const s4dConstants: Declaration = ({ params, constants }) => {
  const states = value(params, 'dInner') * value(constants, 'dState');
  const started = constants['started'] ? 2 * states : 0;
  return {
    ssm: reads(5 * states),
    turn: reads(3 * states),
    h: reads(started),
    constants: writes(6 * states + started),
  };
};

export const s4dDiscretise: Declaration = ({ params, constants }) => {
  const pairs = value(params, 'seqLen') * value(params, 'dInner') * value(constants, 'dState');
  return {
    constants: reads(2 * pairs),
    x: reads(pairs),
    Abar: writes(2 * pairs),
    Bx: writes(2 * pairs),
  };
};

export const s4dContract: Declaration = ({ params, constants, workgroups: [, tall] }) => {
  const E = value(params, 'dInner');
  const outputs = value(params, 'seqLen') * E;
  const states = outputs * value(constants, 'dState');
  return {
    constants: reads(2 * states),
    hs: reads(2 * states),
    x: reads(outputs),
    xz: reads(outputs),
    ssm: reads(E * tall),
    turn: reads(E * tall),
    y: writes(outputs),
  };
};

export const s4dKernel: Declaration = ({ params, constants }) => {
  const numbers = value(params, 'seqLen') * value(params, 'dInner');
  return {
    constants: reads(4 * numbers * value(constants, 'dState')),
    kernel: writes(numbers),
  };
};

export const s4dOutput: Declaration = ({ params, workgroups: [, tall] }) => {
  const E = value(params, 'dInner');
  const outputs = value(params, 'seqLen') * E;
  return {
    x: reads(outputs),
    xz: reads(outputs),
    ssm: reads(E * tall),
    turn: reads(E * tall),
    response: reads(outputs),
    y: both(outputs, outputs),
  };
};

/** Tokens that s4dState loads at a time. */
const STATE_AHEAD = 16;

export const s4dState: Declaration = ({ params, constants }) => {
  const states = value(params, 'dInner') * value(constants, 'dState');
  return {
    constants: reads(2 * states),
    x: reads(states * loadedAhead(value(params, 'seqLen'), STATE_AHEAD)),
    h: both(2 * states, 2 * states),
  };
};

/** A thread makes four tokens out of all before them, one number of the kernel and one of x for four products. */
export const convolve: Declaration = ({ params, workgroups: [, fours] }) => {
  const E = value(params, 'dInner');
  const L = value(params, 'seqLen');
  const steps = 4 * triangle(fours);
  return {
    kernel: reads(E * steps),
    // The last four may reach beyond the end.
    x: reads(E * (steps - (4 * fours - L))),
    y: writes(E * L),
  };
};

/** Every row once from one side to the other; what lies beyond either is neither read nor written. */
export const fftStage: Declaration = ({ params }) => {
  const rows = value(params, 'length') * value(params, 'stride');
  const width = 2 * Math.ceil(value(params, 'dInner') / 2);
  const numbers = (side: 'from' | 'to'): number =>
    Math.min(rows, value(params, `${side}Rows`)) * Math.min(width, value(params, `${side}Width`));
  return { source: reads(numbers('from')), out: writes(numbers('to')) };
};

/** A frequency of two channels needs the mirrored one as well. */
export const fftProduct: Declaration = ({ params }) => {
  const products = value(params, 'length') * Math.ceil(value(params, 'dInner') / 2);
  return { left: reads(4 * products), right: reads(4 * products), out: writes(2 * products) };
};
