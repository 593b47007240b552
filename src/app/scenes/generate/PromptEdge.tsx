import { textWidth } from '../../../viz/measure';
import { useTapeColumns } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { words } from './words';

const FONT = '12px "Inter Variable", Inter, sans-serif';

const fits = (word: string, room: number): boolean => textWidth(word, FONT) + 12 < room;

/** Where the prompt ends and the model's own words begin; in words only, if that is out of sight. */
export function PromptEdge({ y1, y2 }: { y1: number; y2: number }) {
  const { prompt, own } = words.use().lanes;
  const tokens = useApp((s) => s.yours.tokens);
  const { geometry: g, columns } = useTapeColumns();
  const first = tokens.findIndex((t) => t.own);
  const edge = columns.find((c) => c.token === first)?.x;
  const y = y1 + 10;
  // On a phone the lane's name stands where these words would.
  if (edge === undefined) {
    if (g.narrow) return null;
    const start = columns[0]?.x ?? g.x0;
    return (
      <text className="unit" x={start} y={y}>
        {first < 0 || first > (columns.at(-1)?.token ?? 0) ? prompt : own}
      </text>
    );
  }
  return (
    <g>
      <line className="edge" x1={edge - 0.5} x2={edge - 0.5} y1={y1} y2={y2} />
      {!g.narrow && (
        <>
          {fits(prompt, edge - g.x0) && (
            <text className="unit" x={edge - 8} y={y} textAnchor="end">
              {prompt}
            </text>
          )}
          {fits(own, g.x1 - edge) && (
            <text className="unit" x={edge + 8} y={y}>
              {own}
            </text>
          )}
        </>
      )}
    </g>
  );
}
