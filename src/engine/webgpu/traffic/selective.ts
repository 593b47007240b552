/** Bytes of the selective scan, and of S4D's. Letters as in ops.ts: L tokens, E channels, N states, R. */
import { both, probed, reads, value, writes, type Declaration } from './count';

/** Threads of a workgroup, one a channel. Those past the last channel load and do not store. */
const LANES = 64;

/** The fused scan: x, Δ and z of a token once each, B and C once a workgroup, the state once a chunk. */
export const selectiveScan: Declaration = ({
  params,
  constants,
  workgroups: [columns, chunks],
}) => {
  const E = value(params, 'dInner');
  const L = value(params, 'seqLen');
  const N = value(constants, 'dState');
  const threads = columns * LANES;
  return {
    x: reads(threads * L),
    dt: reads(threads * L),
    xz: reads(E * L),
    dbc: reads(columns * L * 2 * N),
    ssm: reads(threads * chunks * (N + 2)),
    h: both(threads * chunks * N, E * chunks * N),
    y: writes(E * L),
    probe: probed(params, {
      probeDelta: L * E,
      probeMoved: L * E,
      probeNorm: L * E,
      probeH: L * E * N,
    }),
  };
};

export const selectiveScanChunk: Declaration = ({
  params,
  constants,
  workgroups: [columns, chunks],
}) => {
  const E = value(params, 'dInner');
  const L = value(params, 'seqLen');
  const N = value(constants, 'dState');
  const threads = columns * LANES;
  return {
    x: reads(threads * L),
    dt: reads(threads * L),
    dbc: reads(columns * L * N),
    ssm: reads(threads * chunks * (N + 1)),
    chunkState: writes(E * chunks * N),
    chunkDelta: writes(E * chunks),
  };
};

export const selectiveScanCarry: Declaration = ({ params, constants }) => {
  const states = value(params, 'dInner') * value(constants, 'dState');
  const chunks = value(params, 'chunks');
  return {
    ssm: reads(states),
    h: reads(states),
    chunkDelta: reads(states * chunks),
    chunkState: both(states * chunks, states * chunks),
  };
};

/** One token: every channel reads the low-rank Δ, B and C for itself. */
export const selectiveStep: Declaration = ({ params, constants }) => {
  const E = value(params, 'dInner');
  const R = value(params, 'dtRank');
  const N = value(constants, 'dState');
  return {
    x: reads(E),
    xz: reads(E),
    dtWeight: reads(E * R),
    dbc: reads(E * (R + 2 * N)),
    ssm: reads(E * (N + 2)),
    h: both(E * N, E * N),
    y: writes(E),
    probe: probed(params, { probeDelta: E, probeMoved: E, probeNorm: E, probeH: E * N }),
  };
};

/** The state, N complex numbers a channel, stays in registers. */
export const s4dScan: Declaration = ({ params, constants }) => {
  const E = value(params, 'dInner');
  const L = value(params, 'seqLen');
  const N = value(constants, 'dState');
  return {
    x: reads(L * E),
    xz: reads(L * E),
    ssm: reads(E * (4 * N + 2)),
    h: both(E * 2 * N, E * 2 * N),
    y: writes(L * E),
    probe: probed(params, {
      probeDelta: L * E,
      probeMoved: L * E,
      probeNorm: L * E,
      probeH: L * E * 2 * N,
    }),
  };
};
