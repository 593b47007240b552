import { ANCHOR_DEVICE } from '../../engine/bench/anchors';
import type { BenchCase, BenchResult } from '../../engine/bench/types';
import { percent } from '../../viz/format';
import { useText } from '../text';
import {
  bytes,
  closeness,
  duration,
  groupOf,
  instead,
  published,
  rate,
  spread,
  workOf,
  threeDigits,
} from './figures';

interface TableProps {
  cases: readonly BenchCase[];
  results: ReadonlyMap<string, BenchResult>;
  current: string | null;
}

/** All lines under their headings; they fill as results come. */
export function BenchTable({ cases, results, current }: TableProps) {
  const words = useText().bench;
  const { table } = words;
  const groups = new Map<string, BenchCase[]>();
  for (const line of cases) {
    const heading = groupOf(line, words);
    groups.set(heading, [...(groups.get(heading) ?? []), line]);
  }
  const heads = [
    table.work,
    table.time,
    table.rate,
    table.share,
    table.bytes,
    table.check,
    table.official(ANCHOR_DEVICE),
  ];
  return (
    <table className="bench-table num">
      <caption className="hidden">{table.caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {[...groups].map(([heading, lines]) => (
        <tbody key={heading}>
          <tr className="group">
            <th scope="rowgroup" colSpan={7}>
              {heading}
            </th>
          </tr>
          {lines.map((line) => (
            <Line
              key={line.id}
              line={line}
              result={results.get(line.id) ?? null}
              measuring={line.id === current && !results.has(line.id)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface LineProps {
  line: BenchCase;
  result: BenchResult | null;
  measuring: boolean;
}

function Line({ line, result, measuring }: LineProps) {
  const words = useText().bench;
  const sentence = result && instead(result, words);
  return (
    <tr data-case={line.id} className={measuring ? 'measuring' : undefined}>
      <th scope="row">{workOf(line, words)}</th>
      {result?.state === 'done' ? (
        <Figures result={result} />
      ) : (
        <td colSpan={5} className="instead">
          {measuring ? words.measuring : sentence}
        </td>
      )}
      <td className="official">
        {line.anchors.length > 0 && (
          <small className="label">{words.table.official(ANCHOR_DEVICE)}</small>
        )}
        {line.anchors.map(({ kernel, precision, microseconds }) => (
          <span key={`${kernel} ${precision}`}>
            <b>{published(microseconds, words)}</b>{' '}
            <small>
              {kernel} {precision}
            </small>
          </span>
        ))}
      </td>
    </tr>
  );
}

function Figures({ result }: { result: Extract<BenchResult, { state: 'done' }> }) {
  const words = useText().bench;
  const { timing, timesFused, shareOfCopy, check, bytes: moved } = result;
  const range = spread(timing, words);
  return (
    <>
      <td className="time">
        <b>{duration(timing.microseconds, words)}</b>
        <small>{timing.clock === 'wall' ? `${range}, ${words.wall}` : range}</small>
        {timesFused !== null && <small>{words.timesFused(threeDigits(timesFused))}</small>}
      </td>
      <td className="rate">
        <b>{rate(result, words)}</b>
      </td>
      <td className="share">
        {shareOfCopy !== null && (
          <>
            <i className="meter" aria-hidden="true">
              <i style={{ width: `${100 * Math.min(1, shareOfCopy)}%` }} />
            </i>
            <span>{percent(shareOfCopy)}</span>
          </>
        )}
      </td>
      <td className="bytes">
        {moved && (
          <>
            <span>{words.least(bytes(moved.least))}</span>
            <small>{words.asked(bytes(moved.asked))}</small>
          </>
        )}
      </td>
      <td className="check">
        <span>{words.right}</span>
        <small>{closeness(check, words)}</small>
      </td>
    </>
  );
}
