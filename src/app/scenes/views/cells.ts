/** What is said of what is pointed at: a number of the state, a product of the convolution, a pair of the scan. */
import { fixed } from '../../../viz/format';
import type { FormulaPart } from '../../../viz/formula/formula';
import type { CellInfo } from '../../../viz/hover/cells';
import { cellIndex } from '../../../viz/hover/geometry';
import type { TreeNode } from '../../../viz/views/treeLayout';
import type { Channel } from './channel';
import type { en } from './strings.en';
import { leafAt, stateBefore, type Tree } from './tree';

type Words = typeof en;

/** h_t = Ā h_{t−1} + B̄ x of number n at row t; of S4D real parts. */
export function stateCell(
  ch: Channel,
  t: number,
  n: number,
  place: string,
  words: Words,
): CellInfo {
  const { say } = words;
  const now = ch.h[t * ch.N + n];
  const [before, beforeIm] = stateBefore(ch, t, n);
  const { a, aIm } = leafAt(ch, t, n);
  const source = t > 0 ? { figure: 'h', index: cellIndex(ch.N, n, ch.from + t - 1) } : undefined;
  const kept: FormulaPart[] = ch.aIm
    ? [
        {
          tex: '\\operatorname{Re}(\\bar A h_{t-1})',
          symbol: 'h',
          value: a * before - aIm * beforeIm,
          say: say.kept,
          source,
        },
      ]
    : [
        { tex: '\\bar A', symbol: 'A', value: a, say: say.Abar },
        { tex: 'h_{t-1}', symbol: 'h', value: before, say: say.hLast, source },
      ];
  const x: FormulaPart = { tex: 'x_t', symbol: 'x', value: ch.x[t], say: say.x };
  const written: FormulaPart[] = ch.aIm
    ? [x]
    : [{ tex: '\\bar B', symbol: 'B', value: ch.b[t * ch.N + n], say: say.Bbar }, x];
  return {
    place,
    term: { tex: 'h_t', symbol: 'h', value: now, say: say.h },
    operands: [...kept, { op: '+' }, ...written],
  };
}

/** K̄ x of one word. */
export function productCell(
  { K, x, place, note }: { K: number | null; x: number; place: string; note: string },
  { say }: Words,
): CellInfo {
  if (K === null) return { place, term: { tex: 'x', symbol: 'x', value: x, say: say.x }, note };
  return {
    place,
    term: { tex: '\\bar K x', symbol: 'y', value: K * x, digits: 4, say: say.product },
    operands: [
      { tex: '\\bar K', value: K, digits: 4, say: say.K },
      { tex: 'x', symbol: 'x', value: x, digits: 3, say: say.x },
    ],
    note,
  };
}

/** First row (of the block) of the words that node i holds. */
function reach(nodes: readonly TreeNode[], i: number): number {
  const { left, wire } = nodes[i];
  return left === null ? wire : reach(nodes, left);
}

/** A pair of the tree, from the two that it was made of. `pairs` are those of the nodes, `wordOf` names a wire’s word. */
export function pairCell(
  tree: Tree,
  nodes: readonly TreeNode[],
  i: number,
  wordOf: (wire: number) => string,
  words: Words,
): CellInfo {
  const { say, scan } = words;
  const node = nodes[i];
  const pairOf = (k: number) => tree.rows[nodes[k].row][nodes[k].wire];
  const { a, aIm, b, bIm } = pairOf(i);
  const complex = aIm !== 0 || bIm !== 0;
  const term = { tex: 'b', symbol: 'h' as const, value: b, digits: 3, say: say.b };
  const size = complex ? scan.size(fixed(Math.hypot(a, aIm), 3)) : `a = ${fixed(a, 3)}`;
  if (node.left === null || node.right === null)
    return { place: scan.leaf(wordOf(node.wire)), term, note: size };
  const [left, right] = [pairOf(node.left), pairOf(node.right)];
  const source = (index: number) => ({ figure: 'tree', index });
  const joined: FormulaPart[] = complex
    ? [
        {
          tex: '\\operatorname{Re}(a_2 b_1)',
          value: b - right.b,
          digits: 3,
          say: say.aLeft,
          source: source(node.left),
        },
      ]
    : [
        {
          tex: 'a_2',
          symbol: 'A',
          value: right.a,
          digits: 3,
          say: say.a,
        },
        {
          tex: 'b_1',
          symbol: 'h',
          value: left.b,
          digits: 3,
          say: say.b,
          source: source(node.left),
        },
      ];
  return {
    place: scan.node(wordOf(reach(nodes, i)), wordOf(node.wire)),
    term,
    operands: [
      ...joined,
      { op: '+' },
      {
        tex: 'b_2',
        symbol: 'h',
        value: right.b,
        digits: 3,
        say: say.bRight,
        source: source(node.right),
      },
    ],
    note: complex ? size : scan.product(fixed(a, 3), fixed(left.a, 3), fixed(right.a, 3)),
  };
}
