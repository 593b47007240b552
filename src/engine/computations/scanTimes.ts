import type { Ops, Tensor } from '../ops';
import type { Mamba2Input, MambaInput } from './input';
import { Lease } from './lease';
import { parallelScan } from './parallelScan';

/** Milliseconds that one channel's states took over `words` tokens, once by each way. */
export interface ScanTimes {
  loop: number;
  scan: number;
  words: number;
}

/** Times that each way is gone between two looks at the clock, and how often that is done; the quickest counts. */
const TURNS = 8;
const ROUNDS = 4;

/**
 * Times the recurrence of one channel on a device: token after token (`scanMaterialised`) against the parallel scan
 * (`scanLevel`), both with Ā and B̄x in memory, (L, 1, N), which each begins by copying. The text's own pairs are repeated up
 * to `words` tokens. Waiting for the device is part of it, shared by TURNS runs.
 */
export async function scanTimes(
  ops: Ops,
  input: MambaInput | Mamba2Input,
  channel: number,
  words: number,
  now: () => number = () => performance.now(),
): Promise<ScanTimes> {
  const { Abar, Bx, N } = pairsOf(input, channel, words);
  const lease = new Lease(ops);
  try {
    const made = await lease.make(() => ({
      from: [lease.put('Abar', [words, 1, N], Abar), lease.put('Bx', [words, 1, N], Bx)] as const,
      pairs: { Abar: lease.zeros('Abar', [words, 1, N]), Bx: lease.zeros('Bx', [words, 1, N]) },
      h: lease.zeros('h', [1, N]),
      hs: lease.zeros('hs', [words, 1, N]),
    }));
    const { from, pairs, h, hs } = made;
    const fill = (): void => {
      ops.copy(from[0], 0, pairs.Abar, 0, words * N);
      ops.copy(from[1], 0, pairs.Bx, 0, words * N);
    };
    const wait = async (tensor: Tensor): Promise<void> => {
      await ops.collect([ops.capture(tensor, (words - 1) * N, N)]);
    };
    const time = async (run: () => void | Promise<unknown>, out: Tensor): Promise<number> => {
      let best = Infinity;
      for (let round = 0; round <= ROUNDS; round++) {
        const start = now();
        for (let turn = 0; turn < TURNS; turn++) {
          fill();
          await run();
        }
        await wait(out);
        // The first round compiles and warms.
        if (round > 0) best = Math.min(best, (now() - start) / TURNS);
      }
      return best;
    };
    const loop = await time(() => ops.scanMaterialised({ rows: words, ...pairs, h, hs }), hs);
    const scan = await time(
      () => parallelScan(ops, { rows: words, ...pairs, complex: false }),
      pairs.Bx,
    );
    return { loop, scan, words };
  } finally {
    lease.end();
  }
}

/** Ā and B̄x of one channel, (words, N), the text over and over. */
function pairsOf(input: MambaInput | Mamba2Input, channel: number, words: number) {
  const { seqLen: L, dState: N, x, delta, B, ssm } = input;
  const E = x.length / L;
  const mamba2 = input.kind === 'mamba2';
  const units = delta.length / L;
  const unit = mamba2 ? Math.floor(channel / input.headDim) : channel;
  const group = mamba2 ? Math.floor((unit * input.nGroups) / input.nHeads) : 0;
  const Abar = new Float32Array(words * N);
  const Bx = new Float32Array(words * N);
  for (let i = 0; i < words; i++) {
    const t = i % L;
    const step = delta[t * units + unit]!;
    for (let n = 0; n < N; n++) {
      const A = -Math.exp(ssm[mamba2 ? 3 * unit : channel * (N + 2) + n]!);
      Abar[i * N + n] = Math.exp(step * A);
      Bx[i * N + n] = step * B[t * (B.length / L) + group * N + n]! * x[t * E + channel]!;
    }
  }
  return { Abar, Bx, N };
}
