/** Bytes of the selective scan, and of S4D's. Letters as in ops.ts: L tokens, E channels, N states, R. */
import type { Dispatch } from '../queue';
import {
  both,
  loadedAhead,
  probed,
  reads,
  sumOverPieces,
  value,
  writes,
  type Declaration,
} from './count';

/** Threads of a workgroup, one a channel. Those past the last channel load and do not store. */
const LANES = 64;
/** Tokens that a scan's thread loads at a time. */
const FOUR = 4;
/** Channels of a workgroup of the carry. */
const CARRY_LANES = 32;

/** The sizes that both passes over the tokens share. */
function sizes({ params, constants, workgroups: [columns, chunks] }: Parameters<Declaration>[0]) {
  const L = value(params, 'seqLen');
  const N = value(constants, 'dState');
  const tileLen = value(constants, 'tileLen');
  const threads = columns * LANES;
  /** Of a sum over tokens: a tile is a piece of a chunk, and begins anew. */
  const overTiles = (each: (tokens: number) => number): number =>
    sumOverPieces(L, value(params, 'chunkLen'), (chunk) => sumOverPieces(chunk, tileLen, each));
  return {
    E: value(params, 'dInner'),
    L,
    N,
    chunks,
    threads,
    /** Numbers of x, Δ or z that are loaded. */
    loaded: threads * overTiles((tokens) => loadedAhead(tokens, FOUR)),
    /** Numbers of B, or of C: a tile is always loaded whole. */
    shared: columns * N * overTiles(() => tileLen),
  };
}

const held = (params: Dispatch['params'], name: 'holdB' | 'holdC'): boolean =>
  value(params, name) === 1;

/** The fused scan: x, Δ and z of a token once each, B and C once a workgroup, the state once a chunk. */
export const selectiveScan: Declaration = (dispatch) => {
  const { params, constants } = dispatch;
  const { E, L, N, chunks, threads, loaded, shared } = sizes(dispatch);
  const holding = Number(held(params, 'holdB')) + Number(held(params, 'holdC'));
  // The passes before the last of three have made Δ of its parts already, and A, which lies beside the states.
  const ready = constants['chunked'] === true;
  return {
    x: reads(loaded),
    xz: reads(loaded),
    dbc: reads((2 - holding) * shared),
    ssm: reads(threads * chunks * (ready ? 1 : N + 2)),
    turn: reads(threads * chunks * (ready ? 1 : N + 3) + holding * shared),
    h: both(threads * chunks * N * (ready ? 2 : 1), ready ? 0 : E * N),
    y: both(loaded, E * L),
    probe: probed(params, {
      probeDelta: L * E,
      probeMoved: L * E,
      probeNorm: L * E,
      probeH: L * E * N,
      probeY: L * E,
    }),
  };
};

export const selectiveScanChunk: Declaration = (dispatch) => {
  const { E, L, N, chunks, threads, loaded, shared } = sizes(dispatch);
  const holdB = held(dispatch.params, 'holdB');
  return {
    x: reads(loaded),
    dt: both(loaded, E * L),
    dbc: reads(holdB ? 0 : shared),
    ssm: reads(threads * chunks * (N + 1)),
    turn: reads(threads * chunks * (N + 2) + (holdB ? shared : 0)),
    chunkState: writes(E * (1 + chunks) * N),
    chunkDelta: writes(E * chunks),
  };
};

export const selectiveScanCarry: Declaration = ({ params, constants, workgroups: [columns] }) => {
  const states = value(params, 'dInner') * value(constants, 'dState');
  const chunks = value(params, 'chunks');
  const parts = value(constants, 'parts');
  // Threads past the last channel load and do not store; each thread reads A and h once.
  const walkers = columns * CARRY_LANES * value(constants, 'dState');
  const loaded = walkers * loadedAhead(chunks, parts * value(constants, 'each'));
  return {
    h: both(walkers * parts, states),
    chunkDelta: reads(loaded),
    chunkState: both(walkers * parts + loaded, states * chunks),
  };
};

/** One token: every channel reads the low-rank Δ, B and C for itself. */
export const selectiveStep: Declaration = ({ params, constants }) => {
  const E = value(params, 'dInner');
  const R = value(params, 'dtRank');
  const N = value(constants, 'dState');
  const holding = Number(held(params, 'holdB')) + Number(held(params, 'holdC'));
  return {
    xz: reads(E),
    dtWeight: reads(E * R),
    dbc: reads(E * (R + 2 * N)),
    ssm: reads(E * (N + 2)),
    turn: reads(E * (N + 3 + holding * N)),
    h: both(E * N, E * N),
    y: both(E, E),
    probe: probed(params, {
      probeDelta: E,
      probeMoved: E,
      probeNorm: E,
      probeH: E * N,
      probeY: E,
    }),
  };
};

/** Tokens that s4dScan loads at a time. */
const S4D_AHEAD = 4;

/** The state, N complex numbers a channel, stays in registers. */
export const s4dScan: Declaration = ({ params, constants }) => {
  const E = value(params, 'dInner');
  const L = value(params, 'seqLen');
  const N = value(constants, 'dState');
  return {
    x: reads(E * loadedAhead(L, S4D_AHEAD)),
    xz: reads(E * loadedAhead(L, S4D_AHEAD)),
    ssm: reads(E * (4 * N + 2)),
    turn: reads(E * (N + 3)),
    h: both(E * 2 * N, E * 2 * N),
    y: writes(L * E),
    probe: probed(params, {
      probeDelta: L * E,
      probeMoved: L * E,
      probeNorm: L * E,
      probeH: L * E * 2 * N,
      probeY: L * E,
    }),
  };
};
