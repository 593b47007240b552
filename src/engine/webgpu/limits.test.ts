/** No dispatch asks for more workgroups along an axis than WebGPU allows. What is asked is looked at, and never run. */
import { expect, it } from 'vitest';
import { openNodeWebGpu } from '../node/webgpu';
import type { Ops } from '../ops';
import { scaledTurn } from '../testing/turn';
import { MOST_GROUPS } from './tensor';

/** The workgroups of each dispatch, by shader. */
async function workgroups(work: (ops: Ops) => void): Promise<Record<string, number[]>> {
  const ops = await openNodeWebGpu();
  const seen = ops.meter.dispatches(() => work(ops));
  ops.dispose();
  return Object.fromEntries(seen.map(({ name, workgroups: size }) => [name, [...size]]));
}

/** Mamba-2's SSM by chunks: heads of one channel, one state. */
function ssd(ops: Ops, rows: number, heads: number, chunkSize: number): void {
  ops.ssdChunked({
    rows,
    xbc: ops.zeros('xbc', [rows, 3 * heads]),
    zxbcdt: ops.zeros('zxbcdt', [rows, 5 * heads]),
    ssm: ops.zeros('ssm', [heads, 3]),
    h: ops.zeros('h', [heads, 1, 1]),
    y: ops.zeros('y', [rows, heads]),
    nGroups: heads,
    deltaLimit: [0, Infinity],
    turn: scaledTurn(ops, [heads, heads]),
    chunkSize,
  });
}

it('SSD’s chunks are no longer than the text', async () => {
  const { ssdScores, ssdOutput } = await workgroups((ops) => ssd(ops, 8, 1, 65_536));
  expect({ ssdScores, ssdOutput }).toEqual({ ssdScores: [1, 1, 1], ssdOutput: [1, 1, 1] });
});

it('SSD’s chunks, with as many groups of heads as there are, are not too many', async () => {
  for (const [rows, heads] of [
    [MOST_GROUPS + 1, 1],
    [2048, 40],
  ] as const) {
    const asked = await workgroups((ops) => ssd(ops, rows, heads, 1));
    const most = Math.max(...Object.values(asked).flat());
    expect(most).toBeGreaterThan(1000);
    expect(most).toBeLessThanOrEqual(MOST_GROUPS);
  }
});

it('Mamba’s chunks have at most as many tokens as a dispatch has workgroups', async () => {
  const rows = MOST_GROUPS + 1;
  const { selectiveBlock } = await workgroups((ops) => {
    const column = (label: string) => ops.zeros(label, [rows, 1]);
    ops.selectiveChunked({
      rows,
      x: column('x'),
      delta: column('delta'),
      A: ops.zeros('A', [1, 1]),
      bc: ops.zeros('bc', [rows, 2]),
      firstB: 0,
      firstC: 1,
      dState: 1,
      D: ops.zeros('D', [1]),
      h: ops.zeros('h', [1, 1]),
      y: column('y'),
      chunkSize: rows,
    });
  });
  // The last chunk: what one dispatch could not take.
  expect(selectiveBlock).toEqual([1, 1, 1]);
});
