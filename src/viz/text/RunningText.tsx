import { Fragment } from 'react';
import { withEndSign } from '../tape/words';

interface RunningTextProps {
  tokens: readonly { text: string; own: boolean }[];
  /** First token shown; an ellipsis stands for what is left out. */
  from: number;
  /** The tokens that the other text does not have there. */
  marks: ReadonlySet<number>;
  /** Shows a caret at the end: the text is still being written. */
  caret: boolean;
}

const written = (text: string): string => withEndSign(text.replaceAll('\n', ' ↵ '));

/** Tokens that are written alike, side by side. */
interface Piece {
  first: number;
  text: string;
  own: boolean;
  marked: boolean;
}

function pieces({ tokens, from, marks }: Pick<RunningTextProps, 'tokens' | 'from' | 'marks'>) {
  const all: Piece[] = [];
  for (let t = from; t < tokens.length; t++) {
    const { text, own } = tokens[t];
    const marked = marks.has(t);
    const last = all.at(-1);
    if (last && last.own === own && last.marked === marked) last.text += text;
    else all.push({ first: t, text, own, marked });
  }
  return all;
}

/** A text as one reads it: the prompt grey, the model's own words in ink, those that differ marked. */
export function RunningText({ tokens, from, marks, caret }: RunningTextProps) {
  return (
    <p className="running">
      {from > 0 && <i>… </i>}
      {pieces({ tokens, from, marks }).map(({ first, text, own, marked }) => {
        if (!marked) return own ? written(text) : <i key={first}>{written(text)}</i>;
        const space = /^\s*/.exec(text)?.[0] ?? '';
        return (
          <Fragment key={first}>
            {written(space)}
            <mark>{written(text.trimStart()).trim() || '↵'}</mark>
          </Fragment>
        );
      })}
      {caret && <b className="caret" />}
    </p>
  );
}
