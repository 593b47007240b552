import { Sym, type SymbolName } from '../../viz/Sym';

const SYMBOLS = new Set<string>(['Delta', 'A', 'B', 'C', 'x', 'h', 'y', 'z']);
const isSymbol = (name: string): name is SymbolName => SYMBOLS.has(name);

/** A sentence with `{h}` as a symbol in its hue and `*word*` as emphasis. */
export function Rich({ text }: { text: string }) {
  // Parts are told apart by where they begin.
  return [...text.matchAll(/\{\w+\}|\*[^*]+\*|[^{*]+|[{*]/g)].map(({ 0: part, index }) => {
    const name = part.slice(1, -1);
    if (part.startsWith('{') && isSymbol(name)) return <Sym key={index} name={name} />;
    if (part.startsWith('*') && name) return <em key={index}>{name}</em>;
    return part;
  });
}
