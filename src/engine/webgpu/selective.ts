/** The selective SSM on the GPU: one dispatch for a short sequence or a single token, three for a long sequence. */
import type { SelectiveScanArgs, SelectiveStepArgs } from '../ops';
import type { Kernels } from './kernels';
import { selectiveParams } from './params';
import type { CommandQueue } from './queue';
import { bufferOf, groups, type GpuMatrix } from './tensor';

/** Fours of B and C, 2·⌈N/4⌉ a token, that fit into the workgroup memory which every adapter has, 16 KB. */
const TILE = 1024;
/** Sequences longer than this are cut into chunks. */
const SHORT = 64;

/**
 * Tokens a chunk, so that a GPU has enough chunks × channels to work on side by side and the walk over the chunks
 * stays short. Measured on an H200: best or within 3 % of it from 512 × 1,024 to 8,192 × 8,192 channels × tokens.
 */
function chunkLength(elements: number): number {
  if (elements < 2 ** 20) return 16;
  if (elements <= 2 ** 22) return 32;
  return elements <= 2 ** 25 ? 64 : 128;
}

/** The scan over L tokens. `scratch` lends working buffers of a number of f32. */
export function dispatchSelectiveScan(
  kernels: Kernels,
  queue: CommandQueue,
  args: SelectiveScanArgs,
  unused: GPUBuffer,
  scratch: (label: string, length: number) => GPUBuffer,
): void {
  const { rows, x, y, h, probe } = args;
  const [E, N] = h.shape as [number, number];
  const quads = groups(N, 4);
  const tileLen = Math.min(16, Math.floor(TILE / (2 * quads)));
  const constants = { dState: N, quads, tileLen };
  const chunked = rows > SHORT;
  const chunkLen = chunked ? chunkLength(E * rows) : rows;
  const chunks = groups(rows, chunkLen);
  const size: [number, number] = [groups(E, 64), chunks];
  const buffers = { ...selectiveBuffers(args, unused), x: bufferOf(x) };
  const params = { ...selectiveParams(args), seqLen: rows, chunkLen };
  const probed = probe !== undefined;
  const scan = kernels.get('selectiveScan', { ...constants, probed, chunked });
  if (!chunked) {
    queue.dispatch(scan, buffers, params, size);
    return;
  }
  const chunkState = scratch('chunkState', chunks * E * N); // (chunks, N, E)
  const chunkDelta = scratch('chunkDelta', chunks * E); // (chunks, E)
  // y holds dt until the last pass writes the output over it.
  const carried = { ...buffers, dt: bufferOf(y), chunkState, chunkDelta };
  queue.dispatch(kernels.get('selectiveScanChunk', constants), carried, params, size);
  const carry = kernels.get('selectiveScanCarry', { dState: N });
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
