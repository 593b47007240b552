import { Handle, type HandleProps } from './Handle';
import { Mark, type Scheme } from './Mark';

export interface PlanePoint {
  scheme: Scheme;
  at: readonly [number, number];
}

interface PlaneProps {
  size: number;
  /** Real parts from left to right; the imaginary axis has the same scale and 0 in the middle. */
  range: readonly [number, number];
  /** Centre of the stable disc; its radius is 1. Null: the left half-plane is stable. */
  disc: number | null;
  /** Dashed: Euler's stable disc in the plane of ΔA. */
  dashed?: number;
  ticks: readonly number[];
  points?: readonly PlanePoint[];
  /** Powers of Ā from 1 on. */
  trail?: readonly (readonly [number, number])[];
  /** Where the untouched model is: hollow and grey. */
  ghost?: readonly [number, number] | null;
  /** The point that can be moved: its real part is the slider's value, `im` the other one. */
  handle?: Omit<HandleProps, 'x' | 'y' | 'onDrag'> & {
    im: number;
    onMove(re: number, im: number): void;
  };
  label: string;
  stable: string;
  re: string;
  im: string;
}

/** The plane of ΔA or of Ā: where a state forgets (paper) and where it blows up (hatched). */
export function PlaneMap(props: PlaneProps) {
  const { size, range, disc, dashed, ticks, points = [], trail = [], ghost, handle, label } = props;
  const unit = size / (range[1] - range[0]);
  const toX = (re: number) => (re - range[0]) * unit;
  const toY = (im: number) => size / 2 - im * unit;
  const place = ([re, im]: readonly [number, number]) => {
    const [x, y] = [toX(re), toY(im)];
    const cut = (v: number) => Math.min(size - 16, Math.max(16, v));
    const beyond = x < 0 ? 'left' : x > size ? 'right' : y < 0 ? 'up' : y > size ? 'down' : null;
    return { x: beyond ? cut(x) : x, y: beyond ? cut(y) : y, beyond } as const;
  };
  const id = `dz-out-${disc === null ? 's' : 'z'}`;
  const knob = handle && place([handle.now, handle.im]);
  return (
    <svg
      className="dz-plane"
      width={size}
      height={size + 18}
      role={handle ? 'group' : 'img'}
      aria-label={label}
    >
      <defs>
        <pattern
          id={id}
          width={7}
          height={7}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="hatch" y1={0} y2={7} x1={0} x2={0} />
        </pattern>
        <clipPath id={`${id}-box`}>
          <rect width={size} height={size} />
        </clipPath>
      </defs>
      <g aria-hidden="true">
        <g clipPath={`url(#${id}-box)`}>
          {disc === null ? (
            <>
              <rect x={toX(0)} width={size - toX(0)} height={size} fill={`url(#${id})`} />
              <line className="border" x1={toX(0)} x2={toX(0)} y1={0} y2={size} />
            </>
          ) : (
            <>
              <path
                fill={`url(#${id})`}
                fillRule="evenodd"
                d={`M0 0H${size}V${size}H0ZM${toX(disc) - unit} ${toY(0)}a${unit} ${unit} 0 1 0 ${2 * unit} 0a${unit} ${unit} 0 1 0 ${-2 * unit} 0Z`}
              />
              <circle className="border" cx={toX(disc)} cy={toY(0)} r={unit} />
            </>
          )}
          <line className="grid" x1={0} x2={size} y1={toY(0)} y2={toY(0)} />
          {dashed !== undefined && (
            <circle className="dz-line euler" cx={toX(dashed)} cy={toY(0)} r={unit} />
          )}
          {trail.length > 0 && (
            <path
              className="trail"
              d={trail.map((p, i) => `${i ? 'L' : 'M'}${toX(p[0])} ${toY(p[1])}`).join('')}
            />
          )}
          {trail.map((p, i) => (
            // Powers have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            <circle key={i} className="trail-dot" cx={toX(p[0])} cy={toY(p[1])} r={2} />
          ))}
        </g>
        <rect className="frame" width={size} height={size} />
        {ticks.map((t) => (
          <text key={t} className="tick" x={toX(t)} y={size + 14} textAnchor="middle">
            {t < 0 ? `−${-t}` : t}
          </text>
        ))}
        <text className="unit" x={8} y={17}>
          {props.im}
        </text>
        <text className="unit" x={size - 6} y={size - 8} textAnchor="end">
          {props.re}
        </text>
        <text
          className="unit"
          x={disc === null ? toX(0) - 6 : toX(disc)}
          y={disc === null ? 17 : toY(0) - unit - 6}
          textAnchor={disc === null ? 'end' : 'middle'}
        >
          {props.stable}
        </text>
        {ghost && <circle className="ghost" cx={place(ghost).x} cy={place(ghost).y} r={8} />}
        {points.map((p) => (
          <Mark key={p.scheme} scheme={p.scheme} {...place(p.at)} />
        ))}
      </g>
      {handle && knob && (
        <>
          <Handle
            {...handle}
            x={knob.x}
            y={knob.y}
            onDrag={(x, y) => handle.onMove(range[0] + x / unit, (size / 2 - y) / unit)}
          />
          {knob.beyond && <Mark scheme="zoh" x={knob.x} y={knob.y} beyond={knob.beyond} />}
        </>
      )}
    </svg>
  );
}
