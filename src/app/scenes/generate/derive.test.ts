import { describe, expect, it } from 'vitest';
import type { Candidate, Moment, TokenRecord } from '../../../engine/types';
import type { ModelInfo } from '../../../engine/types';
import type { AppState } from '../../store/state';
import { code } from './code';
import {
  candidateRows,
  contextWords,
  drawnState,
  isHere,
  largePictures,
  numberAt,
  others,
} from './derive';
import { probabilityOf, stateNumbers } from './derive';

const candidate = (id: number, p: number): Candidate => ({
  id,
  text: ` w${id}`,
  p,
  logit: Math.log(p),
});
function moment(token: number, ps: [number, number][], h: number[] = [0, 0]): Moment {
  return {
    token,
    next: { top: ps.map(([id, p]) => candidate(id, p)), logSumExp: 0, entropy: 1 },
    h: [Float32Array.from(h)],
    hPrevious: [Float32Array.from([0.5, 0.25])],
  };
}
const tokens = (...texts: string[]) => texts.map((text) => ({ text }) as TokenRecord);

describe('candidates', () => {
  const many = Array.from({ length: 14 }, (_, i): [number, number] => [i, 0.1 / (i + 1)]);

  it('are ten, likeliest first', () => {
    const rows = candidateRows({ yours: moment(0, many), before: null }, null);
    expect(rows.map((r) => r.id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('always hold the word that really came, even beyond the tenth', () => {
    const rows = candidateRows({ yours: moment(0, many), before: null }, 12);
    expect(rows.find((r) => r.came)?.id).toBe(12);
    expect(rows).toHaveLength(11);
  });

  it('keep a place for what the untouched model would have said', () => {
    const before = moment(0, [
      [13, 0.8],
      [0, 0.1],
    ]);
    const rows = candidateRows({ yours: moment(0, many), before }, null);
    expect(rows.find((r) => r.id === 13)?.before).toBe(0.8);
    expect(rows).toHaveLength(10);
  });

  it('say that they would join on to the word that stands there', () => {
    const end = { id: 3, text: 'er', p: 0.2, logit: 0 };
    const yours = moment(0, [[1, 0.5]]);
    yours.next.top.push(end);
    const words = (last: string) =>
      candidateRows({ yours, before: null }, null, last).map((r) => r.word);
    expect(words(' play')).toEqual(['w1', '‑er']);
    expect(words(' "')).toEqual(['w1', 'er']);
  });

  it('leave a chance open that nobody computed', () => {
    const rows = candidateRows({ yours: moment(0, many), before: moment(0, [[0, 0.9]]) }, null);
    expect(rows.find((r) => r.id === 1)?.before).toBeNull();
    expect(others(rows).before).toBeNull();
  });

  it('leave the rest to all other words', () => {
    const rows = candidateRows({ yours: moment(0, [[1, 0.5], [2, 0.2]]), before: null }, null); // prettier-ignore
    expect(others(rows).yours).toBeCloseTo(0.3);
  });
});

describe('the state', () => {
  const pair = { yours: moment(4, [], [1, 2]), before: moment(4, [], [3, 4]) };
  const mamba = { kind: 'Mamba', dState: 2 } as ModelInfo;
  const s4d = { kind: 'S4D', dState: 1 } as ModelInfo;

  it('is shown before, now, and as a change from the word before', () => {
    const pictures = largePictures(pair, 0, mamba);
    expect(pictures.map((p) => p.kind)).toEqual(['before', 'state', 'change']);
    expect([...pictures[2].values]).toEqual([0.5, 1.75]);
    expect(largePictures({ ...pair, before: null }, 0, mamba)).toHaveLength(2);
  });

  it('gives one number with its past and its untouched twin', () => {
    const place = { layer: 0, channel: 0, state: 1 };
    expect(numberAt(pair, place, mamba)).toEqual({ yours: 2, previous: 0.25, before: 4 });
  });

  it('stands beside the lines of the code that made it', () => {
    const cursor = { token: 4, layer: 0, channel: 0, state: 1 };
    const state = { moment: pair, model: mamba, cursor } as AppState;
    expect(code.values(state)).toEqual({ before: 'h = 0.250', h: 'h = 2.000' });
    expect(code.values({ ...state, moment: null })).toBeNull();
  });

  it('that is complex is drawn by its real parts', () => {
    // One channel with one state: real | imaginary.
    expect([...drawnState(Float32Array.of(1, 2, 3, 4), s4d)]).toEqual([1, 3]);
    expect(numberAt(pair, { layer: 0, channel: 0, state: 0 }, s4d).yours).toBe(1);
    const untouched = Float32Array.of(1, 2);
    expect(drawnState(untouched, mamba)).toBe(untouched);
  });

  it('belongs to the cursor’s word only if the moment does', () => {
    const cursor = { token: 4, layer: 0, channel: 0, state: 0 };
    expect(isHere({ moment: pair, cursor })).toBe(true);
    expect(isHere({ moment: pair, cursor: { ...cursor, token: 3 } })).toBe(false);
    expect(isHere({ moment: null, cursor })).toBe(false);
  });

  it('has as many numbers as layers × channels × states', () => {
    const model = { kind: 'Mamba', heads: null, nLayers: 8, dInner: 512, dState: 16 } as ModelInfo;
    expect(stateNumbers(model)).toBe(65536);
    expect(stateNumbers({ ...model, kind: 'S4D' })).toBe(2 * 65536);
    const heads = { nHeads: 8, headDim: 64, nGroups: 1 };
    expect(stateNumbers({ ...model, kind: 'Mamba-2', heads, dState: 128 })).toBe(524288);
  });
});

describe('the sentence above the formula', () => {
  it('ends with the cursor’s word', () => {
    expect(contextWords(tokens(' said', ',', ' "', 'I', ' am', '\n'), 4)).toBe('I am');
  });

  it('speaks of the chosen candidate, else of the likeliest', () => {
    const pair = { yours: moment(0, [[1, 0.5], [2, 0.2]]), before: null }; // prettier-ignore
    expect(probabilityOf(pair, 2)?.p).toBe(0.2);
    expect(probabilityOf(pair, 99)?.id).toBe(1);
    expect(probabilityOf({ yours: moment(0, []), before: null }, null)).toBeNull();
  });
});
