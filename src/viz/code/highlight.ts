/** Source text to coloured pieces, line by line. Symbols of the papers wear their hue in code too. */
import type { SymbolName } from '../Sym';

export type Language = 'wgsl' | 'typescript';

/** A stretch of a line in one look. */
export interface Piece {
  text: string;
  kind: 'comment' | 'keyword' | 'plain';
  symbol?: SymbolName;
}

/** Identifiers that are a symbol of the papers, or its discretised form. */
const SYMBOLS: Record<string, SymbolName> = {
  delta: 'Delta',
  A: 'A',
  Abar: 'A',
  B: 'B',
  Bbar: 'B',
  C: 'C',
  x: 'x',
  xt: 'x',
  h: 'h',
  y: 'y',
  z: 'z',
};

/** A node of the highlighter's tree, as far as it matters here. */
interface Node {
  type: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: readonly Node[];
}

const KINDS: Record<string, Piece['kind']> = {
  comment: 'comment',
  keyword: 'keyword',
  'builtin-attribute': 'keyword',
  attributes: 'keyword',
};

function kindOf(node: Node, outer: Piece['kind']): Piece['kind'] {
  const names = node.properties?.['className'];
  const found = Array.isArray(names) ? names.find((n) => String(n) in KINDS) : undefined;
  return found === undefined ? outer : KINDS[String(found)];
}

/** The tree's leaves from left to right. */
function flatten(node: Node, kind: Piece['kind'], out: Piece[]): Piece[] {
  if (node.value !== undefined) out.push({ text: node.value, kind });
  for (const child of node.children ?? []) flatten(child, kindOf(child, kind), out);
  return out;
}

/** Splits code at the symbols in it; `id.x` is a member, not the input x. */
function colour({ text, kind }: Piece, previous: string): Piece[] {
  if (kind !== 'plain') return [{ text, kind }];
  const pieces: Piece[] = [];
  let rest = 0;
  for (const { 0: word, index } of text.matchAll(/[A-Za-z_]\w*/g)) {
    const before = index > 0 ? text[index - 1] : previous;
    if (!Object.hasOwn(SYMBOLS, word) || before === '.' || /['"`]/.test(before)) continue;
    if (index > rest) pieces.push({ text: text.slice(rest, index), kind });
    pieces.push({ text: word, kind, symbol: SYMBOLS[word] });
    rest = index + word.length;
  }
  if (rest < text.length) pieces.push({ text: text.slice(rest), kind });
  return pieces;
}

/** Pieces line by line: their texts, joined, are the source again. */
function toLines(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces)
    piece.text.split('\n').forEach((text, i) => {
      if (i > 0) lines.push([]);
      if (text) lines.at(-1)?.push({ ...piece, text });
    });
  return lines;
}

/** The source without colours, for the moment before the highlighter is there. */
export const plainLines = (source: string): Piece[][] => toLines([{ text: source, kind: 'plain' }]);

/** The source in coloured pieces. Loads the highlighter on first use. */
export async function highlight(source: string, language: Language): Promise<Piece[][]> {
  const [{ refractor }, { default: wgsl }, { default: typescript }] = await Promise.all([
    import('refractor/core'),
    import('refractor/wgsl'),
    import('refractor/typescript'),
  ]);
  refractor.register(wgsl);
  refractor.register(typescript);
  const leaves = flatten(refractor.highlight(source, language) as Node, 'plain', []);
  return toLines(leaves.flatMap((leaf, i) => colour(leaf, leaves[i - 1]?.text.at(-1) ?? '')));
}
