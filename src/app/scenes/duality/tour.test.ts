import { expect, it } from 'vitest';
import { recordedRun } from '../../recorded/recordedRun';
import type { AppState } from '../../store/state';
import { tour } from './tour';

const run = recordedRun();
const heads = { nHeads: 8, headDim: 64, nGroups: 1 };
const state = { ...run, theme: 'system', model: { ...run.model, heads } } as AppState;
const withChoices = (choices: AppState['choices'], of = state): AppState => ({ ...of, choices });
const done = (id: string, last: AppState, next: AppState) =>
  tour.find((step) => step.id === id)!.done(last, next);

it('the chunk size is at an end at one word and at the whole text, and is ticked when it comes there', () => {
  const at = (chunkSize: string) => withChoices({ chunkSize });
  expect(done('one-end', at('2'), at('1'))).toBe(true);
  expect(done('one-end', at('2'), at('64'))).toBe(true);
  expect(done('one-end', withChoices({}), at('4'))).toBe(false);
  expect(done('one-end', at('1'), at('1'))).toBe(false);
});

it('a block off the diagonal is seen from the second chunk of step 4 on', () => {
  const at = (ssdStep: string, ssdChunk: string) => withChoices({ ssdStep, ssdChunk });
  expect(done('through-state', at('4', '1'), at('4', '2'))).toBe(true);
  expect(done('through-state', withChoices({}), at('4', '5'))).toBe(true);
  expect(done('through-state', at('3', '2'), at('4', '1'))).toBe(false);
  expect(done('through-state', at('3', '1'), at('3', '2'))).toBe(false);
});

it('a model without heads has neither', () => {
  const mamba = { ...state, model: run.model };
  expect(done('one-end', mamba, withChoices({ chunkSize: '1' }, mamba))).toBe(false);
});

it('A counts as turned once it is to be seen', () => {
  const turned = (aScale: number) =>
    ({ ...state, shownIntervention: { ...state.intervention, aScale } }) as AppState;
  expect(done('turn-a-up', turned(1), turned(4))).toBe(true);
  expect(done('turn-a-up', turned(1), turned(2))).toBe(false);
});
