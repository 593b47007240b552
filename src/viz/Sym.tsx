/** The papers' symbols that have a hue. */
export type SymbolName = 'Delta' | 'A' | 'B' | 'C' | 'x' | 'h' | 'y' | 'z';

const LETTER: Partial<Record<SymbolName, string>> = { Delta: 'Δ' };
const CLASS: Partial<Record<SymbolName, string>> = { Delta: 'delta' };

export const symbolClass = (name: SymbolName): string => `sy-${CLASS[name] ?? name}`;
export const symbolLetter = (name: SymbolName): string => LETTER[name] ?? name;
/** The CSS colour of a symbol, for drawings. */
export const symbolColour = (name: SymbolName): string => `var(--sym-${CLASS[name] ?? name})`;

/** Its hue for lines and bars, which are lighter than letters. */
export const markColour = (name: SymbolName): string => `var(--mark-${CLASS[name] ?? name})`;

/** One symbol in a sentence or a label, in its letter shape and hue. */
export function Sym({ name }: { name: SymbolName }) {
  return (
    <b className={`sym ${symbolClass(name)} ${name === 'Delta' ? 'up' : ''}`}>
      {symbolLetter(name)}
    </b>
  );
}
