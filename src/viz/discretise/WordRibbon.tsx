/** A word and the step that it takes. */
export interface RibbonWord {
  token: number;
  text: string;
}

interface WordRibbonProps {
  words: readonly RibbonWord[];
  /** x of the ends of their steps, (words + 1). */
  at: readonly number[];
  x0: number;
  x1: number;
  /** y of the words' line, of the figure below it, and of the figure's end. */
  top: number;
  bottom: number;
  end: number;
  onWord?(token: number): void;
}

/** A lone word is no banner. */
const WIDEST = 150;

/** Words side by side, each with a ribbon down to the time that it lasts. The last one is selected. */
export function WordRibbon({ words, at, x0, x1, top, bottom, end, onWord }: WordRibbonProps) {
  const wide = Math.min(WIDEST, (x1 - x0) / words.length);
  return words.map(({ token, text }, i) => {
    const [left, right] = [x0 + i * wide, x0 + (i + 1) * wide];
    const [from, to] = [Math.min(at[i], x1), Math.min(at[i + 1], x1)];
    const on = i === words.length - 1;
    return (
      <g
        key={token}
        className={on ? 'dz-word on' : 'dz-word'}
        onPointerDown={onWord && !on ? () => onWord(token) : undefined}
      >
        <path
          className="ribbon"
          d={`M${left} ${top}H${right}C${right} ${top + 30} ${to} ${bottom - 30} ${to} ${bottom}V${end}H${from}V${bottom}C${from} ${bottom - 30} ${left} ${top + 30} ${left} ${top}Z`}
        />
        {on && (
          <rect className="tab" x={left + 2} y={top - 21} width={wide - 4} height={21} rx={3} />
        )}
        <text x={(left + right) / 2} y={top - 6} textAnchor="middle">
          {text}
        </text>
      </g>
    );
  });
}
