/** The clock of the loop and the scan, on made-up numbers: what is timed is really done, and to the end. */
import { describe, expect, it, vi } from 'vitest';
import { devices } from '../testing/devices';
import { Random } from '../testing/random';
import type { Mamba2Input, MambaInput } from './input';
import { scanTimes } from './scanTimes';

const random = new Random(5);
const [L, E, N] = [5, 4, 3];
const mamba: MambaInput = {
  kind: 'mamba',
  seqLen: L,
  dInner: E,
  dState: N,
  x: random.values(L * E, -1, 1),
  delta: random.values(L * E, 0.1, 1),
  B: random.values(L * N, -1, 1),
  C: random.values(L * N, -1, 1),
  ssm: random.values(E * (N + 2), -1, 1),
};
const mamba2: Mamba2Input = {
  kind: 'mamba2',
  seqLen: L,
  nHeads: 2,
  headDim: 2,
  nGroups: 1,
  dState: N,
  x: mamba.x,
  delta: random.values(L * 2, 0.1, 1),
  B: mamba.B,
  C: mamba.C,
  ssm: random.values(2 * 3, -1, 1),
};

describe.each(devices)('the times of loop and scan on $name', ({ open }) => {
  it.each([mamba, mamba2])('are of both over all words, $kind', async (input) => {
    const ops = await open();
    const loops = vi.spyOn(ops, 'scanMaterialised');
    const levels = vi.spyOn(ops, 'scanLevel');
    const times = await scanTimes(ops, input, 3, 64);
    expect(times.words).toBe(64);
    expect(times.loop).toBeGreaterThan(0);
    expect(times.scan).toBeGreaterThan(0);
    expect(loops.mock.calls.every(([{ rows }]) => rows === 64)).toBe(true);
    // A scan of 64 words has 6 levels up and 5 down.
    expect(levels.mock.calls.length).toBe(11 * loops.mock.calls.length);
    ops.dispose();
  });

  it('divide what the clock says by the runs between two looks at it', async () => {
    const ops = await open();
    let ms = 0;
    // Every look at the clock is 80 ms after the last: 10 a run.
    const times = await scanTimes(ops, mamba, 0, 16, () => (ms += 80));
    expect(times).toEqual({ loop: 10, scan: 10, words: 16 });
    ops.dispose();
  });
});
