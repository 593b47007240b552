/** How each number of the block comes about: the formula of its part with the operands filled in. */
import { unitOfChannel } from '../../../engine/probeShape';
import type { FormulaPart, Term } from '../../../viz/formula/formula';
import type { SymbolName } from '../../../viz/Sym';
import {
  decay,
  groupOffset,
  one,
  projectedAt,
  rms,
  worked,
  type Numbers,
  type Pair,
} from './numbers';
import { gated, gatedRms, residualAfter } from './tensors';

export interface Equation {
  left: Term;
  right: FormulaPart[];
}

/** Names of things as they are read out. */
export interface EquationWords {
  say: Record<string, string>;
  sum(count: number): string;
  frozen: string;
}

const DIGITS = 3;

const sigmoid = (v: number): number => 1 / (1 + Math.exp(-v));

/** Makes the terms of a scene’s formulas. */
function terms(n: Numbers, words: EquationWords) {
  return (tex: string, pair: Pair, say: string, symbol?: SymbolName, digits = DIGITS): Term => ({
    tex,
    symbol,
    digits,
    value: pair.yours,
    ...(n.turned && pair.before !== null ? { before: pair.before } : {}),
    say: words.say[say] ?? say,
  });
}

const op = (text: string, tex?: string, say?: string): FormulaPart => ({
  op: text,
  ...(tex === undefined ? {} : { tex }),
  ...(say === undefined ? {} : { say }),
});

/** Without what it was: the formula is not the untouched model's. */
const alone = (term: Term): Term => ({ ...term, before: null });

/** A row of a matrix times a vector of `count` numbers. */
const product = (count: number, tex: string, words: EquationWords): FormulaPart =>
  op(`Σ ${count}`, tex, words.sum(count));

/** The taps of one channel of the short convolution over the last words, oldest first, and its bias. */
export function tapsOf(n: Numbers, convolved: number) {
  const K = n.model.dConv;
  const first = projectedAt(n.model).x + convolved;
  const weight = (k: number): Pair => n.at('layer.convWeight', convolved * (K + 1) + k);
  const taps = Array.from({ length: K }, (_, k) => {
    const back = K - 1 - k;
    const input = n.at('layer.inProj', first, back);
    return { back, weight: weight(k), input, product: worked([weight(k), input], (w, x) => w * x) };
  });
  return { taps, bias: weight(K), sum: n.at('layer.conv', convolved) };
}

/** C·h of one channel, and D x: what y is the sum of. */
export function readOf(n: Numbers, channel: number) {
  const D = n.at('layer.D', unitOfChannel(n.model, channel));
  const x = n.at('layer.x', channel);
  const y = n.at('layer.ssmOut', channel);
  return { y, D, x, Ch: worked([y, D, x], (out, d, input) => out - d * input) };
}

/** One number of a tensor as its part computes it; `state` is a row of h. Null for a tensor without a formula. */
export function equationOf(
  n: Numbers,
  tensor: string,
  column: number,
  state: number,
  words: EquationWords,
): Equation | null {
  const term = terms(n, words);
  const { model } = n;
  const { dModel: D, dInner: E, dState: N } = model;
  const at = projectedAt(model);
  const is = (left: Term, ...right: FormulaPart[]): Equation => ({ left, right });
  const projected = (tex: string, index: number, say: string, symbol?: SymbolName) =>
    is(
      term(tex, n.at('layer.inProj', index), say, symbol),
      product(D, '\\textstyle\\sum_d W_d\\,\\hat r_d', words),
    );
  const convolution = (tex: string, index: number, symbol: SymbolName): Equation => {
    const { taps, bias, sum } = tapsOf(n, index);
    const parts = taps.flatMap(({ back, weight, input }): FormulaPart[] => [
      term(`w_{${back}}`, weight, 'tap'),
      term(back ? `x_{t-${back}}` : 'x_t', input, 'input', symbol),
      op('+'),
    ]);
    return is(term(tex, sum, 'conv', symbol), ...parts, term('b', bias, 'bias'));
  };
  const activation = (tex: string, out: Pair, index: number, symbol: SymbolName): Equation => {
    const c = n.at('layer.conv', index);
    return is(
      term(tex, out, 'silu', symbol),
      term('c', c, 'conv', symbol),
      op('·', '\\cdot'),
      term('\\sigma(c)', worked([c], sigmoid), 'sigmoid'),
    );
  };
  const shared = (letter: 'B' | 'C', index: number): Equation => {
    const value = n.at(`layer.${letter}`, index);
    if (n.turned?.freeze?.includes(letter))
      return is(
        alone(term(`${letter}_t`, value, letter, letter)),
        op(words.frozen, `\\text{${words.frozen}}`),
      );
    if (model.heads) {
      const first = E + (letter === 'C' ? model.heads.nGroups * N : 0);
      return activation(`${letter}_t`, value, first + index, letter);
    }
    return is(
      term(`${letter}_t`, value, letter, letter),
      product(E, '\\textstyle\\sum_e W_e\\,x_e', words),
    );
  };
  switch (tensor) {
    case 'norm': {
      const r = n.row('residual');
      const root: Pair = { yours: r.yours && rms(r.yours), before: r.before && rms(r.before) };
      return is(
        term('\\hat r', n.at('layer.norm', column), 'norm'),
        term('r', one(r, column), 'residual'),
        op('÷', '/'),
        term('\\text{rms}', root, 'rms'),
        op('·', '\\cdot'),
        term('w', n.at('layer.normWeight', column), 'weight'),
      );
    }
    case 'xIn':
      return projected('x', at.x + column, 'x', 'x');
    case 'z':
      return projected('z', at.z + column, 'z', 'z');
    case 'BIn':
    case 'CIn': {
      const letter = tensor === 'BIn' ? 'B' : 'C';
      return projected(letter, at[letter] + column, letter, letter);
    }
    case 'dt':
      return projected('\\Delta', at.delta + column, 'dt', 'Delta');
    case 'conv':
      return convolution('c', column, 'x');
    case 'BConv':
      return convolution('c', E + column, 'B');
    case 'CConv':
      return convolution('c', E + (model.heads?.nGroups ?? 1) * N + column, 'C');
    case 'x':
      return activation('x_t', n.at('layer.x', column), column, 'x');
    case 'B':
    case 'C':
      return shared(tensor, column);
    case 'delta':
      return stepSize(n, column, term, words);
    case 'h': {
      const channel = column;
      const index = channel * (model.kind === 'S4D' ? 2 * N : N) + state;
      return recurrence(n, channel, state, index, term);
    }
    case 'y': {
      const { y, D: skip, x, Ch } = readOf(n, column);
      return is(
        term('y_t', y, 'y', 'y'),
        term(model.kind === 'S4D' ? "2\\,\\mathrm{Re}\\,C'h" : 'C_t\\,h_t', Ch, 'Ch', 'C'),
        op('+'),
        term('D', skip, 'D'),
        term('x_t', x, 'x', 'x'),
      );
    }
    case 'gate': {
      const z = n.at('layer.inProj', at.z + column);
      return is(
        term('\\operatorname{SiLU}(z)', n.at('layer.gate', column), 'gate', 'z'),
        term('z', z, 'z', 'z'),
        op('·', '\\cdot'),
        term('\\sigma(z)', worked([z], sigmoid), 'sigmoid'),
      );
    }
    case 'product': {
      const out = model.heads ? one(gated(n), column) : n.at('layer.y', column);
      return is(
        term('g', out, 'product', 'y'),
        term('y_t', n.at('layer.ssmOut', column), 'y', 'y'),
        op('·', '\\cdot'),
        term('\\operatorname{SiLU}(z)', n.at('layer.gate', column), 'gate', 'z'),
      );
    }
    case 'y2':
      return is(
        term('\\hat y', n.at('layer.y', column), 'norm', 'y'),
        term('g', one(gated(n), column), 'product', 'y'),
        op('÷', '/'),
        term('\\text{rms}', gatedRms(n), 'rms'),
        op('·', '\\cdot'),
        term('w', n.at('layer.normWeight', D + column), 'weight'),
      );
    case 'out':
      return is(
        term('o', n.at('layer.out', column), 'out'),
        product(E, `\\textstyle\\sum_e W_e\\,${model.heads ? '\\hat y' : 'g'}_e`, words),
      );
    case 'after':
      return is(
        term("r'", one(residualAfter(n), column), 'after'),
        term('r', n.at('residual', column), 'residual'),
        op('+'),
        term('o', n.at('layer.out', column), 'out'),
      );
    default:
      return null;
  }

  function stepSize(
    numbers: Numbers,
    u: number,
    make: typeof term,
    { frozen }: EquationWords,
  ): Equation {
    const left = make('\\Delta_t', numbers.at('layer.delta', u), 'delta', 'Delta');
    if (model.kind === 'S4D') return is(left, op('exp(log Δ)', '\\exp(\\log\\Delta)'));
    const factor = numbers.turned?.deltaScale ?? 1;
    const times: FormulaPart[] =
      factor === 1
        ? []
        : [
            op('·', '\\cdot'),
            make('\\text{factor}', { yours: factor, before: null }, 'factor', undefined, 2),
          ];
    if (numbers.turned?.freeze?.includes('delta'))
      return is(alone(left), op(frozen, `\\text{${frozen}}`), ...times);
    return is(
      left,
      op('softplus(', '\\operatorname{softplus}(', 'softplus of'),
      make('\\text{dt}', numbers.at('layer.dt', u), 'dt', 'Delta'),
      op('+'),
      make('b', numbers.at('layer.dtBias', u), 'bias'),
      op(')', ')', ''),
      ...times,
    );
  }

  function recurrence(
    numbers: Numbers,
    channel: number,
    row: number,
    index: number,
    make: typeof term,
  ): Equation {
    const now = make('h_t', one(numbers.h('now'), index), 'h', 'h');
    const past = (i: number, tex = 'h_{t-1}') =>
      make(tex, one(numbers.h('previous'), i), 'hPrevious', 'h');
    const x = make('x_t', numbers.at('layer.x', channel), 'x', 'x');
    const { delta, Abar, imaginary } = decay(numbers, channel, row % N);
    const keep = make('\\bar A', Abar, 'Abar', 'A');
    if (imaginary) {
      const turn = make('\\bar A_{im}', imaginary, 'AbarIm', 'A');
      const start = index - row + (row % N);
      const [re, im] = [past(start, 'h_{re}'), past(start + N, 'h_{im}')];
      // (a + ib)(h + ik) = (ah − bk) + i(ak + bh); x is real.
      return row < N
        ? is(now, keep, re, op('−'), turn, im, op('+'), x)
        : is(now, keep, im, op('+'), turn, re);
    }
    const B = numbers.at('layer.B', groupOffset(model, channel) + row);
    return is(
      now,
      keep,
      past(index),
      op('+'),
      make('\\Delta_t', delta, 'delta', 'Delta'),
      make('B_t', B, 'B', 'B'),
      x,
    );
  }
}
