import type { CellRef } from '../hover/cells';
import { fixed } from '../format';
import { symbolClass, type SymbolName } from '../Sym';

/** One quantity of a formula: how it is written, what it is now, and the cell it was read from. */
export interface Term {
  /** In TeX, without colour: `\\bar A`, `h_{t-1}`. */
  tex: string;
  /** Gives it its hue. */
  symbol?: SymbolName;
  /** Null while it is not known. */
  value: number | null;
  /** In the untouched model, while something is turned; else absent. */
  before?: number | null;
  /** Decimals, 2 if not given. */
  digits?: number;
  /** As it is said: “h of the word before”. */
  say: string;
  /** The cell of a figure that shows it. */
  source?: CellRef;
}

/** What stands between quantities: `=`, `+`, `\\exp(`. Two terms side by side are multiplied. */
export interface Operator {
  /** As plain text, above and below alike. */
  op: string;
  /** In TeX, if that is something else. */
  tex?: string;
  /** As it is said, if it is none of the usual four. */
  say?: string;
}

export type FormulaPart = Term | Operator;

/** The few words that a formula is read out with. */
export interface FormulaWords {
  equals: string;
  plus: string;
  minus: string;
  times: string;
  /** Before the untouched model's number. */
  was: string;
  /** Of a number that is not there yet. */
  unknown: string;
}

export const isTerm = (part: FormulaPart): part is Term => 'say' in part && 'value' in part;

/** A term's number as it is written: two decimals, a true minus, a dot while it is not known. */
export const written = (value: number | null, digits = 2): string =>
  value === null ? '·' : fixed(value, digits);

/** True between two factors that are multiplied without a sign; a bracket is a factor as a term is. */
export const timesBetween = (left: FormulaPart | undefined, right: FormulaPart): boolean =>
  left !== undefined &&
  (isTerm(left) || left.op.endsWith(')')) &&
  (isTerm(right) || right.op.endsWith('('));

/** A term's TeX in its hue. */
export const termTex = ({ tex, symbol }: Term): string =>
  symbol ? `\\htmlClass{${symbolClass(symbol)}}{${tex}}` : tex;

/** The formula as one line of TeX, every symbol in its hue. */
export const formulaTex = (parts: readonly FormulaPart[]): string =>
  parts.map((p) => (isTerm(p) ? termTex(p) : (p.tex ?? p.op.replace('−', '-')))).join(' ');

/** The numbers in the formula's shape: `0.02·−0.02 + −0.68·−0.24`. */
export function formulaNumbers(parts: readonly FormulaPart[]): string {
  return parts
    .map((part, i) => {
      const dot = timesBetween(parts[i - 1], part) ? '·' : '';
      if (isTerm(part)) return dot + written(part.value, part.digits);
      return /[=+−]/.test(part.op) ? ` ${part.op} ` : dot + part.op;
    })
    .join('');
}

function saidOperator({ op, say }: Operator, words: FormulaWords): string {
  if (say !== undefined) return say;
  const usual: Record<string, string> = {
    '=': words.equals,
    '+': words.plus,
    '−': words.minus,
    '·': words.times,
  };
  return usual[op.trim()] ?? op;
}

/** A term with its number, as it is read out: “h 0.15, was 0.16”. */
export function sayTerm({ say, value, before, digits }: Term, words: FormulaWords): string {
  const now = value === null ? words.unknown : fixed(value, digits ?? 2);
  const was =
    before === undefined || before === null ? '' : `, ${words.was} ${fixed(before, digits ?? 2)}`;
  return `${say} ${now}${was}`;
}

/** The whole equation with its numbers, for screen readers. */
export const sayFormula = (parts: readonly FormulaPart[], words: FormulaWords): string =>
  parts
    .flatMap((part, i) => [
      ...(timesBetween(parts[i - 1], part) ? [words.times] : []),
      isTerm(part) ? sayTerm(part, words) : saidOperator(part, words),
    ])
    .filter(Boolean)
    .join(' ');
