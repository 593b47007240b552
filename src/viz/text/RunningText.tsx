import { withEndSign } from '../tape/words';

interface RunningTextProps {
  tokens: readonly { text: string; own: boolean }[];
  /** First token shown; an ellipsis stands for what is left out. */
  from: number;
  /** The token where this text parts from the other one. */
  mark: number | null;
  /** Shows a caret at the end: the text is still being written. */
  caret: boolean;
}

const written = (text: string): string => withEndSign(text.replaceAll('\n', ' ↵ '));

/** A text as one reads it: the prompt grey, the model's own words in ink. */
export function RunningText({ tokens, from, mark, caret }: RunningTextProps) {
  const join = (own: boolean, a: number, b: number) =>
    written(
      tokens
        .slice(a, b)
        .filter((t) => t.own === own)
        .map((t) => t.text)
        .join(''),
    );
  const cut = mark !== null && mark >= from && mark < tokens.length ? mark : null;
  const word = cut === null ? '' : tokens[cut].text;
  const space = /^\s*/.exec(word)?.[0] ?? '';
  return (
    <p className="running">
      <i>
        {from > 0 && '… '}
        {join(false, from, tokens.length)}
      </i>
      {join(true, from, cut ?? tokens.length)}
      {cut !== null && (
        <>
          {written(space)}
          <mark>{written(word.trimStart()).trim() || '↵'}</mark>
          {join(true, cut + 1, tokens.length)}
        </>
      )}
      {caret && <b className="caret" />}
    </p>
  );
}
