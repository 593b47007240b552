import { useMemo, useState } from 'react';
import { excerptStart } from '../../../viz/text/excerpt';
import { differences, firstDifference } from '../../../viz/text/firstDifference';
import { RunningText } from '../../../viz/text/RunningText';
import { Figure } from '../../frame/Figure';
import { whatAndWhere } from '../../frame/turn';
import { useTapeColumns } from '../../frame/useTape';
import { wordName } from '../../frame/wordName';
import { isTurned, type Run } from '../../store/state';
import { useApp } from '../../store/store';
import { useText } from '../../text';
import { words as sceneWords } from './words';

/** Mean width of a character at the text's size, and lines shown before the rest is asked for. */
const CHARACTER = 7.6;
const LINES = 3;

/** What the model writes; beside it, while something is turned, what it would have written. */
export function Texts() {
  const text = useText();
  const words = sceneWords.use().texts;
  const yours = useApp((s) => s.yours);
  const before = useApp((s) => s.before);
  const intervention = useApp((s) => s.shownIntervention);
  const { geometry: g } = useTapeColumns();
  const [whole, setWhole] = useState(false);
  const turned = isTurned(intervention);
  const mark = turned ? firstDifference(before.tokens, yours.tokens) : null;
  const marks = useMemo(() => differences(before.tokens, yours.tokens), [before, yours]);
  const width = (g.right - g.x0 - (turned && !g.narrow ? 28 : 0)) / (turned && !g.narrow ? 2 : 1);
  const room = Math.floor(width / CHARACTER) * LINES - 4;
  const shown = (run: Run) => {
    const own = run.tokens.findIndex((t) => t.own);
    const anchor = mark ?? (own < 0 ? run.tokens.length : own);
    const texts = run.tokens.map((t) => t.text);
    return whole ? 0 : excerptStart(texts, anchor, room);
  };
  const from = { yours: shown(yours), before: shown(before) };
  const block = (run: Run, start: number, title: string, mine: boolean) => {
    const hidden = mark !== null && mark < start && run.tokens[mark];
    return (
      <div className={mine ? 'yours' : ''}>
        <h3>
          {title}
          {hidden && <small>{words.parts(wordName(hidden.text, text))}</small>}
        </h3>
        <RunningText
          tokens={run.tokens}
          from={start}
          marks={mine || !turned ? marks.b : marks.a}
          caret={mine && !run.ended}
        />
      </div>
    );
  };
  const more = whole || from.yours > 0 || (turned && from.before > 0);
  return (
    <Figure title={words.heading} quiet className="texts-figure">
      <div
        className={`texts ${turned ? 'two' : ''}`}
        style={{ marginLeft: g.x0, width: g.right - g.x0 }}
      >
        {turned && block(before, from.before, words.before, false)}
        {block(yours, from.yours, turned ? whatAndWhere(intervention, text) : words.own, turned)}
        {more && (
          <button
            type="button"
            className="plain more"
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
          >
            {whole ? words.less : words.whole}
          </button>
        )}
      </div>
    </Figure>
  );
}
