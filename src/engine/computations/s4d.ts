import type { Ops, Tensor } from '../ops';
import type { S4dInput } from './input';
import { Lease } from './lease';
import { parallelScan } from './parallelScan';
import { asMatrix, neutralTurn, openGate, type Outputs, type WaysOptions } from './ways';

/**
 * S4D's SSM in every way. Its matrix is Toeplitz: M_ij = K̄_{i−j}. Chunked: each chunk is a convolution with the beginning
 * of K̄ (the diagonal block), what the state before it says is added, and the state goes on to the next.
 * Throws RangeError if tensors of shape (L, E, 2N) are too large for the device.
 */
export async function s4dWays(
  ops: Ops,
  input: S4dInput,
  { chunkSize, lanes }: WaysOptions,
): Promise<Outputs> {
  const { seqLen: L, dInner: E, dState: N } = input;
  const width = 4 * N + 2;
  const lease = new Lease(ops);
  try {
    const [Abar, Bx] = ['Abar', 'Bx'].map((label) => lease.zeros(label, [L, E, 2 * N]));
    const pairs = { Abar: Abar!, Bx: Bx! };
    const shared = {
      rows: L,
      x: lease.put('x', [L, E], input.x),
      xz: openGate(lease, L, E),
      ssm: lease.put('ssm', [E, width], input.ssm),
      y: lease.zeros('y', [L, E]),
      turn: neutralTurn(lease, E, 0),
    };
    const { x, y } = shared;
    const kernel = lease.zeros('kernel', [L, E]);
    const state = () => lease.zeros('h', [E, 2 * N]);

    ops.s4dScan({ ...shared, h: state() });
    const recurrence = await lease.read(y);
    ops.s4dDiscretise({ ...shared, ...pairs });
    const scan = { rows: L, ...pairs, complex: true };
    const trace = await (lanes ? parallelScan(ops, scan, lanes) : parallelScan(ops, scan));
    ops.s4dContract({ ...shared, hs: pairs.Bx });
    const scanned = await lease.read(y);
    ops.s4dKernel({ ...shared, kernel });
    const convolved = async (method: 'direct' | 'fft'): Promise<Float32Array> => {
      ops.s4dConvolve({ ...shared, h: state(), kernel, method });
      return await lease.read(y);
    };
    const convolution = { direct: await convolved('direct'), fft: await convolved('fft') };
    byChunks(ops, lease, { ...shared, h: state(), kernel }, chunkSize);
    const chunked = await lease.read(y);
    const D = lease.put(
      'D',
      [E],
      input.ssm.filter((_, i) => i % width === 4 * N),
    );
    const matrix = await asMatrix(ops, lease, {
      seqLen: L,
      matrices: E,
      headDim: 1,
      x,
      D,
      y,
      write: (of, out) => ops.toeplitzMatrix({ rows: L, kernel, of, out }),
    });
    return { recurrence, scan: { y: scanned, trace }, chunked, matrix, convolution };
  } finally {
    lease.end();
  }
}

function byChunks(
  ops: Ops,
  lease: Lease,
  args: { rows: number; x: Tensor; y: Tensor; h: Tensor } & Omit<
    Parameters<Ops['s4dConvolve']>[0],
    'rows' | 'x' | 'y' | 'h'
  >,
  chunkSize: number,
): void {
  const E = args.y.shape[1]!;
  const size = Math.min(chunkSize, args.rows);
  const [x, y] = ['x', 'y'].map((label) => lease.zeros(label, [size, E]));
  for (let first = 0; first < args.rows; first += size) {
    const rows = Math.min(size, args.rows - first);
    ops.copy(args.x, first * E, x!, 0, rows * E);
    ops.s4dConvolve({ ...args, rows, x: x!, y: y!, method: 'direct' });
    ops.copy(y!, 0, args.y, first * E, rows * E);
  }
}
