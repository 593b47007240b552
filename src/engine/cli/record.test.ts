import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { unpackRecordedState, type RecordedRun } from '../recorded';
import { maxAbsError } from '../testing/devices';
import { record } from './record';

const file = (name: string): Buffer =>
  readFileSync(new URL(`../../app/recorded/${name}`, import.meta.url));

/** Every number rounded to six digits: engines of JavaScript may differ in the last bits of exp and log. */
const rounded = (run: RecordedRun): unknown =>
  JSON.parse(
    JSON.stringify(run, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(6)) : value,
    ),
  );

it('the recorded run that the page shows first is what the model computes', async () => {
  const { run, state } = await record();
  const recorded = JSON.parse(file('run.json').toString()) as RecordedRun;
  expect(rounded(recorded)).toEqual(rounded(run));
  const bytes = (data: Uint8Array): ArrayBuffer => new Uint8Array(data).buffer;
  const shown = unpackRecordedState(recorded, bytes(file('state.bin')));
  const now = unpackRecordedState(run, bytes(state));
  for (let layer = 0; layer < run.model.nLayers; layer++) {
    // A half float near 1 is good to 5e-4; the same rounding on both sides leaves at most one step.
    expect(maxAbsError(shown.moment.h[layer]!, now.moment.h[layer]!)).toBeLessThan(2e-3);
    expect(maxAbsError(shown.moment.hPrevious[layer]!, now.moment.hPrevious[layer]!)).toBeLessThan(
      2e-3,
    );
  }
});
