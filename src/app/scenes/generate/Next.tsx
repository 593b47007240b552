import { percent } from '../../../viz/format';
import { CandidateList } from '../../../viz/next/CandidateList';
import { useApp } from '../../store/store';
import { useText } from '../../text';
import { candidateRows, isHere, others } from './derive';
import { useCandidate } from './focus';

/** What the model would say after the cursor's word. Row height null: as high as a finger needs. */
export function Next({ rowHeight }: { rowHeight: number | null }) {
  const words = useText().generate.next;
  const moment = useApp((s) => s.moment);
  const here = useApp(isHere);
  const recorded = useApp((s) => s.recorded);
  const came = useApp((s) =>
    s.moment ? (s.yours.tokens[s.moment.yours.token + 1]?.id ?? null) : null,
  );
  const { hovered, chosen, hover, choose } = useCandidate();
  if (!moment || (recorded && !here)) return <p className="absent">{words.recorded}</p>;
  const rows = candidateRows(moment, came);
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
              r.word,
              percent(r.yours),
              r.before === null ? null : percent(r.before),
              r.came,
            ),
        }}
      />
    </div>
  );
}
