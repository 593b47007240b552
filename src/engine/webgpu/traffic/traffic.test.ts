/** Declared bytes against bytes counted while the shaders run: they must be the same, to the last one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCounted, type CountedOps } from '../../testing/counted';
import { SHADER_NAMES } from '../kernels';
import { trafficOf } from '.';
import { benchOn } from './testing/bench';
import { MODEL_CASES } from './testing/modelCases';
import { VIEW_CASES } from './testing/viewCases';

/** With the kernels for an emulated GPU, and with those for a real one. */
let emulated: CountedOps;
let real: CountedOps;
beforeAll(async () => {
  emulated = await openCounted(true);
  real = await openCounted(false);
});
afterAll(() => {
  emulated.ops.dispose();
  real.ops.dispose();
});

const seen = new Set<string>();

/** The linear layers alone are others on a real GPU. */
const both = Object.entries({ ...MODEL_CASES, ...VIEW_CASES }).flatMap(([name, works]) =>
  (name.startsWith('linear') ? [true, false] : [true]).map((software) => ({
    name,
    works,
    software,
  })),
);

it.each(both)('$name (emulated: $software)', async ({ works, software }) => {
  const device = software ? emulated : real;
  for (const work of works(benchOn(device.ops))) {
    const counted = await device.count(() => work(device.ops));
    expect(counted.length).toBeGreaterThan(0);
    for (const { dispatch, counted: bytes } of counted) {
      const { name } = dispatch;
      seen.add(name);
      const declared = Object.entries(trafficOf(dispatch)).map(([binding, declaration]) => [
        binding,
        { read: 0, written: 0, ...declaration },
      ]);
      // What is not declared is declared as not touched.
      const touched = Object.entries(bytes).filter(
        ([binding, { read, written }]) =>
          read + written > 0 || declared.some(([known]) => known === binding),
      );
      expect({ [name]: Object.fromEntries(touched) }).toEqual({
        [name]: Object.fromEntries(declared),
      });
    }
  }
});

it('no shader was left out', () => {
  expect([...seen].toSorted()).toEqual([...SHADER_NAMES].toSorted());
});
