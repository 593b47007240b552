import { describe, expect, it } from 'vitest';
import { formulaNumbers, formulaTex, sayFormula, sayTerm, type FormulaPart } from './formula';

const words = {
  equals: 'equals',
  plus: 'plus',
  minus: 'minus',
  times: 'times',
  was: 'was',
  unknown: 'not known yet',
};

/** h = exp(Δ A) h₋₁ + Δ B x */
const parts: FormulaPart[] = [
  { tex: 'h_t', symbol: 'h', value: 0.156, say: 'h' },
  { op: '=' },
  { op: 'exp(', tex: '\\exp(', say: 'exp of' },
  { tex: '\\Delta_t', symbol: 'Delta', value: 0.41, before: 0.2, say: 'delta' },
  { tex: 'A', symbol: 'A', value: -9.6, say: 'A' },
  { op: ')', say: '' },
  { tex: 'h_{t-1}', symbol: 'h', value: -0.02, say: 'h before' },
  { op: '−' },
  { tex: 'q', value: null, say: 'q' },
];

describe('a formula with live numbers', () => {
  it('is written in TeX, every symbol in its hue', () => {
    expect(formulaTex(parts)).toBe(
      '\\htmlClass{sy-h}{h_t} = \\exp( \\htmlClass{sy-delta}{\\Delta_t} \\htmlClass{sy-A}{A} ) \\htmlClass{sy-h}{h_{t-1}} - q',
    );
  });

  it('is written in numbers, with true minus signs and a dot between factors', () => {
    expect(formulaNumbers(parts)).toBe('0.16 = exp(0.41·−9.60)·−0.02 − ·');
  });

  it('is read out whole, with the numbers', () => {
    expect(sayFormula(parts, words)).toBe(
      'h 0.16 equals exp of delta 0.41, was 0.20 times A −9.60 times h before −0.02 minus q not known yet',
    );
  });

  it('says a number with the decimals it is written with', () => {
    expect(sayTerm({ tex: 'x', value: 0.0125, digits: 3, say: 'x' }, words)).toBe('x 0.013');
  });
});
