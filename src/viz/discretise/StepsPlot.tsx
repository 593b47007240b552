import { ticks as ticksOf } from 'd3';
import { fixed } from '../format';
import { EndLabels } from './EndLabels';
import { Handle, type HandleProps } from './Handle';
import { HeldInput } from './HeldInput';
import { Mark, type Scheme } from './Mark';
import { WordRibbon, type RibbonWord } from './WordRibbon';

export interface SchemePath {
  scheme: Scheme;
  /** (time, h) from the beginning, after each step. */
  points: readonly (readonly [number, number])[];
  /** Beside its last point, where there is room. */
  label: string;
  /** It is what the model's code does. */
  own: boolean;
}

type Point = readonly [time: number, h: number];

interface StepsPlotProps {
  width: number;
  height: number;
  narrow: boolean;
  /** Ends of the steps, from 0. */
  edges: readonly number[];
  /** Time at the right end of the axis. It stays while a step is drawn out. */
  until: number;
  /** h at the bottom and at the top. */
  range: readonly [number, number];
  /** The exact solution. */
  curve: readonly (readonly [number, number])[];
  paths: readonly SchemePath[];
  /** The untouched model's steps, (time, h) from the beginning: hollow and grey. */
  ghost?: readonly Point[] | null;
  /** Words whose steps these are; null for a toy without words. */
  words: readonly RibbonWord[] | null;
  /** Held input of each step, and the number at the lane's edge. */
  input: readonly number[];
  inputMax: number;
  names: {
    h: string;
    x: string;
    xNote: string;
    xNot: string;
    time: string;
    exact: string;
    beyond: string;
  };
  label: string;
  /** Which of the edges can be taken hold of. */
  heldEdge: number;
  handle: Omit<HandleProps, 'x' | 'y' | 'onDrag'> & { onTime(time: number): void };
  onWord?(token: number): void;
}

const LABELS = 150;
const RIBBON = 74;
const LANE = 40;
const AXIS = 34;
/** Marks nearer than this to one another are left out; the lines go on. */
const NEAR = 11;
/** Of so many steps only the last gets a mark: the lines say the rest. */
const MANY = 60;

const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** The points that get a mark: the last one, and of few steps all others that are not too near another. */
function shown(points: readonly Point[], toX: (time: number) => number): Point[] {
  if (points.length > MANY) return points.slice(-1);
  const kept: Point[] = [];
  let room = Infinity;
  for (const p of points.slice(1).toReversed()) {
    const x = toX(p[0]);
    if (room - x < NEAR) continue;
    kept.push(p);
    room = x;
  }
  return kept.toReversed();
}

/** h over time: the exact curve under a held input, and where each way of discretising lands after every step. */
export function StepsPlot(props: StepsPlotProps) {
  const { width, height, narrow, edges, until, range, curve, paths, words, input } = props;
  const { inputMax, names, label, handle, heldEdge, onWord, ghost } = props;
  const x0 = narrow ? 16 : 84;
  const x1 = narrow ? width - 16 : width - LABELS - 24;
  const top = words ? RIBBON : 22;
  const bottom = height - AXIS - LANE - 20;
  const laneZero = height - AXIS - LANE / 2;
  const along = (time: number) => x0 + (time / until) * (x1 - x0);
  // Marks and edges beyond the axis stand at its end; lines go on behind it.
  const toX = (time: number) => along(Math.min(time, until * 1.001));
  const toY = (h: number) => bottom - ((h - range[0]) / (range[1] - range[0])) * (bottom - top);
  const inside = (y: number) => Math.min(bottom - 2, Math.max(top + 2, y));
  const side = (y: number) => (y < top ? 'up' : y > bottom ? 'down' : null);
  const end = edges[edges.length - 1];
  const runsOut = end > until * 1.001;
  const heldX = toX(edges[heldEdge]);
  // A number beneath the knob could not be read.
  const onAxis = ticksOf(0, until, narrow ? 4 : 7);
  const free = onAxis.filter((t) => Math.abs(toX(t) - heldX) > 22);
  const onHeight = ticksOf(range[0], range[1], 4);
  const decimals = (list: readonly number[]) =>
    Math.min(6, Math.max(0, -Math.floor(Math.log10(list[1] - list[0] || 1) + 1e-9)));
  const selected = words ? words.length - 1 : -1;
  const clip = `dz-clip-${words ? 'words' : 'toy'}`;
  return (
    <svg className="dz-steps" width={width} height={height} role="group" aria-label={label}>
      <clipPath id={clip}>
        <rect x={x0} y={top} width={x1 - x0} height={bottom - top} />
      </clipPath>
      <g aria-hidden="true">
        {words && (
          <WordRibbon
            words={words}
            at={edges.map(toX)}
            x0={x0}
            x1={x1}
            top={22}
            bottom={top}
            end={height - AXIS}
            onWord={onWord}
          />
        )}
        {onHeight.map((h, i) => (
          // Another step has other numbers at much the same places.
          // oxlint-disable-next-line react/no-array-index-key
          <g key={i}>
            <line className={h === 0 ? 'base' : 'grid'} x1={x0} x2={x1} y1={toY(h)} y2={toY(h)} />
            <text
              className="tick"
              x={narrow ? x0 : x0 - 8}
              y={toY(h) + (narrow ? -3 : 4)}
              textAnchor={narrow ? 'start' : 'end'}
            >
              {fixed(h, decimals(onHeight))}
            </text>
          </g>
        ))}
        {free.map((t, i) => (
          // oxlint-disable-next-line react/no-array-index-key
          <text key={i} className="tick" x={toX(t)} y={height - AXIS + 16} textAnchor="middle">
            {fixed(t, decimals(onAxis))}
          </text>
        ))}
        <text className="unit" x={x1} y={height - 3} textAnchor="end">
          {names.time}
        </text>
        {!words &&
          edges.length < 60 &&
          edges.map((t) => (
            <line key={t} className="edge" x1={toX(t)} x2={toX(t)} y1={bottom - 5} y2={bottom} />
          ))}
        <line className="grid" x1={x0} x2={x1} y1={laneZero} y2={laneZero} />
        <HeldInput
          input={input}
          at={edges.map(toX)}
          max={inputMax}
          zero={laneZero}
          half={LANE / 2}
          selected={selected}
        />
        <g clipPath={`url(#${clip})`}>
          {paths
            .filter(({ scheme }) => scheme !== 'zoh')
            .map(({ scheme, points }) => (
              <path
                key={scheme}
                className={`dz-line ${scheme}`}
                d={path(points.map(([t, h]) => [along(t), toY(h)]))}
              />
            ))}
          {ghost && (
            <path className="ghost-line" d={path(ghost.map(([t, h]) => [along(t), toY(h)]))} />
          )}
          <path className="dz-curve" d={path(curve.map(([t, h]) => [along(t), toY(h)]))} />
        </g>
        {ghost &&
          shown(ghost, toX).map(([t, h]) => (
            <circle key={t} className="ghost" cx={toX(t)} cy={inside(toY(h))} r={5} />
          ))}
        {paths.toReversed().map(({ scheme, points }) =>
          shown(points, toX).map(([t, h], i, all) => (
            <Mark
              // Counted from the last: it is moved to the next step's place, not made anew.
              key={`${scheme}${all.length - i}`}
              scheme={scheme}
              x={toX(t)}
              y={inside(toY(h))}
              beyond={side(toY(h))}
              small={i < all.length - 1}
            />
          )),
        )}
        {!narrow && (
          <EndLabels
            x={toX(end)}
            right={x1}
            low={top + 4}
            high={bottom - 4}
            labels={[
              { text: names.exact, y: inside(toY(curve[curve.length - 1][1])), kind: 'exact' },
              ...paths.map(({ points, label: text, own }) => ({
                text,
                y: inside(toY(points[points.length - 1][1])),
                kind: own ? ('own' as const) : null,
              })),
            ]}
          />
        )}
        <text className="lane-name" x={narrow ? x0 : 20} y={top - 8}>
          <tspan className="math" fill="var(--sym-h)">
            h
          </tspan>{' '}
          {names.h}
        </text>
        <text
          className="lane-name"
          x={narrow ? x0 : 20}
          y={narrow ? laneZero - LANE / 2 - 4 : laneZero + 5}
        >
          <tspan className="math" fill="var(--sym-x)">
            x
          </tspan>{' '}
          {names.x}
        </text>
        {!narrow && (
          <text className="unit" x={x1 + 18} y={laneZero + 4}>
            <tspan className="math" fill="var(--sym-x)">
              xₜ
            </tspan>{' '}
            {names.xNote}
            <tspan className="faint" x={x1 + 18} dy={17}>
              {names.xNot}
            </tspan>
          </text>
        )}
        {runsOut && (
          <text className="unit" x={x1 - 4} y={bottom - 6} textAnchor="end">
            {names.beyond}
          </text>
        )}
      </g>
      <g className="dz-end">
        <line x1={heldX} x2={heldX} y1={top} y2={height - AXIS} />
        <Handle
          {...handle}
          x={heldX}
          y={height - AXIS}
          onDrag={(x) => handle.onTime(((x - x0) / (x1 - x0)) * until)}
        />
      </g>
    </svg>
  );
}
