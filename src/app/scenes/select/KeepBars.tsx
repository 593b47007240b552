import { useMemo } from 'react';
import type { CellInfo, Cells } from '../../../viz/hover/cells';
import { gridGeometry } from '../../../viz/hover/geometry';
import { HoverFigure } from '../../../viz/hover/HoverFigure';

interface KeepBarsProps {
  id: string;
  label: string;
  summary: string;
  /** A share a row, 0 … 1. */
  keep: Float64Array;
  /** Left edge and width, and where the rows begin, in px of the row that it stands in. */
  x: number;
  width: number;
  top: number;
  height: number;
  /** Solid and red, hollow and grey, or in the hue of A while nothing is turned. */
  tone: 'yours' | 'before' | 'calm';
  /** The chosen row, with its share written beside it. */
  chosen?: { row: number; text: string };
  describe(row: number): CellInfo;
  onSelect?(row: number): void;
}

/** One bar a row, aligned with the heat map beside it: pale as far as what is kept, solid what is let go. */
export function KeepBars(props: KeepBarsProps) {
  const { id, label, summary, keep, x, width, top, height, tone, chosen, describe, onSelect } =
    props;
  const rows = keep.length;
  const pitch = height / rows;
  const paths = useMemo(() => {
    const gap = pitch >= 3 ? 1 : 0;
    let [kept, gone] = ['', ''];
    keep.forEach((share, row) => {
      const from = (share * width).toFixed(2);
      const [y, high] = [(row * pitch).toFixed(2), (pitch - gap).toFixed(2)];
      kept += `M0 ${y}H${from}v${high}H0z`;
      gone += `M${from} ${y}H${width}v${high}H${from}z`;
    });
    return { kept, gone: tone === 'before' ? contour(keep, pitch, width) : gone };
  }, [keep, pitch, width, tone]);
  const cells = useMemo<Cells>(
    () => ({
      id,
      label,
      start: chosen?.row,
      geometry: gridGeometry({ rows, spans: [{ token: 0, x: 0, width }], top: 0, height }),
      describe,
      onSelect,
    }),
    [id, label, rows, width, height, chosen?.row, describe, onSelect],
  );
  return (
    <HoverFigure cells={cells} className="over" style={{ left: x, top, width, height }}>
      <svg
        className={`keep-bars ${tone}`}
        width={width}
        height={height}
        role="img"
        aria-label={summary}
      >
        <line className="edge" x1={width - 0.5} x2={width - 0.5} y1={0} y2={height} />
        <path className="kept" d={paths.kept} />
        <path className="gone" d={paths.gone} />
        <line className="base" x1={0} x2={0} y1={0} y2={height} />
        {chosen && (
          <>
            <rect
              className="chosen"
              x={-1}
              y={(chosen.row + 0.5) * pitch - Math.max(4, pitch) / 2 - 1}
              width={width + 2}
              height={Math.max(4, pitch) + 2}
            />
            <text x={width + 7} y={(chosen.row + 0.5) * pitch + 4}>
              {chosen.text}
            </text>
          </>
        )}
      </svg>
    </HoverFigure>
  );
}

/** The untouched run’s share that is let go: one hollow shape, however low its rows. */
function contour(keep: Float64Array, pitch: number, width: number): string {
  let d = `M${width} 0`;
  keep.forEach((share, row) => {
    d += `H${(share * width).toFixed(2)}V${((row + 1) * pitch).toFixed(2)}`;
  });
  return `${d}H${width}z`;
}

/** Room kept beside the bars for the chosen row's number. */
const NUMBER = 44;
/** Between the words and what stands beside them. */
const GAP = 22;

/** Where bars stand in the column beside the words. */
export const barsPlace = (result: { x: number; width: number }): { x: number; width: number } => ({
  x: result.x + GAP,
  width: result.width - GAP - NUMBER,
});
