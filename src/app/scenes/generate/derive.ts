import { probeWidth } from '../../../engine/probeShape';
import type { Candidate, ModelInfo, Moment, TokenRecord } from '../../../engine/types';
import { difference } from '../../../viz/heat/paint';
import type { Place } from '../../../viz/heat/StateMap';
import type { LargeKind } from '../../../viz/heat/strips';
import type { CandidateRow } from '../../../viz/next/CandidateList';
import { joinsOn, toWord, withEndSign } from '../../../viz/tape/words';
import type { AppState, MomentPair } from '../../store/state';
import type { LiveValue } from '../scene';

/** Values of h beyond ±clip wear the end colours: about the 99.9th percentile of the bundled model of that kind. */
const CLIP: Record<string, number> = { Mamba: 0.6, 'Mamba-2': 0.5, S4D: 30 };
export const clipOf = ({ kind }: ModelInfo): number => CLIP[kind] ?? 0.6;

/** True if h is complex. Its real parts are drawn then. */
export const isComplex = ({ kind }: ModelInfo): boolean => kind === 'S4D';

/**
 * A layer's state as a map of channels × N: Mamba's (E, N) and Mamba-2's (H, P, N) = (E, N) as they are; of S4D's
 * (E, 2N), real | imaginary, the real parts.
 */
export function drawnState(h: Float32Array, model: ModelInfo): Float32Array {
  const N = model.dState;
  return isComplex(model) ? h.filter((_, i) => i % (2 * N) < N) : h;
}
/** Rows kept for what the untouched model would have said. */
const BEFORE_ROWS = 2;

/** Numbers in the whole state: those of a layer (of S4D two a state: real and imaginary) in all layers. */
export const stateNumbers = (m: ModelInfo): number => m.nLayers * probeWidth(m, 'layer.hLast');

/** What the prose states. */
export const live = {
  stateNumbers: (s) => stateNumbers(s.model),
  dState: (s) => s.model.dState,
} satisfies Record<string, LiveValue>;

/** True if the moment in the store is the one under the cursor. */
export const isHere = ({ moment, cursor }: Pick<AppState, 'moment' | 'cursor'>): boolean =>
  moment !== null && moment.yours.token === cursor.token;

const known = (list: readonly Candidate[] | undefined, id: number) =>
  list?.find((c) => c.id === id);

/**
 * Candidates from the likeliest down: mostly yours, the untouched model's first two, and always the
 * word that really came. A chance that was not computed is null, never a guess.
 */
export function candidateRows(
  { yours, before }: MomentPair,
  came: number | null,
  /** The cursor's token, that a candidate may join on to. */
  last = '',
  most = 10,
): CandidateRow[] {
  const all = new Map<number, Candidate>();
  const add = (c: Candidate) => {
    if (known(yours.next.top, c.id)) all.set(c.id, c);
  };
  const firstYours = yours.next.top.slice(0, most - (before ? BEFORE_ROWS : 0));
  firstYours.forEach(add);
  before?.next.top.slice(0, BEFORE_ROWS).forEach(add);
  for (const c of yours.next.top) if (all.size < most) add(c);
  const real = came === null ? undefined : known(yours.next.top, came);
  if (real) add(real);
  return [...all.values()]
    .map((c) => ({
      id: c.id,
      token: c.text,
      // A hyphen that breaks no line, as dictionaries write “-er”.
      word: (joinsOn(c.text, last) ? '‑' : '') + toWord(c.text).text,
      yours: known(yours.next.top, c.id)?.p ?? 0,
      before: known(before?.next.top, c.id)?.p ?? null,
      came: c.id === came,
    }))
    .toSorted((a, b) => b.yours - a.yours);
}

/** What the rows leave to all other words. */
export function others(rows: readonly CandidateRow[]): { yours: number; before: number | null } {
  const rest = (p: (r: CandidateRow) => number) =>
    Math.max(0, 1 - rows.reduce((sum, r) => sum + p(r), 0));
  const allKnown = rows.every((r) => r.before !== null);
  return { yours: rest((r) => r.yours), before: allKnown ? rest((r) => r.before ?? 0) : null };
}

/** The chosen layer's large pictures, from top to bottom. */
export function largePictures(
  { yours, before }: MomentPair,
  layer: number,
  model: ModelInfo,
): { kind: LargeKind; values: Float32Array }[] {
  const drawn = (h: Float32Array[]) => drawnState(h[layer], model);
  const change = difference(drawn(yours.h), drawn(yours.hPrevious));
  return [
    ...(before ? [{ kind: 'before' as const, values: drawn(before.h) }] : []),
    { kind: 'state', values: drawn(yours.h) },
    { kind: 'change', values: change },
  ];
}

function at(h: Float32Array[], place: Place, model: ModelInfo): number {
  const width = isComplex(model) ? 2 * model.dState : model.dState;
  return h[place.layer][place.channel * width + place.state];
}

/** One number of the state (of S4D its real part): now, a token ago, and untouched. */
export function numberAt({ yours, before }: MomentPair, place: Place, model: ModelInfo) {
  const value = (m: Moment) => at(m.h, place, model);
  return {
    yours: value(yours),
    previous: at(yours.hPrevious, place, model),
    before: before ? value(before) : null,
  };
}

/** The last few words before and at the cursor, as one reads them. */
export function contextWords(tokens: readonly TokenRecord[], cursor: number, most = 4): string {
  const part = tokens.slice(Math.max(0, cursor - most + 1), cursor + 1);
  return (
    withEndSign(part.map((t) => t.text).join(''))
      .replace(/\s+/g, ' ')
      // It will stand between quotation marks: none of its own at the start, nor half a sentence's end.
      .replace(/^[\s"“”'.,!?]+(?=\S)/, '')
      .trim()
  );
}

/** Everything in p(word) = e^ℓ / Σ e^ℓ for one candidate; null if it is not among those known. */
export function probabilityOf(pair: MomentPair, id: number | null) {
  const { top, logSumExp } = pair.yours.next;
  const one = known(top, id ?? -1) ?? top[0];
  if (!one) return null;
  const before = known(pair.before?.next.top, one.id)?.p ?? null;
  return { id: one.id, word: toWord(one.text).text, logit: one.logit, logSumExp, p: one.p, before };
}
