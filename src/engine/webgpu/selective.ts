/** The selective SSM on the GPU: one dispatch for a short sequence or a single token, three for a long sequence. */
import type { SelectiveScanArgs, SelectiveStepArgs } from '../ops';
import type { Kernels } from './kernels';
import { selectiveParams } from './params';
import type { CommandQueue } from './queue';
import { bufferOf, groups, type GpuMatrix } from './tensor';

/** Numbers of B and C, 2N a token, that fit into the workgroup memory which every adapter has, 16 KB. */
const TILE = 4096;
/** Sequences longer than this are cut into chunks of CHUNK tokens. */
const SHORT = 128;
const CHUNK = 64;

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
  const constants = { dState: N, tileLen: Math.min(16, Math.floor(TILE / (2 * N))) };
  const long = rows > SHORT;
  const chunkLen = long ? CHUNK : rows;
  const chunks = groups(rows, chunkLen);
  const size: [number, number] = [groups(E, 64), chunks];
  const buffers = { ...selectiveBuffers(args, unused), x: bufferOf(x) };
  const params = { ...selectiveParams(args), seqLen: rows, chunkLen };
  const scan = kernels.get('selectiveScan', { ...constants, probed: probe !== undefined });
  if (!long) {
    queue.dispatch(scan, buffers, params, size);
    return;
  }
  const chunkState = scratch('chunkState', chunks * E * N); // (chunks, E, N)
  const chunkDelta = scratch('chunkDelta', chunks * E); // (chunks, E)
  // y holds dt until the last pass writes the output over it.
  const carried = { ...buffers, dt: bufferOf(y), chunkState, chunkDelta };
  queue.dispatch(kernels.get('selectiveScanChunk', constants), carried, params, size);
  const carry = kernels.get('selectiveScanCarry', { dState: N });
  queue.dispatch(carry, carried, { ...params, chunks }, [groups(E * N, 64)]);
  queue.dispatch(scan, { ...buffers, h: chunkState }, params, size);
  // The state after the last chunk is the state after the sequence.
  queue.copy(chunkState, 4 * (chunks - 1) * E * N, bufferOf(h), 0, 4 * E * N);
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
