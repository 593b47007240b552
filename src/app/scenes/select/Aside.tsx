import { factor, fixed } from '../../../viz/format';
import type { FormulaPart } from '../../../viz/formula/formula';
import { FormulaGrid } from '../../../viz/formula/FormulaGrid';
import { cellIndex } from '../../../viz/hover/geometry';
import { Tex } from '../../../viz/Tex';
import { Rich } from '../../frame/Rich';
import { wordName } from '../../frame/wordName';
import { useApp } from '../../store/store';
import { useText } from '../../text';
import { useReading } from './focus';
import { deltaDigits, keepOf, softplus } from './identities';
import { numbersAt, sharedIndex, turnedIn, type Numbers, type Reading } from './reading';
import { words as sceneWords } from './words';

/** What to take away. */
export function Lead() {
  const words = sceneWords.use();
  const kind = useApp((s) => s.model.kind);
  return <Rich text={kind === 'S4D' ? words.leadS4 : words.lead} />;
}

/** One step of the state with its numbers, and where its Δ came from. */
export function Formula() {
  const text = useText();
  const words = sceneWords.use();
  const r = useReading();
  const cursor = useApp((s) => s.cursor);
  const word = useApp((s) => wordName(s.yours.tokens[s.cursor.token]?.text ?? '', text));
  const now = r && numbersAt(r, 'yours', cursor);
  if (!r || !now) return <p className="absent" />;
  const was = r.delta.before ? numbersAt(r, 'before', cursor) : null;
  const place = (
    <>
      {words.formula.at} <b>{word}</b>, {words.formula.layer(r.layer)},{' '}
      {words.unit(cursor.channel, false)}, {words.stateOf(cursor.state)}
    </>
  );
  const rows = { before: words.before, yours: words.yours };
  return (
    <div className="select-formula">
      {now.B !== null && (
        <FormulaGrid place={place} parts={stepParts(r, now, was, cursor, words.say)} rows={rows} />
      )}
      {now.B === null && (
        <FormulaGrid place={place} parts={keepParts(now, was, words.say)} rows={rows} />
      )}
      <DeltaLine now={now} was={was} />
    </div>
  );
}

type Say = ReturnType<typeof sceneWords.use>['say'];

/** A value, and what it was if something is turned. */
const pair = (now: Numbers, was: Numbers | null, get: (n: Numbers) => number | null) =>
  was ? { value: get(now), before: get(was) } : { value: get(now) };

const Abar = (n: Numbers): number => keepOf(n.delta, n.A);

/** h_t = Ā h_{t−1} + Δ_t B_t x_t. */
function stepParts(
  r: Reading,
  now: Numbers,
  was: Numbers | null,
  { token, state }: { token: number; state: number },
  say: Say,
): FormulaPart[] {
  const { dState } = r.model;
  const source = (figure: string, t: number, rows = dState, row = state) =>
    t < 0 ? undefined : { figure, index: cellIndex(rows, row, t) };
  return [
    {
      tex: 'h_t',
      symbol: 'h',
      ...pair(now, was, (n) => n.h),
      say: say.h,
      source: source('h', token),
    },
    { op: '=' },
    { tex: '\\bar A', symbol: 'A', ...pair(now, was, Abar), say: say.Abar },
    {
      tex: 'h_{t-1}',
      symbol: 'h',
      ...pair(now, was, (n) => n.hPrevious),
      say: say.hBefore,
      source: source('h', token - 1),
    },
    { op: '+' },
    {
      tex: '\\Delta_t',
      symbol: 'Delta',
      ...pair(now, was, (n) => n.delta),
      digits: deltaDigits(now.delta),
      say: say.delta,
      source: source('stems', token, 1, 0),
    },
    {
      tex: 'B_t',
      symbol: 'B',
      ...pair(now, was, (n) => n.B),
      say: say.B,
      source: source('B', token, r.B?.yours.shape[0], sharedIndex(r.model, r.unit, state)),
    },
    { tex: 'x_t', symbol: 'x', ...pair(now, was, (n) => n.x), say: say.x },
  ];
}

/** |Ā| = exp(Δ Re A), where A is complex. */
function keepParts(now: Numbers, was: Numbers | null, say: Say): FormulaPart[] {
  return [
    { tex: '|\\bar A|', symbol: 'A', ...pair(now, was, Abar), say: say.Abar },
    { op: '=' },
    { op: 'exp(', tex: '\\exp(', say: say.exp },
    {
      tex: '\\Delta',
      symbol: 'Delta',
      ...pair(now, was, (n) => n.delta),
      say: say.delta,
      digits: 3,
    },
    { tex: '\\operatorname{Re}A', symbol: 'A', ...pair(now, was, (n) => n.A), say: say.A },
    { op: ')', say: say.close },
  ];
}

/** Δ = softplus(dt + bias) with its numbers, and what it is often taken for. */
function DeltaLine({ now, was }: { now: Numbers; was: Numbers | null }) {
  const words = sceneWords.use().formula;
  const layer = useApp((s) => s.cursor.layer);
  const turned = useApp((s) => s.shownIntervention);
  const { delta, dt, bias } = now;
  const { held, factor: times } = turnedIn(turned, layer);
  const multiplied = times !== 1 && (
    <p className="yours">{words.factor(factor(times), fixed(delta, deltaDigits(delta)))}</p>
  );
  if (dt === null || bias === null)
    return (
      <div className="delta-line num">
        <p className="sy-delta">{words.weight(fixed((was ?? now).delta, 3))}</p>
        {multiplied}
      </div>
    );
  const inside = softplus(dt + bias);
  const sign = bias < 0 ? '−' : '+';
  return (
    <div className="delta-line num">
      <p className="sy-delta">
        <Tex tex="\Delta" /> = softplus({fixed(dt)} {sign} {fixed(Math.abs(bias))}) ={' '}
        <b>{fixed(inside, deltaDigits(inside))}</b>
      </p>
      {held.includes('delta') && (
        <p className="yours">{words.held(fixed(delta / times, deltaDigits(delta / times)))}</p>
      )}
      {multiplied}
      <p className="cap">{words.not(fixed(dt), fixed(bias), fixed(softplus(dt) + bias))}</p>
    </div>
  );
}
