/**
 * The kernels of the selective scan, one pass after the other or fused: what each of them reads from HBM and writes to it,
 * every number once, and its arithmetic. Mamba, arXiv 2312.00752, §3.3.2 and Appendix D; the backward pass by the chain rule.
 */
import { bytesOf, numbersOf, type Sizes, type TensorName } from './sizes';

export type Way = 'unfused' | 'fused';
/** A forward pass alone; or a step of training, forward and backward. */
export type Pass = 'forward' | 'training';

export type KernelId =
  | 'discretise'
  | 'scan'
  | 'contract'
  | 'fused'
  | 'contractBack'
  | 'scanBack'
  | 'discretiseBack'
  | 'fusedBack';

/** Multiplications, additions and exponentials (each counts one) for each number of shape (L, E, N), and of (L, E). */
export interface Arithmetic {
  LEN: number;
  LE: number;
}

export interface KernelSpec {
  id: KernelId;
  reads: readonly TensorName[];
  writes: readonly TensorName[];
  arithmetic: Arithmetic;
  /** True if it walks from the last token to the first. */
  backward: boolean;
}

/** Δ·A, exp, (Δx)·B; softplus of Δ + bias (4), Δ·x. */
const DISCRETISE: Arithmetic = { LEN: 3, LE: 5 };
/** Ā·h, + B̄x. */
const SCAN: Arithmetic = { LEN: 2, LE: 0 };
/** C·h, summed up; D·x, +, and the gate z·1/(1 + exp(−z)) (4). */
const CONTRACT: Arithmetic = { LEN: 2, LE: 6 };
/** dC += dy·h, dh = C·dy; the gate's and the skip's gradients (9). */
const CONTRACT_BACK: Arithmetic = { LEN: 3, LE: 9 };
/** dh += Ā·(the later token's), dĀ = dh·h. */
const SCAN_BACK: Arithmetic = { LEN: 3, LE: 0 };
/** dĀ·Ā; dΔ += that·A, dA += that·Δ; dB += dh·Δx, d(Δx) += dh·B; softplus's slope (5), dΔ += d(Δx)·x, dx (4). */
const DISCRETISE_BACK: Arithmetic = { LEN: 9, LE: 9 };

const sum = (...parts: readonly Arithmetic[]): Arithmetic => ({
  LEN: parts.reduce((total, { LEN }) => total + LEN, 0),
  LE: parts.reduce((total, { LE }) => total + LE, 0),
});

const INPUTS = ['Delta', 'B', 'C', 'x', 'z', 'A', 'D', 'bias'] as const;

const spec = (
  id: KernelId,
  reads: readonly TensorName[],
  writes: readonly TensorName[],
  arithmetic: Arithmetic,
): KernelSpec => ({ id, reads, writes, arithmetic, backward: id.endsWith('Back') });

/** In the order in which they run. */
const FORWARD: Readonly<Record<Way, readonly KernelSpec[]>> = {
  unfused: [
    spec('discretise', ['Delta', 'B', 'x', 'A', 'bias'], ['Abar', 'Bx'], DISCRETISE),
    spec('scan', ['Abar', 'Bx', 'h0'], ['h', 'hL'], SCAN),
    spec('contract', ['h', 'C', 'x', 'z', 'D'], ['y'], CONTRACT),
  ],
  fused: [spec('fused', [...INPUTS, 'h0'], ['y', 'hL'], sum(DISCRETISE, SCAN, CONTRACT))],
};

const BACKWARD: Readonly<Record<Way, readonly KernelSpec[]>> = {
  unfused: [
    spec('contractBack', ['dy', 'h', 'C', 'x', 'z', 'D'], ['dh', 'dC', 'dz', 'dD'], CONTRACT_BACK),
    spec('scanBack', ['dh', 'Abar', 'h', 'h0'], ['dAbar', 'dBx'], SCAN_BACK),
    spec(
      'discretiseBack',
      ['dAbar', 'dBx', 'Abar', 'Delta', 'B', 'x', 'A', 'bias'],
      ['dDelta', 'dB', 'dx', 'dA', 'dbias'],
      DISCRETISE_BACK,
    ),
  ],
  fused: [
    spec(
      'fusedBack',
      ['dy', ...INPUTS, 'h0'],
      ['dDelta', 'dB', 'dC', 'dx', 'dz', 'dA', 'dD', 'dbias'],
      // Ā and h are not in memory: they are computed a second time.
      sum(DISCRETISE, SCAN, CONTRACT_BACK, SCAN_BACK, DISCRETISE_BACK),
    ),
  ],
};

/** The kernels of a pass, in the order in which they run. */
export const kernelsOf = (way: Way, pass: Pass): readonly KernelSpec[] =>
  pass === 'training' ? FORWARD[way].concat(BACKWARD[way]) : FORWARD[way];

const total = (names: readonly TensorName[], sizes: Sizes): number =>
  names.reduce((bytes, name) => bytes + bytesOf(name, sizes), 0);

/** Bytes that one kernel moves between HBM and SRAM if it fetches and stores every number once. */
export const kernelBytes = ({ reads, writes }: KernelSpec, sizes: Sizes) => ({
  read: total(reads, sizes),
  written: total(writes, sizes),
});

/** Its arithmetic. */
export const kernelOps = ({ arithmetic }: KernelSpec, sizes: Sizes): number =>
  arithmetic.LEN * numbersOf('h', sizes) + arithmetic.LE * numbersOf('x', sizes);

export interface Totals {
  read: number;
  written: number;
  bytes: number;
  ops: number;
  /** Operations a byte. */
  intensity: number;
}

/** Of a whole pass. */
export function totals(way: Way, pass: Pass, sizes: Sizes): Totals {
  let [read, written, ops] = [0, 0, 0];
  for (const kernel of kernelsOf(way, pass)) {
    const bytes = kernelBytes(kernel, sizes);
    read += bytes.read;
    written += bytes.written;
    ops += kernelOps(kernel, sizes);
  }
  const bytes = read + written;
  return { read, written, bytes, ops, intensity: ops / bytes };
}

/** What stays in HBM from the forward pass until the backward pass reads it: every input of it that forward had or made. */
export function keptBytes(way: Way, sizes: Sizes): { inputs: number; intermediate: number } {
  const kernels = kernelsOf(way, 'training');
  const made = new Set(kernels.filter((k) => k.backward).flatMap((k) => k.writes));
  const read = new Set(kernels.filter((k) => k.backward).flatMap((k) => k.reads));
  const kept = [...read].filter((name) => !made.has(name) && name !== 'dy');
  const isMade = (name: TensorName): boolean => name === 'Abar' || name === 'h' || name === 'Bx';
  return {
    inputs: total(
      kept.filter((name) => !isMade(name)),
      sizes,
    ),
    intermediate: total(kept.filter(isMade), sizes),
  };
}
