/** Computations that the device has no room for are refused, leave nothing behind, and leave the device well. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { createModel } from '../models/create';
import type { Ops } from '../ops';
import { modelFolder } from '../testing/devices';
import { Random } from '../testing/random';
import { limit, openWatched, type Watched } from '../testing/watched';
import { computeFourWays } from './fourWays';
import { impliedMatrix } from './impliedMatrix';
import { mamba2Input, mambaInput, s4dInput } from './testing/inputs';

const PLENTY = 2 ** 40;

describe('on WebGPU', () => {
  const budget = { bytes: PLENTY };
  let watched: Watched;
  beforeAll(async () => {
    watched = await openWatched((device) => limit(device, budget));
  });
  afterAll(() => watched.ops.dispose());

  /** How some work ends where memory does at its beginning, in its midst and at its last tensor. */
  async function starve<T>(work: (ops: Ops) => Promise<T>): Promise<string[]> {
    const { ops, buffers } = watched;
    // Working buffers that operations keep are made the first time.
    const expected = await work(ops);
    budget.bytes = PLENTY;
    await work(ops);
    const needs = PLENTY - budget.bytes;
    const before = [...buffers];
    const ends: string[] = [];
    for (const bytes of [0, Math.floor(needs / 2), needs - 1]) {
      budget.bytes = bytes;
      ends.push(
        await work(ops).then(
          () => 'done',
          ({ name }: Error) => name,
        ),
      );
      expect([...buffers]).toEqual(before);
    }
    budget.bytes = PLENTY;
    expect(await work(ops)).toEqual(expected);
    return ends;
  }
  const refused = Array(3).fill('OutOfMemoryError');

  it.each([
    { name: 'Mamba', make: mambaInput },
    { name: 'Mamba-2', make: mamba2Input },
    { name: 'S4D', make: s4dInput },
  ])('the four computations of $name', async ({ make }) => {
    const input = make(new Random(5), false);
    const lanes = { first: 0, count: 1 };
    expect(await starve((ops) => computeFourWays(ops, input, { lanes }))).toEqual(refused);
  });

  it('the matrix of S4D', async () => {
    const model = await createModel(
      watched.ops,
      await loadCheckpoint(folderSource(modelFolder('s4'))),
    );
    const matrix = () => impliedMatrix(model, [3, 1, 4, 1, 5], { layer: 0, unit: 0 });
    expect(await starve(matrix)).toEqual(refused);
  });
});
