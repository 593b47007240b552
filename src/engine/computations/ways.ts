/** What the ways of all families share. */
import type { Ops, Tensor, Turn } from '../ops';
import { neutralTable } from '../turn';
import type { MatrixChoice } from '../viewOps';
import type { Lease } from './lease';
import type { Lanes, ScanTrace } from './parallelScan';

/** The y of each way, (L, E): C·h + D x, before the gate. */
export interface Outputs {
  /** Token by token. */
  recurrence: Float32Array;
  scan: { y: Float32Array; trace: ScanTrace | null };
  /** By chunks of Q tokens. */
  chunked: Float32Array;
  /** As one matrix; null for a sequence longer than MATRIX_ROWS, and if it is not asked for. */
  matrix: Float32Array | null;
  /** S4D alone is a convolution. */
  convolution?: { direct: Float32Array; fft: Float32Array };
  /** Mamba: by the fused kernel that the model runs. */
  fused?: Float32Array;
}

export interface WaysOptions {
  /** Q. */
  chunkSize: number;
  /** Lanes of the parallel scan whose pairs are read at every level. */
  lanes?: Lanes;
  /** False leaves the matrix out, the most work on a long sequence. */
  matrix?: boolean;
}

/** The longest sequence that is computed as a matrix: the work grows with its square. */
export const MATRIX_ROWS = 1024;
/** Bytes of matrices that are held at a time. */
const MATRIX_BYTES = 64 << 20;

/**
 * z with SiLU(z) = 1 (1 + W(1/e), Lambert's W; in f32 good to 1e-7): kernels with the gate built in then give y before it.
 */
const UNGATED = 1.278464542761074;

/** A gate that lets everything through, (L, 2E). */
export function openGate(lease: Lease, seqLen: number, dInner: number): Tensor {
  const z = new Float32Array(seqLen * 2 * dInner).fill(UNGATED);
  return lease.put('xz', [seqLen, 2 * dInner], z);
}

/** The turn that changes nothing: every way computes the model as it is. U and S as in Turn. */
export function neutralTurn(lease: Lease, units: number, shared: number): Turn {
  const table = neutralTable(units, shared);
  return { table: lease.put('turn', [table.length], table), holdB: false, holdC: false };
}

/** v with softplus(v) = Δ; rounded to f32 it gives Δ back to |v|·6e-8 of itself. */
export function preActivation(delta: number): number {
  if (delta > 20) return delta;
  // At −200 exp is 0 on every device; the logarithm of 0 is not a number that WGSL knows.
  return Math.max(-200, Math.log(Math.expm1(delta)));
}

/** Rows of some arrays side by side: (L, w₁) and (L, w₂) become (L, w₁ + w₂). */
export function beside(seqLen: number, ...parts: Float32Array[]): Float32Array {
  const widths = parts.map((part) => part.length / seqLen);
  const total = widths.reduce((a, b) => a + b, 0);
  const out = new Float32Array(seqLen * total);
  for (let t = 0; t < seqLen; t++) {
    let at = t * total;
    parts.forEach((part, i) => {
      out.set(part.subarray(t * widths[i]!, (t + 1) * widths[i]!), at);
      at += widths[i]!;
    });
  }
  return out;
}

export interface MatrixWay {
  seqLen: number;
  /** Matrices: channels or heads. */
  matrices: number;
  headDim: number;
  x: Tensor;
  D: Tensor;
  y: Tensor;
  /** Writes some of the matrices. */
  write: (of: Exclude<MatrixChoice, 'mean'>, out: Tensor) => void;
}

/** y = M x + D x with the matrices in memory, as many at a time as there is room for. Null if the sequence is too long. */
export async function asMatrix(
  ops: Ops,
  lease: Lease,
  way: MatrixWay,
): Promise<Float32Array | null> {
  const { seqLen: L, matrices: all, headDim, x, D, y, write } = way;
  if (L > MATRIX_ROWS) return null;
  const fit = Math.floor(Math.min(MATRIX_BYTES, ops.maxTensorBytes) / (4 * L * L));
  const most = Math.min(all, Math.max(1, fit));
  const matrices = await lease.make(() => lease.zeros('matrices', [most, L, L]));
  for (let first = 0; first < all; first += most) {
    const count = Math.min(most, all - first);
    write({ first, count }, matrices);
    ops.applyMatrix({ rows: L, matrices, first, count, headDim, x, D, y });
  }
  return await lease.read(y);
}
