import type { Ops, Tensor } from '../ops';
import type { S4dInput } from './input';
import { Lease } from './lease';
import { parallelScan } from './parallelScan';
import { asMatrix, neutralTurn, openGate, type Outputs, type WaysOptions } from './ways';

/**
 * S4D's SSM in every way. Its matrix is Toeplitz: M_ij = K̄_{i−j}. Chunked: each chunk is a convolution with the beginning
 * of K̄ (the diagonal block), what the state before it says is added, and the state goes on to the next.
 * Throws RangeError if a tensor of shape (L, E, 2N) is too large for the device, OutOfMemoryError if all together are.
 */
export async function s4dWays(
  ops: Ops,
  input: S4dInput,
  { chunkSize, lanes, matrix: wanted = true }: WaysOptions,
): Promise<Outputs> {
  const { seqLen: L, dInner: E } = input;
  const lease = new Lease(ops);
  try {
    const made = await lease.make(() => tensorsOf(lease, input, chunkSize));
    const { pairs, shared, kernel, D, chunk } = made;
    const [first, second, third, fourth] = made.states as [Tensor, Tensor, Tensor, Tensor];
    const { x, y } = shared;

    ops.s4dScan({ ...shared, h: first });
    const recurrence = await lease.read(y);
    ops.s4dDiscretise({ ...shared, ...pairs });
    const scan = { rows: L, ...pairs, complex: true };
    const trace = await (lanes ? parallelScan(ops, scan, lanes) : parallelScan(ops, scan));
    ops.s4dContract({ ...shared, hs: pairs.Bx });
    const scanned = await lease.read(y);
    ops.s4dKernel({ ...shared, kernel });
    const convolved = async (method: 'direct' | 'fft', h: Tensor): Promise<Float32Array> => {
      ops.s4dConvolve({ ...shared, h, kernel, method });
      return await lease.read(y);
    };
    const convolution = {
      direct: await convolved('direct', second),
      fft: await convolved('fft', third),
    };
    byChunks(ops, { ...shared, h: fourth, kernel }, chunk);
    const chunked = await lease.read(y);
    const matrix = wanted
      ? await asMatrix(ops, lease, {
          seqLen: L,
          matrices: E,
          headDim: 1,
          x,
          D,
          y,
          write: (of, out) => ops.toeplitzMatrix({ rows: L, kernel, of, out }),
        })
      : null;
    return { recurrence, scan: { y: scanned, trace }, chunked, matrix, convolution };
  } finally {
    lease.end();
  }
}

function byChunks(
  ops: Ops,
  args: { rows: number; x: Tensor; y: Tensor; h: Tensor } & Omit<
    Parameters<Ops['s4dConvolve']>[0],
    'rows' | 'x' | 'y' | 'h'
  >,
  { x, y }: { x: Tensor; y: Tensor },
): void {
  const [size, E] = y.shape as [number, number];
  for (let first = 0; first < args.rows; first += size) {
    const rows = Math.min(size, args.rows - first);
    ops.copy(args.x, first * E, x, 0, rows * E);
    ops.s4dConvolve({ ...args, rows, x, y, method: 'direct' });
    ops.copy(y, 0, args.y, first * E, rows * E);
  }
}

/** Everything that the ways need, with a state of zeros for each that is given one. */
function tensorsOf(lease: Lease, input: S4dInput, chunkSize: number) {
  const { seqLen: L, dInner: E, dState: N } = input;
  const width = 4 * N + 2;
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
  const kernel = lease.zeros('kernel', [L, E]);
  const D = lease.put(
    'D',
    [E],
    input.ssm.filter((_, i) => i % width === 4 * N),
  );
  const size = Math.min(chunkSize, L);
  const [chunkX, chunkY] = ['x', 'y'].map((label) => lease.zeros(label, [size, E]));
  const chunk = { x: chunkX!, y: chunkY! };
  const states = [0, 1, 2, 3].map(() => lease.zeros('h', [E, 2 * N]));
  return { pairs, shared, kernel, D, chunk, states };
}
