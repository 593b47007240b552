/** Mamba-2's SSM on the GPU: the recurrence in one dispatch, the chunked form in its four steps. */
import type { SsdArgs, SsdChunkedArgs, SsdRecurrenceArgs } from '../ops';
import type { Kernels, ShaderName } from './kernels';
import { probeParams, ssdParams } from './params';
import type { CommandQueue } from './queue';
import { bufferOf, groups, MOST_GROUPS } from './tensor';

/**
 * Workgroups of the chunk states that fill a large GPU, or a CPU that emulates one. A segment has as many chunks as leave
 * that many, up to the most: what passes between chunks of a segment stays in registers.
 */
const ENOUGH_GROUPS = { gpu: 1536, software: 16 };
const MOST_CHUNKS = 16;

/** Token by token. `unused` stands in where no probe is asked for. */
export function dispatchSsdRecurrence(
  kernels: Kernels,
  queue: CommandQueue,
  args: SsdRecurrenceArgs,
  unused: GPUBuffer,
): void {
  const { h, probe } = args;
  const [H, P, N] = h.shape as [number, number, number];
  queue.dispatch(
    kernels.get('ssdRecurrence', { dState: N, probed: probe !== undefined }),
    { ...ssdBuffers(args), probe: probe ? bufferOf(probe.out) : unused },
    { ...ssdParams(args), ...probeParams(probe) },
    [groups(H * P, 64)],
  );
}

/**
 * By chunks. `scratch` lends working buffers of a number of f32. Chunks are no longer than the text, and long enough for
 * one workgroup each and group of heads: the result does not depend on their length, nor on that of segments.
 */
export function dispatchSsdChunked(
  kernels: Kernels,
  queue: CommandQueue,
  args: SsdChunkedArgs,
  scratch: (label: string, length: number) => GPUBuffer,
  software: boolean,
): void {
  const { rows, h, nGroups } = args;
  const [H, P, N] = h.shape as [number, number, number];
  const E = H * P;
  const fewest = groups(rows, Math.floor(MOST_GROUPS / nGroups));
  const Q = Math.min(Math.max(args.chunkSize, fewest), rows);
  const chunks = groups(rows, Q);
  const tiles = H * groups(P, 64) * groups(N, 64);
  const enough = software ? ENOUGH_GROUPS.software : ENOUGH_GROUPS.gpu;
  const segmentSize = Math.min(Math.max(1, Math.floor((tiles * chunks) / enough)), MOST_CHUNKS);
  const buffers = {
    ...ssdBuffers(args),
    segsum: scratch('segsum', rows * H * 2), // (L, H, 2)
    scores: scratch('scores', rows * nGroups * Q), // (L, G, Q)
    states: scratch('states', chunks * E * N), // (chunks, H, P, N)
    decay: scratch('decay', chunks * H), // (chunks, H)
  };
  const params = { ...ssdParams(args), chunkSize: Q, segmentSize };
  const run = (name: ShaderName, size: readonly [number, number?, number?]): void =>
    queue.dispatch(kernels.get(name), buffers, params, size);
  run('ssdSegsum', [groups(H, 32), chunks]);
  // 1. Diagonal blocks, first half: C Bᵀ.
  run('ssdScores', [groups(Q, 32), groups(Q, 32), chunks * nGroups]);
  // 2. Chunk states, and 3. passing within segments of chunks.
  run('ssdChunkState', [H * groups(P, 64), groups(N, 64), groups(chunks, segmentSize)]);
  // 3. Passing from segment to segment.
  run('ssdPassing', [groups(E * N, 64)]);
  // 1. and 4. Diagonal blocks, and what comes from before the chunk.
  run('ssdOutput', [H * groups(P, 64), groups(Q, 64), chunks]);
}

function ssdBuffers({ xbc, zxbcdt, ssm, turn, h, y }: SsdArgs): Record<string, GPUBuffer> {
  return {
    xbc: bufferOf(xbc),
    zxbcdt: bufferOf(zxbcdt),
    ssm: bufferOf(ssm),
    turn: bufferOf(turn.table),
    h: bufferOf(h),
    y: bufferOf(y),
  };
}
