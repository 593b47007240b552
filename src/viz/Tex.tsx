import { renderToString } from 'katex';
import { useMemo } from 'react';

/**
 * A formula in KaTeX, with MathML beside it for screen readers. `\htmlClass{sy-h}{h_t}` gives a
 * symbol its hue; nothing else is trusted.
 */
export function Tex({ tex, block = false }: { tex: string; block?: boolean }) {
  const html = useMemo(
    () =>
      renderToString(tex, {
        displayMode: block,
        throwOnError: false,
        strict: 'ignore',
        trust: ({ command }) => command === '\\htmlClass',
      }),
    [tex, block],
  );
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
