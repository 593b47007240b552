/** The entries of the four pictures, and what is said of one. */
import type { FormulaPart, Term } from '../../../viz/formula/formula';
import type { CellInfo } from '../../../viz/hover/cells';
import type { Mixing } from './matrix';
import type { en } from './strings.en';
import type { Picture } from './view';

/** Numbers of the picture that is chosen, (T, T). */
export function entriesOf(picture: Picture, mixing: Mixing, input: Float64Array): Float64Array {
  if (picture === 'decay') return mixing.L;
  if (picture === 'scores') return mixing.scores;
  if (picture === 'matrix') return mixing.M;
  return mixing.M.map((m, at) => m * input[at % mixing.size]);
}

/** Least and greatest of a lower triangle. */
export function rangeOf(values: Float64Array, size: number) {
  let [low, most] = [0, 0];
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      low = Math.min(low, values[i * size + j]);
      most = Math.max(most, values[i * size + j]);
    }
  return { low, most };
}

interface Told {
  picture: Picture;
  mixing: Mixing;
  /** The untouched model's, while something is turned. */
  before: Mixing | null;
  /** Δ_j x_j of the channel, (T). */
  input: Float64Array;
  /** The words of the stretch. */
  names: readonly string[];
  words: typeof en;
}

/** What entry (i, j) is, and what it comes from. */
export function entryInfo(told: Told, i: number, j: number): CellInfo {
  const { picture, mixing, before, input, names, words } = told;
  const at = i * mixing.size + j;
  const where = words.matrix.hears(names[i], names[j]);
  const of = (name: 'L' | 'scores' | 'M') => ({
    value: mixing[name][at],
    ...(before && { before: before[name][at] }),
  });
  const L: Term = { tex: 'L_{ij}', symbol: 'A', digits: 4, say: words.say.L, ...of('L') };
  if (j > i) {
    const masked = { tex: L.tex, symbol: L.symbol, value: 0, say: L.say };
    return { place: where, term: masked, note: words.matrix.masked };
  }
  const say = words.say.score;
  const score: Term = { tex: String.raw`C_i{\cdot}B_j`, digits: 2, say, ...of('scores') };
  const M: Term = { tex: 'M_{ij}', digits: 3, say: words.say.M, ...of('M') };
  if (picture === 'scores') return { place: where, term: score };
  if (picture === 'matrix') return { place: where, term: M, operands: [L, score] };
  if (picture === 'decay') {
    const sum = (t: number, letter: 'i' | 'j'): Term => ({
      tex: String.raw`\Sigma_${letter}`,
      value: mixing.sums[t],
      ...(before && { before: before.sums[t] }),
      say: letter === 'i' ? words.say.sumI : words.say.sumJ,
      source: { figure: 'sums', index: t },
    });
    const operands: FormulaPart[] = [
      { op: 'exp(', tex: String.raw`\exp(` },
      sum(i, 'i'),
      { op: '−' },
      sum(j, 'j'),
      { op: ')' },
    ];
    return { place: where, term: L, operands, note: words.matrix.factors(i - j) };
  }
  const part = String.raw`M_{ij}\,\Delta_j x_j`;
  const [value, digits] = [mixing.M[at] * input[j], 4];
  const u: Term = {
    tex: String.raw`\Delta_j x_j`,
    symbol: 'x',
    value: input[j],
    digits: 3,
    say: words.say.input,
  };
  return {
    place: where,
    term: { tex: part, symbol: 'y', value, digits, say: words.say.part },
    operands: [{ tex: M.tex, value: M.value, digits: 3, say: M.say }, u],
  };
}
