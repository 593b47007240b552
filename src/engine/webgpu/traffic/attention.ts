/** Bytes of the Transformer's shaders. Letters as in attentionOps.ts. */
import { probabilityCount } from '../../attentionOps';
import { both, reads, value, writes, type Declaration } from './count';

/** Tokens of a block of attentionStep, and threads of its workgroups. */
const BLOCK = 256;
const LANES = 128;
/** Tokens of a workgroup of attention. */
const QUERIES = 64;

type Params = Readonly<Record<string, number>>;

const sizes = (params: Params) => ({
  position: value(params, 'position'),
  H: value(params, 'nHeads'),
  G: value(params, 'nKvHeads'),
});

/** A pair's turn is worked out from two numbers for every head of q and k. */
export const rotate: Declaration = ({ params, workgroups }) => {
  const { H, G } = sizes(params);
  const P = value(params, 'headDim');
  const L = workgroups[1];
  return {
    qkv: both(L * (H + 2 * G) * P, L * H * P),
    rates: reads(L * (H + G) * P),
    cache: writes(2 * L * G * P),
  };
};

/** Every 64 tokens of a head fetch all keys and values up to the last of them. */
export const attention: Declaration = ({ params, constants, workgroups }) => {
  const { position, H } = sizes(params);
  const L = value(params, 'seqLen');
  const P = value(constants, 'headDim');
  let seen = 0;
  for (let block = 1; block <= workgroups[0]; block++) {
    seen += position + Math.min(block * QUERIES, L);
  }
  return { qkv: reads(L * H * P), cache: reads(2 * seen * H * P), y: writes(L * H * P) };
};

/** A token that is drawn on the device is counted as the first of its list. */
export const attentionStep: Declaration = ({ params, constants, workgroups }) => {
  const { position, H, G } = sizes(params);
  const P = value(constants, 'headDim');
  const blocks = Math.floor(position / BLOCK) + 1;
  const whole = Boolean(constants['whole']);
  return {
    // q in every block, k and v in the last; v once more where it is kept.
    qkv: reads(H * P * blocks + 2 * H * P + G * P),
    rates: reads(H * P * blocks),
    ids: reads(constants['drawn'] ? LANES * workgroups[0] * workgroups[1] : 0),
    cache: both(2 * H * P * position, 2 * G * P),
    y: writes(whole ? H * P : 0),
    parts: writes(whole ? 0 : H * blocks * (P + 2)),
  };
};

export const attentionJoin: Declaration = ({ params, constants, workgroups }) => {
  const H = workgroups[0];
  const P = value(constants, 'headDim');
  const blocks = Math.floor(value(params, 'position') / BLOCK) + 1;
  return {
    ids: reads(constants['drawn'] ? LANES * H : 0),
    // The highest; then it again beside the sum of weights, and beside every number.
    parts: reads(H * blocks * (3 + 2 * P)),
    y: writes(H * P),
  };
};

export const attentionProbabilities: Declaration = ({ params, workgroups }) => {
  const L = workgroups[0];
  const P = value(params, 'headDim');
  const count = probabilityCount(value(params, 'position'), L);
  return {
    qkv: reads(count * P),
    cache: reads(count * P),
    probabilities: both(2 * count, 3 * count),
  };
};

export const swiglu: Declaration = ({ params, workgroups }) => {
  const numbers = value(params, 'width') * workgroups[1];
  return { gateUp: reads(2 * numbers), out: writes(numbers) };
};
