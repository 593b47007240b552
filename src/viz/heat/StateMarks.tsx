import type { Cell, Strip } from './strips';

interface StateMarksProps {
  strips: readonly Strip[];
  /** Left edge and width of the strips. */
  left: number;
  width: number;
  height: number;
  channels: number;
  dState: number;
  selected: { layer: number; rank: number; state: number };
  hovered: Cell | null;
}

/** Smallest frame that can be seen around a cell. */
const MIN_FRAME = 5;

/** Red slot and frame for the chosen number, ink frame for the one pointed at: in every strip that holds it. */
export function StateMarks(props: StateMarksProps) {
  const { strips, left, width, height, channels, dState, selected, hovered } = props;
  const pitch = width / channels;
  const centre = (rank: number) => left + (rank + 0.5) * pitch;
  const half = Math.max(pitch, 2) / 2 + 1.25;
  const frame = (s: Strip, rank: number, state: number, tone: string) => {
    const row = s.height / dState;
    const [w, h] = [Math.max(MIN_FRAME, pitch), Math.max(MIN_FRAME - 1, row)];
    return (
      <rect
        key={`${tone}${s.top}`}
        className={tone}
        x={centre(rank) - w / 2 - 1}
        y={s.top + (state + 0.5) * row - h / 2 - 0.75}
        width={w + 2}
        height={h + 1.5}
      />
    );
  };
  const large = strips.filter((s) => s.kind !== 'layer');
  const chosen = strips.find((s) => s.kind === 'layer' && s.layer === selected.layer);
  const x = centre(selected.rank);
  const top = large[0]?.top ?? 0;
  const bottom = (large.at(-1)?.top ?? 0) + (large.at(-1)?.height ?? 0);
  const over = hovered ? strips[hovered.strip] : undefined;
  const same = over && hovered ? strips.filter((s) => s.layer === over.layer) : [];
  return (
    <svg className="marks" width={left + width + 2} height={height + 8} aria-hidden="true">
      {chosen && (
        <rect
          className="chosen-layer"
          x={left - 1}
          y={chosen.top - 1}
          width={width + 2}
          height={chosen.height + 2}
        />
      )}
      {[x - half, x + half].map((at) => (
        <line key={at} className="slot" x1={at} x2={at} y1={top - 3} y2={bottom + 5} />
      ))}
      {large.map((s) => frame(s, selected.rank, selected.state, 'select'))}
      {hovered && same.map((s) => frame(s, hovered.rank, hovered.state, 'ink'))}
    </svg>
  );
}
