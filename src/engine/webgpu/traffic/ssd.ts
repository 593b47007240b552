/** Bytes of Mamba-2's SSM. Letters as in ops.ts: L tokens, H heads of P channels, N states, Q tokens a chunk. */
import type { Dispatch } from '../queue';
import { both, probed, reads, value, writes, type Declaration } from './count';

/** The sizes that the chunked shaders share, as far as a shader declares them. */
function sizes({ params }: Pick<Dispatch, 'params'>) {
  const L = value(params, 'seqLen');
  const Q = value(params, 'chunkSize');
  const H = value(params, 'nHeads');
  const rest = L % Q;
  return {
    L,
    Q,
    H,
    E: H * value(params, 'headDim'),
    N: value(params, 'dState'),
    chunks: Math.ceil(L / Q),
    /** Pairs j ≤ i of tokens within one chunk. */
    pairs: ((L - rest) * (Q + 1) + rest * (rest + 1)) / 2,
  };
}

export const ssdSegsum: Declaration = (dispatch) => {
  const { L, H, chunks } = sizes(dispatch);
  return { zxbcdt: reads(L * H), ssm: reads(2 * H * chunks), segsum: writes(2 * L * H) };
};

/** Every entry above the diagonal reads N of B and of C anew; those below are zeros. */
export const ssdScores: Declaration = (dispatch) => {
  const { L, H, Q, N, pairs } = sizes(dispatch);
  return {
    xbc: reads(H * pairs * 2 * N),
    segsum: reads(H * pairs * 3),
    scores: writes(L * H * Q),
  };
};

export const ssdDiagonal: Declaration = (dispatch) => {
  const { L, E, pairs } = sizes(dispatch);
  return {
    xbc: reads(E * (L + pairs)),
    scores: reads(E * pairs),
    ssm: reads(E * L),
    y: writes(E * L),
  };
};

export const ssdChunkState: Declaration = (dispatch) => {
  const { L, E, N, chunks } = sizes(dispatch);
  return {
    xbc: reads(E * N * 2 * L),
    segsum: reads(E * N * (2 * L + chunks)),
    states: writes(E * N * chunks),
  };
};

export const ssdPassing: Declaration = (dispatch) => {
  const { E, N, chunks } = sizes(dispatch);
  return {
    segsum: reads(E * N * chunks),
    states: both(E * N * chunks, E * N * chunks),
    h: both(E * N, E * N),
  };
};

export const ssdOutput: Declaration = (dispatch) => {
  const { L, E, N } = sizes(dispatch);
  return {
    xbc: reads(L * E * N),
    states: reads(L * E * N),
    segsum: reads(L * E),
    y: both(L * E, L * E),
  };
};

/** One thread a channel; B and C are read by each for itself, Δ is one number a head. */
export const ssdRecurrence: Declaration = ({ params, constants }) => {
  const L = value(params, 'seqLen');
  const H = value(params, 'nHeads');
  const E = H * value(params, 'headDim');
  const N = value(constants, 'dState');
  return {
    xbc: reads(L * E * (1 + 2 * N)),
    zxbcdt: reads(L * E),
    ssm: reads(3 * E),
    h: both(E * N, E * N),
    y: writes(L * E),
    probe: probed(params, {
      probeDelta: L * H,
      probeMoved: L * E,
      probeNorm: L * E,
      probeH: L * E * N,
    }),
  };
};
