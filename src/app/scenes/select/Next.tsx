import { percent } from '../../../viz/format';
import { excerptStart } from '../../../viz/text/excerpt';
import { firstDifference } from '../../../viz/text/firstDifference';
import { RunningText } from '../../../viz/text/RunningText';
import { whatAndWhere } from '../../frame/turn';
import { useTapeColumns } from '../../frame/useTape';
import { isTurned, type Run } from '../../store/state';
import { useApp } from '../../store/store';
import { useText } from '../../text';
import { nextRows } from './nextRows';
import { words as sceneWords } from './words';

/** Characters of a text that are shown: one line and a half. */
const ROOM = 100;
const ROWS = 4;

/** What comes of it: the text, and the chances of the word after the cursor, before and yours. */
export function Next() {
  const text = useText();
  const words = sceneWords.use();
  const yours = useApp((s) => s.yours);
  const before = useApp((s) => s.before);
  const intervention = useApp((s) => s.shownIntervention);
  const { geometry: g } = useTapeColumns();
  const turned = isTurned(intervention);
  const mark = turned ? firstDifference(before.tokens, yours.tokens) : null;
  const shown = (run: Run, title: string, mine: boolean) => (
    <div className={mine ? 'yours' : ''}>
      <h3>{title}</h3>
      <Excerpt run={run} mark={mark} caret={mine && !run.ended} />
    </div>
  );
  const right = g.narrow ? g.right : g.x1;
  return (
    <section className="select-next" aria-label={words.next.heading}>
      <h2 className="hidden">{words.next.heading}</h2>
      <p className="select-name" aria-hidden="true">
        {words.next.heading}
      </p>
      <div className="texts" style={{ marginLeft: g.x0, width: right - g.x0 }}>
        {turned && shown(before, words.before, false)}
        {shown(yours, turned ? whatAndWhere(intervention, text) : words.next.own, turned)}
      </div>
      <div
        className={g.result ? 'chances beside' : 'chances'}
        style={
          g.result ? { left: g.result.x + 22, width: g.result.width - 22 } : { marginInline: g.x0 }
        }
      >
        <Chances />
      </div>
    </section>
  );
}

/** The part of a text around where it parts from the other, or where the model's own words begin. */
export function Excerpt({ run, mark, caret }: { run: Run; mark: number | null; caret: boolean }) {
  const own = run.tokens.findIndex((t) => t.own);
  const anchor = mark ?? (own < 0 ? run.tokens.length : own);
  const texts = run.tokens.map((t) => t.text);
  const from = excerptStart(texts, anchor, ROOM);
  return (
    <RunningText
      tokens={run.tokens}
      from={from}
      marks={new Set(mark === null ? [] : [mark])}
      caret={caret}
    />
  );
}

/** Hollow: before. Solid: yours. One fixed scale, 0 to 1. */
function Chances() {
  const words = sceneWords.use();
  const moment = useApp((s) => s.moment);
  const here = useApp((s) => s.moment?.yours.token === s.cursor.token);
  if (!moment) return <p className="absent">{words.next.none}</p>;
  const rows = nextRows(moment, ROWS);
  const compare = moment.before !== null;
  return (
    <div className={here ? '' : 'trailing'}>
      <div className={`chance-head num ${compare ? 'compare' : ''}`} aria-hidden="true">
        {compare && <span>{words.before}</span>}
        <span className={compare ? 'yours' : ''}>{compare ? words.yours : words.next.chance}</span>
      </div>
      <ul className={`chance-rows num ${compare ? 'compare' : ''}`} aria-label={words.next.label}>
        {rows.map((row) => (
          <li key={row.id}>
            <span className="hidden">
              {words.next.row(
                row.word,
                percent(row.yours),
                row.before === null ? null : percent(row.before),
              )}
            </span>
            <span className="name" aria-hidden="true">
              {row.word}
            </span>
            <span className="bars" aria-hidden="true">
              {row.before !== null && <i className="was" style={bar(row.before)} />}
              <i className="is" style={bar(row.yours)} />
            </span>
            {compare && (
              <span className="before" aria-hidden="true">
                {row.before === null ? '·' : percent(row.before)}
              </span>
            )}
            <span className="value" aria-hidden="true">
              {percent(row.yours)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const bar = (p: number) => ({ width: `max(1px, ${(p * 100).toFixed(2)}%)` });
