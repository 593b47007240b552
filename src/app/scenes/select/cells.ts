/** What the raised line says of the scene's numbers. */
import type { FormulaPart, Term } from '../../../viz/formula/formula';
import type { CellInfo } from '../../../viz/hover/cells';
import { cellIndex } from '../../../viz/hover/geometry';
import { keepOf } from './identities';
import { rowAt, type Reading, type Side } from './reading';
import type { en } from './strings.en';

type Say = (typeof en)['say'];

/** A value with its untouched twin, as far as there is one. */
export function both(
  r: Reading,
  get: (side: Side) => number | null | undefined,
): Pick<Term, 'value' | 'before'> {
  const value = get('yours') ?? null;
  return r.delta.before ? { value, before: get('before') ?? null } : { value };
}

/** Δ of a unit at a token: softplus(dt + bias), as far as the model has these. */
export function deltaCell(
  r: Reading,
  token: number,
  unit: number,
  place: string,
  say: Say,
): CellInfo {
  const term: Term = {
    tex: '\\Delta_t',
    symbol: 'Delta',
    ...both(r, (side) => rowAt(r.delta, side, token)?.[unit]),
    say: say.delta,
    digits: 3,
  };
  const dt = rowAt(r.dt, 'yours', token)?.[unit];
  const bias = r.dtBias?.yours.values[unit];
  // Held or multiplied, it is no longer what the softplus gives.
  if (dt === undefined || bias === undefined || r.delta.before) return { place, term };
  const operands: FormulaPart[] = [
    { op: 'softplus(', tex: '\\operatorname{softplus}(', say: say.softplus },
    { tex: 'dt', value: dt, say: say.dt },
    { op: '+' },
    { tex: 'b', value: bias, say: say.bias },
    { op: ')', say: say.close },
  ];
  return { place, term, operands };
}

/** Ā = exp(ΔA) of a unit and one state at a token; joined to the cell that shows its Δ, if one does. */
export function keepCell(
  r: Reading,
  at: { token: number; unit: number; place: string; note?: string },
  A: (side: Side) => number,
  say: Say,
  source?: { figure: string; index: number },
): CellInfo {
  const delta = (side: Side) => rowAt(r.delta, side, at.token)?.[at.unit] ?? NaN;
  const complex = r.model.kind === 'S4D';
  return {
    place: at.place,
    note: at.note,
    term: {
      tex: complex ? '|\\bar A|' : '\\bar A',
      symbol: 'A',
      ...both(r, (side) => keepOf(delta(side), A(side))),
      say: say.Abar,
    },
    operands: [
      { op: 'exp(', tex: '\\exp(', say: say.exp },
      { tex: '\\Delta_t', symbol: 'Delta', ...both(r, delta), say: say.delta, digits: 3, source },
      { tex: complex ? '\\operatorname{Re}A' : 'A', symbol: 'A', ...both(r, A), say: say.A },
      { op: ')', say: say.close },
    ],
  };
}

/** A cell of the channel map. */
export const mapSource = (rows: number, row: number, token: number) => ({
  figure: 'map',
  index: cellIndex(rows, row, token),
});
