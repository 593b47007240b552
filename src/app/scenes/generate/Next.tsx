import { percent } from '../../../viz/format';
import { CandidateList } from '../../../viz/next/CandidateList';
import { useApp } from '../../store/store';
import { useText } from '../../text';
import { spokenName } from '../../frame/wordName';
import { candidateRows, isHere, others } from './derive';
import { useCandidate } from './focus';
import { words as sceneWords } from './words';

interface NextProps {
  /** Rows of candidates. */
  most: number;
  /** Null: as high as a finger needs. */
  rowHeight: number | null;
}

/** What the model would say after the cursor's word. */
export function Next({ most, rowHeight }: NextProps) {
  const text = useText();
  const words = sceneWords.use().next;
  const moment = useApp((s) => s.moment);
  const here = useApp(isHere);
  const recorded = useApp((s) => s.recorded);
  const came = useApp((s) =>
    s.moment ? (s.yours.tokens[s.moment.yours.token + 1]?.id ?? null) : null,
  );
  const last = useApp((s) => (s.moment ? s.yours.tokens[s.moment.yours.token]?.text : undefined));
  const { hovered, chosen, hover, choose } = useCandidate();
  if (!moment || (recorded && !here)) return <p className="absent">{words.recorded}</p>;
  const rows = candidateRows(moment, came, last, most);
  const wanted = hovered ?? chosen;
  const shown = rows.some((r) => r.id === wanted) ? wanted : (rows[0]?.id ?? null);
  return (
    <div
      className={here ? '' : 'trailing'}
      style={rowHeight === null ? undefined : { '--row': `${rowHeight}px` }}
    >
      <CandidateList
        rows={rows}
        others={others(rows)}
        compare={moment.before !== null}
        chosen={shown}
        onChoose={choose}
        onHover={hover}
        text={{
          ...words,
          describe: (r) =>
            words.row(
              r.word.startsWith('‑') ? words.joined(r.word.slice(1)) : spokenName(r.token, text),
              percent(r.yours),
              r.before === null ? null : percent(r.before),
              r.came,
            ),
        }}
      />
    </div>
  );
}
