/** What is said of a number of the state: its value, the formula it came from, and where the operands stand. */
import { count, fixed } from '../../../viz/format';
import type { FormulaPart, Term } from '../../../viz/formula/formula';
import type { CellInfo } from '../../../viz/hover/cells';
import { cellIndex } from '../../../viz/hover/geometry';
import { halfLife } from './derive';
import { decayAt, deltaAt, heldAt, rateOf, sharedAt, stepAt, type LayerRun } from './layer';
import type { en } from './strings.en';

type Words = typeof en;

/** A half-life as people read it: 0.3, 12, 1,245. */
export const lifeText = (tokens: number): string =>
  tokens >= 9.95 ? count(tokens) : fixed(tokens, 1);

/** h_t = Ā h_{t−1} + Δ B x with its numbers, of row t; S4D: real parts, h_t = Re(Ā h_{t−1}) + x. */
export function stepParts(
  run: LayerRun,
  t: number,
  channel: number,
  n: number,
  words: Words,
  before: LayerRun | null,
): { term: Term; operands: FormulaPart[] } {
  const { say } = words;
  const N = run.model.dState;
  const old = (of: (r: LayerRun) => number | null) => (before ? { before: of(before) } : {});
  const x = run.x[t * run.model.dInner + channel];
  const term: Term = {
    tex: 'h_t',
    symbol: 'h',
    value: heldAt(run, t, channel)[n],
    ...old((r) => heldAt(r, t, channel)[n]),
    say: say.h,
  };
  const previous: Term = {
    tex: 'h_{t-1}',
    symbol: 'h',
    value: heldAt(run, t - 1, channel)[n],
    ...old((r) => heldAt(r, t - 1, channel)[n]),
    say: say.hLast,
    source: t > 0 ? { figure: 'h', index: cellIndex(N, n, run.first + t - 1) } : undefined,
  };
  const input: Term = { tex: 'x_t', symbol: 'x', value: x, say: say.x };
  if (run.model.kind === 'S4D') {
    const kept: Term = {
      tex: '\\operatorname{Re}(\\bar A h_{t-1})',
      symbol: 'h',
      value: stepAt(run, t, channel).kept[n],
      ...old((r) => stepAt(r, t, channel).kept[n]),
      say: say.kept,
    };
    return { term, operands: [kept, { op: '+' }, input] };
  }
  return {
    term,
    operands: [
      {
        tex: '\\bar A',
        symbol: 'A',
        value: decayAt(run, t, channel, n)[0],
        ...old((r) => decayAt(r, t, channel, n)[0]),
        say: say.Abar,
      },
      previous,
      { op: '+' },
      {
        tex: '\\Delta_t',
        symbol: 'Delta',
        value: deltaAt(run, t, channel),
        ...old((r) => deltaAt(r, t, channel)),
        say: say.Delta,
      },
      { tex: 'B_t', symbol: 'B', value: sharedAt(run, 'B', t, channel, n), say: say.B },
      input,
    ],
  };
}

/** One cell of the state under the sentence; `figure` is where its twin stands. */
export function stateCell(
  run: LayerRun,
  before: LayerRun | null,
  token: number,
  channel: number,
  n: number,
  place: string,
  words: Words,
): CellInfo {
  const t = token - run.first;
  const { term, operands } = stepParts(run, t, channel, n, words, before);
  const life = halfLife(deltaAt(run, t, channel), rateOf(run, channel, n)[0]);
  return { place, term, operands, note: words.remembers(lifeText(life)) };
}
