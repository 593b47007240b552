import { renderToString } from 'katex';

/** Formulas set so far: setting one takes some 5 ms, and a text comes back to few different words. */
const known = new Map<string, string>();
const MOST_KNOWN = 400;

function typeset(tex: string, block: boolean): string {
  const key = `${block ? 'block' : 'inline'} ${tex}`;
  let html = known.get(key);
  if (html === undefined) {
    html = renderToString(tex, {
      displayMode: block,
      throwOnError: false,
      strict: 'ignore',
      trust: ({ command }) => command === '\\htmlClass',
    });
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, html);
  }
  return html;
}

/**
 * A formula in KaTeX, with MathML beside it for screen readers. `\htmlClass{sy-h}{h_t}` gives a
 * symbol its hue; nothing else is trusted.
 */
export function Tex({ tex, block = false }: { tex: string; block?: boolean }) {
  const html = typeset(tex, block);
  // KaTeX escapes what it is given and trusts only a class name.
  return <span className="tex" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A word of the vocabulary made safe inside `\text{…}`. */
export const texText = (word: string): string =>
  word.replace(/[\\~^#$%&_{}]/g, (c) => {
    if (c === '\\') return '\\textbackslash{}';
    if (c === '~') return '\\textasciitilde{}';
    return c === '^' ? '\\textasciicircum{}' : `\\${c}`;
  });
