/**
 * SSD by chunks in segments of several chunks, on WebGPU against the recurrence on the reference, from a given state. How
 * long a segment is follows from the sizes; that the tested ones are as long as they are meant to be is tested too.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeWebGpu } from '../node/webgpu';
import type { Ops, SsdChunkedArgs } from '../ops';
import { onBoth } from '../testing/parity';
import { maxAbsError } from '../testing/devices';
import type { Random } from '../testing/random';
import { randomTurn } from '../testing/turn';
import type { WebGpuOps } from './ops';
import type { Dispatch } from './queue';

interface Sizes {
  H: number;
  P: number;
  N: number;
  G: number;
  L: number;
  Q: number;
}

/** Sizes, and the chunks a segment and in all that they lead to. */
const cases: (Sizes & { segment: number; chunks: number })[] = [
  // One chunk a segment; one chunk where a segment would take two; a chunk longer than the text.
  { H: 4, P: 8, N: 16, G: 2, L: 33, Q: 8, segment: 1, chunks: 5 },
  { H: 40, P: 1, N: 3, G: 4, L: 19, Q: 19, segment: 2, chunks: 1 },
  { H: 2, P: 3, N: 5, G: 1, L: 7, Q: 64, segment: 1, chunks: 1 },
  // Whole segments; the last chunk is short.
  { H: 2, P: 1, N: 1, G: 2, L: 31, Q: 2, segment: 2, chunks: 16 },
  // The last segment is short.
  { H: 6, P: 2, N: 3, G: 3, L: 19, Q: 2, segment: 3, chunks: 10 },
  // Several tiles of channels and of states; slices and chunks do not fit into each other.
  { H: 2, P: 70, N: 130, G: 2, L: 85, Q: 18, segment: 3, chunks: 5 },
  // Several tiles of tokens, and more than one slice a chunk.
  { H: 3, P: 2, N: 20, G: 1, L: 767, Q: 70, segment: 2, chunks: 11 },
  // As long as segments become, with chunks of one token; the last one has one chunk.
  { H: 8, P: 1, N: 2, G: 1, L: 33, Q: 1, segment: 16, chunks: 33 },
];

const turnings = [
  { holdB: false, holdC: false },
  { holdB: true, holdC: false },
  { holdB: false, holdC: true },
];

function ssdArgs(ops: Ops, random: Random, { H, P, N, G, L, Q }: Sizes, turning: number) {
  const E = H * P;
  const made = (label: string, shape: number[], scale = 1) =>
    ops.constant(
      label,
      shape,
      random.values(
        shape.reduce((a, b) => a * b, 1),
        -scale,
        scale,
      ),
    );
  return {
    rows: L,
    xbc: made('xbc', [L, E + 2 * G * N]),
    zxbcdt: made('zxbcdt', [L, 2 * E + 2 * G * N + H], 2),
    ssm: made('ssm', [H, 3]),
    h: made('h', [H, P, N]),
    y: ops.zeros('y', [L, E]),
    nGroups: G,
    deltaLimit: [0.01, 1.5],
    turn: randomTurn(ops, random, [H, G * N], turnings[turning]!),
    chunkSize: Q,
  } satisfies SsdChunkedArgs;
}

describe('SSD by segments of chunks', () => {
  let gpu: WebGpuOps;
  beforeAll(async () => {
    gpu = await openNodeWebGpu();
  });
  afterAll(() => gpu.dispose());

  it.each(cases)(
    'agrees with the recurrence: H $H, P $P, N $N, G $G, L $L, Q $Q, $chunks chunks by $segment',
    async ({ segment, chunks, ...sizes }) => {
      for (const turning of turnings.keys()) {
        let asked: Dispatch | undefined;
        const results = await onBoth(gpu, sizes.L + turning, (ops, random) => {
          const args = ssdArgs(ops, random, sizes, turning);
          if (ops === gpu) {
            const seen = gpu.meter.dispatches(() => ops.ssdChunked(args));
            asked = seen.find(({ name }) => name === 'ssdChunkState');
          } else ops.ssdRecurrence(args);
          return [args.y, args.h];
        });
        expect(asked?.params['segmentSize']).toBe(segment);
        expect(asked?.workgroups[2]).toBe(Math.ceil(chunks / segment));
        // As in families.test.ts: sums of up to 130 products of size 1 in f32.
        for (const { actual, expected } of results) {
          expect(maxAbsError(actual, expected)).toBeLessThan(1e-4);
        }
      }
    },
  );
});
