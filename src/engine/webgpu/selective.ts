/** The selective SSM on the GPU: one dispatch for a short sequence or a single token, three for a long sequence. */
import type { SelectiveScanArgs, SelectiveStepArgs } from '../ops';
import type { Kernels } from './kernels';
import { selectiveParams } from './params';
import type { CommandQueue } from './queue';
import { bufferOf, groups, type GpuMatrix } from './tensor';

/** Fours of B and C, 2·⌈N/4⌉ a token, that fit into the workgroup memory which every adapter has, 16 KB. */
const TILE = 1024;
/** Threads of a workgroup, one a channel. */
const LANES = 64;
/** Sequences longer than this are cut into chunks. */
const SHORT = 64;

/**
 * Tokens a chunk, so that a GPU has enough chunks × channels to work on side by side and the walk over the chunks
 * stays short. Measured on an H200: best or within 3 % of it from 512 × 1,024 to 8,192 × 8,192 channels × tokens.
 */
function chunkLength(elements: number): number {
  if (elements < 2 ** 20) return 16;
  if (elements <= 2 ** 21) return 32;
  return elements <= 2 ** 25 ? 64 : 128;
}

/**
 * How the chunks of a state are shared out: threads, and chunks that each of them loads at once. Where a CPU emulates
 * the GPU, one thread walks all: waiting for others costs more there than loading.
 */
function carryShape(chunks: number, software: boolean): { parts: number; each: number } {
  if (software) return { parts: 1, each: 16 };
  return { parts: 8, each: chunks > 32 ? 8 : 4 };
}

/**
 * The scan over L tokens. `scratch` lends working buffers of a number of f32. `software`: a CPU emulates the GPU.
 */
export function dispatchSelectiveScan(
  kernels: Kernels,
  queue: CommandQueue,
  args: SelectiveScanArgs,
  unused: GPUBuffer,
  scratch: (label: string, length: number) => GPUBuffer,
  software: boolean,
): void {
  const { rows, x, y, h, probe } = args;
  const [E, N] = h.shape as [number, number];
  const quads = groups(N, 4);
  const tileLen = Math.min(32, Math.floor(TILE / (2 * quads)));
  const constants = { dState: N, quads, tileLen };
  /** Fours of B and C, or of B alone, that each of a workgroup's threads brings of a tile. */
  const brought = groups(tileLen * 2 * quads, LANES);
  const broughtOfB = groups(tileLen * quads, LANES);
  const chunked = rows > SHORT;
  const chunkLen = chunked ? chunkLength(E * rows) : rows;
  const chunks = groups(rows, chunkLen);
  const size: [number, number] = [groups(E, LANES), chunks];
  const buffers = { ...selectiveBuffers(args, unused), x: bufferOf(x) };
  const params = { ...selectiveParams(args), seqLen: rows, chunkLen };
  const probed = probe !== undefined;
  const scan = kernels.get('selectiveScan', { ...constants, brought, probed, chunked });
  if (!chunked) {
    queue.dispatch(scan, buffers, params, size);
    return;
  }
  const chunkState = scratch('chunkState', (1 + chunks) * E * N); // (1 + chunks, N, E)
  const chunkDelta = scratch('chunkDelta', chunks * E); // (chunks, E)
  // y holds dt until the first pass writes Δ over it, and the last one the output.
  const carried = { ...buffers, dt: bufferOf(y), chunkState, chunkDelta };
  const chunk = kernels.get('selectiveScanChunk', { ...constants, brought: broughtOfB });
  queue.dispatch(chunk, carried, params, size);
  const carry = kernels.get('selectiveScanCarry', { dState: N, ...carryShape(chunks, software) });
  queue.dispatch(carry, carried, { ...params, chunks }, [groups(E, 32), N]);
  queue.dispatch(scan, { ...buffers, h: chunkState }, params, size);
}

/** One token. */
export function dispatchSelectiveStep(
  kernels: Kernels,
  queue: CommandQueue,
  args: SelectiveStepArgs,
  unused: GPUBuffer,
): void {
  const [E, N] = args.h.shape as [number, number];
  const { packed } = args.dtWeight as GpuMatrix;
  queue.dispatch(
    kernels.get('selectiveStep', { dState: N, packed, probed: args.probe !== undefined }),
    { ...selectiveBuffers(args, unused), dtWeight: bufferOf(args.dtWeight) },
    selectiveParams(args),
    [groups(E, 64)],
  );
}

function selectiveBuffers(
  args: SelectiveScanArgs | SelectiveStepArgs,
  unused: GPUBuffer,
): Record<string, GPUBuffer> {
  return {
    xz: bufferOf(args.xz),
    dbc: bufferOf(args.dbc),
    ssm: bufferOf(args.ssm),
    turn: bufferOf(args.turn.table),
    h: bufferOf(args.h),
    y: bufferOf(args.y),
    probe: args.probe ? bufferOf(args.probe.out) : unused,
  };
}
