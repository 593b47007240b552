import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Lab, type Recipe } from '../host/lab';
import { packRecordedState, type RecordedRun } from '../recorded';
import { openModel } from './arguments';

/** What the page shows first. The page opens the live model with the same, so that it takes over without a jump. */
export const RECIPE: Recipe = {
  prompt:
    'Once upon a time, there was a little girl named Lily. She had a red ball and loved to play with it in the park. One day, Tom took the ball and Lily was sad. "Please give me my',
  sampling: { temperature: 0, topK: 0, topP: 1, seed: 1 },
  intervention: { layer: 7, deltaScale: 1, aScale: 1 },
  own: 24,
};

/** `record`: computes the run on the reference engine and writes `run.json` and `state.bin` into a folder. */
export async function main(args: readonly string[]): Promise<void> {
  const folder = args[0] ?? 'src/app/recorded';
  const { run, state } = await record();
  writeFileSync(join(folder, 'run.json'), `${JSON.stringify(run)}\n`);
  writeFileSync(join(folder, 'state.bin'), state);
  console.log(`Wrote run.json and state.bin (${run.tokens.length} tokens) into ${folder}.`);
}

/** The recorded run, computed now. */
export async function record(): Promise<{ run: RecordedRun; state: Uint8Array }> {
  const { model, checkpoint } = await openModel('public/models/mamba', 'reference');
  const lab = new Lab(model, checkpoint.tokenizer!);
  const { yours } = await lab.open(RECIPE);
  const { yours: moment } = await lab.moment(yours.tokens.length - 1);
  const { halfLife, ...info } = model.info;
  const { prompt, sampling, intervention } = RECIPE;
  const run = { model: info, prompt, sampling, intervention, ...yours, next: moment.next };
  return { run, state: packRecordedState(halfLife, moment) };
}
