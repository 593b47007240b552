/** Bytes of Mamba-2's SSM. Letters as in ops.ts: L tokens, H heads of P channels, G groups, N states, Q tokens a chunk. */
import {
  both,
  loadedAhead,
  probed,
  reads,
  sumOverPieces,
  triangle,
  value,
  writes,
  WORD,
  type Declaration,
} from './count';

/** Δ and the cumulative sum of ΔA, side by side. */
const PAIR = 2 * WORD;
/** Tokens, and segments of chunks, that a thread loads at a time. */
const TOKENS_AHEAD = 32;
const SEGMENTS_AHEAD = 8;
/** What a tile of ssdScores measures on each side, and one of the other two products. */
const SCORES_TILE = 32;
const TILE = 64;
/** Threads of such a tile, numbers of it that a thread makes, and slots of a slice that it fills. */
const TILE_LANES = 128;
const TILE_SHARE = (TILE * TILE) / TILE_LANES;
const SHARE = 2;
/** States or tokens of a slice. */
const DEPTH = 16;

/** The sizes that the chunked shaders share. */
function sizes({ params }: Parameters<Declaration>[0]) {
  const L = value(params, 'seqLen');
  const Q = value(params, 'chunkSize');
  const H = value(params, 'nHeads');
  const P = value(params, 'headDim');
  return {
    L,
    Q,
    H,
    G: value(params, 'nGroups'),
    E: H * P,
    N: value(params, 'dState'),
    chunks: Math.ceil(L / Q),
    /** `each` of every chunk's tokens, summed up. */
    overChunks: (each: (tokens: number) => number) => sumOverPieces(L, Q, each),
    /** Tiles side by side over a head's channels. */
    tilesOfP: Math.ceil(P / TILE),
    holdB: value(params, 'holdB') === 1,
    holdC: value(params, 'holdC') === 1,
  };
}

export const ssdSegsum: Declaration = (dispatch) => {
  const { L, H, chunks, overChunks } = sizes(dispatch);
  return {
    zxbcdt: reads(H * overChunks((tokens) => loadedAhead(tokens, TOKENS_AHEAD))),
    ssm: reads(2 * H * chunks),
    turn: reads(3 * H * chunks),
    segsum: { written: PAIR * L * H },
  };
};

/** Tiles on and below the diagonal bring all states of C and B; what lies above the diagonal is not written. */
export const ssdScores: Declaration = (dispatch) => {
  const { G, N, holdB, holdC, overChunks } = sizes(dispatch);
  const tiles = G * overChunks((tokens) => triangle(Math.ceil(tokens / SCORES_TILE)));
  const fours = tiles * loadedAhead(N, DEPTH) * (SCORES_TILE / 4);
  return {
    xbc: reads(fours * ((holdB ? 0 : 4) + (holdC ? 0 : 4))),
    turn: reads(fours * (Number(holdB) + Number(holdC))),
    scores: writes(G * overChunks(triangle)),
  };
};

/** Segments of chunks, and the chunks of one. */
function segmentsOf({ params }: Parameters<Declaration>[0], chunks: number) {
  const size = value(params, 'segmentSize');
  return { segmentSize: size, segments: Math.ceil(chunks / size) };
}

/**
 * A tile's threads bring four of x and four of B of every token; all of them read each chunk's last sum, that of a
 * segment's last chunk twice. Tiles are stored whole: what sticks out goes where the last channel's or state's is.
 */
export const ssdChunkState: Declaration = (dispatch) => {
  const { H, N, chunks, tilesOfP, holdB, overChunks } = sizes(dispatch);
  const { segments } = segmentsOf(dispatch, chunks);
  const threads = H * tilesOfP * Math.ceil(N / TILE) * TILE_LANES;
  const slots = threads * SHARE * overChunks((tokens) => Math.ceil(tokens / DEPTH));
  return {
    xbc: reads((holdB ? 4 : 8) * slots),
    segsum: { read: PAIR * (slots + threads * (chunks + segments)) },
    turn: reads(holdB ? 4 * slots : 0),
    states: writes(threads * TILE_SHARE * chunks),
    decay: writes(H * chunks),
  };
};

export const ssdPassing: Declaration = (dispatch) => {
  const { E, N, chunks } = sizes(dispatch);
  const { segments } = segmentsOf(dispatch, chunks);
  const loaded = E * N * loadedAhead(segments, SEGMENTS_AHEAD);
  return {
    decay: reads(loaded),
    states: both(loaded, E * N * segments),
    h: both(E * N, E * N),
  };
};

/**
 * Two products, one after the other: C with the state before the chunk, which is two but for a segment's first chunk, and
 * the scores with x.
 */
export const ssdOutput: Declaration = (dispatch) => {
  const { L, Q, H, E, N, chunks, tilesOfP, holdC, overChunks } = sizes(dispatch);
  const { segmentSize } = segmentsOf(dispatch, chunks);
  const threads = H * tilesOfP * TILE_LANES;
  const tilesOf = (tokens: number): number => Math.ceil(tokens / TILE);
  const tiles = overChunks(tilesOf);
  const first = sumOverPieces(L, segmentSize * Q, (tokens) => tilesOf(Math.min(tokens, Q)));
  const slots = threads * SHARE * Math.ceil(N / DEPTH); // of a tile
  const ofStates = slots * tiles;
  // A tile's tokens hear those of their chunk from the first to the tile's own last.
  const ofTokens = threads * SHARE * overChunks(slicesHeard);
  const ofWeights = threads * SHARE * overChunks(weightsHeard);
  return {
    xbc: reads(4 * ofStates + 4 * ofTokens),
    states: reads(4 * slots * (2 * tiles - first)),
    decay: reads(threads * tiles),
    scores: reads(4 * ofWeights),
    segsum: { read: PAIR * (5 * ofWeights + 8 * threads * tiles) },
    ssm: reads(threads * tiles),
    turn: reads(threads * tiles + (holdC ? ofStates : 0)),
    y: writes(L * E),
  };
};

function slicesHeard(tokens: number): number {
  let slices = 0;
  for (let end = TILE; end < tokens + TILE; end += TILE) {
    slices += Math.ceil(Math.min(end, tokens) / DEPTH);
  }
  return slices;
}

/** The same without fours of tokens that end before a slice begins: 0, 4, 8, 12 of 16 in the slices of the tile itself. */
function weightsHeard(tokens: number): number {
  let slices = slicesHeard(tokens);
  for (let begin = 0; begin < tokens; begin += TILE) {
    const own = Math.ceil(Math.min(TILE, tokens - begin) / DEPTH);
    slices -= triangle(own - 1) / 4;
  }
  return slices;
}

/** One thread a channel; B and C are read by each for itself, Δ is one number a head. */
export const ssdRecurrence: Declaration = ({ params, constants }) => {
  const L = value(params, 'seqLen');
  const E = value(params, 'nHeads') * value(params, 'headDim');
  const N = value(constants, 'dState');
  const holding = value(params, 'holdB') + value(params, 'holdC');
  return {
    xbc: reads(L * E * (1 + 2 * N)),
    zxbcdt: reads(L * E),
    ssm: reads(3 * E),
    turn: reads(E * (3 + L) + holding * L * E * N),
    h: both(E * N, E * N),
    y: writes(L * E),
    probe: probed(params, {
      probeMoved: L * E,
      probeNorm: L * E,
      probeH: L * E * N,
    }),
  };
};
