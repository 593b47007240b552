import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { record } from './record';

it('the recorded run that the page shows first is what the model computes', async () => {
  const { run, state } = await record();
  const file = (name: string) =>
    readFileSync(new URL(`../../app/recorded/${name}`, import.meta.url));
  // The very same engine wrote it; JSON keeps every digit of a double.
  expect(JSON.parse(file('run.json').toString())).toEqual(JSON.parse(JSON.stringify(run)));
  expect(Buffer.compare(file('state.bin'), state)).toBe(0);
});
