/**
 * One sequence, four computations: the SSM of a layer by recurrence, by parallel scan, by chunks and as one masked matrix,
 * S4D by convolution too, each against the recurrence in doubles. All of them start from a zero state and from the same
 * f32 numbers. What is compared is y = C·h + D x, the SSM's output before the gate (Mamba, S4D) or the gated norm (Mamba-2):
 * the gate is the same in every way and would only hide a difference where it is shut.
 */
import type { Model } from '../models/model';
import type { Ops } from '../ops';
import { float64 } from './float64';
import { readSsmInput, type SsmInput } from './input';
import { mambaWays } from './mamba';
import { mamba2Ways } from './mamba2';
import { scanLevels, type ScanLevel, type ScanTrace } from './parallelScan';
import { s4dWays } from './s4d';
import { timeInvariant } from './timeInvariant';
import type { Outputs, WaysOptions } from './ways';

/** One way, and how far it is from the truth. */
export interface Way {
  /** (L, E). */
  y: Float32Array;
  /** Largest |y − truth|. */
  maxAbs: number;
  /** maxAbs as a fraction of the largest |truth|. */
  relative: number;
}

export interface ScanWay extends Way {
  /** The levels, without values; their number is the depth. */
  levels: ScanLevel[];
  /** Combinations in all levels: the work. */
  work: number;
  /** The values at every level, of the lanes that were asked for. */
  trace: ScanTrace | null;
}

export interface TimeInvariant extends Way {
  /** ‖y − truth‖ / ‖truth‖. */
  relativeL2: number;
  /** (L, E): K̄. */
  kernel: Float32Array;
}

export interface FourWays {
  /** The recurrence in doubles, (L, E). */
  truth: Float64Array;
  recurrence: Way;
  scan: ScanWay;
  chunked: Way;
  /** Null for a sequence longer than MATRIX_ROWS, and if it is not asked for. */
  matrix: Way | null;
  /** S4D. */
  convolution?: { direct: Way; fft: Way };
  /** Mamba: the fused kernel that the model runs. */
  fused?: Way;
  /** Mamba, Mamba-2: the convolution that is left if Δ, B and C are frozen to their means. */
  timeInvariant?: TimeInvariant;
}

/**
 * Computes given numbers in all ways. Throws RangeError if a sequence is empty, lanes are asked for that there are not, or
 * a tensor of (L, E, N) does not fit; OutOfMemoryError if the device has no room for all of them, and it stays well.
 */
export async function computeFourWays(
  ops: Ops,
  input: SsmInput,
  options: Partial<WaysOptions> = {},
): Promise<FourWays> {
  if (input.seqLen < 1) throw new RangeError('There is no token to compute.');
  const { chunkSize = 64, lanes, matrix: withMatrix } = options;
  if (chunkSize < 1) throw new RangeError('A chunk has one token at least.');
  const truth = float64(input);
  const outputs = await run(ops, input, { chunkSize, lanes, matrix: withMatrix });
  const { recurrence, scan, chunked, matrix, convolution, fused } = outputs;
  const levels = scanLevels(input.seqLen);
  return {
    truth,
    recurrence: way(recurrence, truth),
    scan: {
      ...way(scan.y, truth),
      levels,
      work: levels.reduce((sum, { combines }) => sum + combines.length, 0),
      trace: scan.trace,
    },
    chunked: way(chunked, truth),
    matrix: matrix && way(matrix, truth),
    ...(convolution && {
      convolution: {
        direct: way(convolution.direct, truth),
        fft: way(convolution.fft, truth),
      },
    }),
    ...(fused && { fused: way(fused, truth) }),
    ...(input.kind !== 's4d' && { timeInvariant: frozen(await timeInvariant(ops, input), truth) }),
  };
}

/** Reads token ids with a model as far as a layer and computes that layer's SSM in all ways. */
export async function computeLayerFourWays(
  model: Model,
  layer: number,
  ids: readonly number[],
  options: Partial<WaysOptions> = {},
): Promise<FourWays> {
  return await computeFourWays(model.ops, await readSsmInput(model, layer, ids), options);
}

function run(ops: Ops, input: SsmInput, options: WaysOptions): Promise<Outputs> {
  switch (input.kind) {
    case 'mamba':
      return mambaWays(ops, input, options);
    case 'mamba2':
      return mamba2Ways(ops, input, options);
    case 's4d':
      return s4dWays(ops, input, options);
  }
}

function way(y: Float32Array, truth: Float64Array): Way {
  let [maxAbs, largest] = [0, 0];
  truth.forEach((value, i) => {
    const error = Math.abs(y[i]! - value);
    // Not-a-number is the largest error of all.
    if (!(error <= maxAbs)) maxAbs = Number.isNaN(error) ? Infinity : error;
    largest = Math.max(largest, Math.abs(value));
  });
  return { y, maxAbs, relative: maxAbs === 0 ? 0 : maxAbs / largest };
}

function frozen(
  { y, kernel }: { y: Float32Array; kernel: Float32Array },
  truth: Float64Array,
): TimeInvariant {
  let [error, size] = [0, 0];
  truth.forEach((value, i) => {
    error += (y[i]! - value) ** 2;
    size += value ** 2;
  });
  return { ...way(y, truth), relativeL2: error === 0 ? 0 : Math.sqrt(error / size), kernel };
}
