/** How a way of discretising is drawn: each has a shape and a line of its own, so that colour is not needed. */
export type Scheme = 'mamba' | 'zoh' | 'euler' | 'bilinear';

const SHAPE: Record<Scheme, string> = {
  mamba: 'M0 -6L6 0L0 6L-6 0Z',
  zoh: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z',
  euler: 'M0 -5.5L5.2 4.4H-5.2Z',
  bilinear: 'M-4.3 -4.3H4.3V4.3H-4.3Z',
};

interface MarkProps {
  scheme: Scheme;
  x: number;
  y: number;
  /** The value lies beyond the frame, this way: an arrow stands on its edge. */
  beyond?: 'up' | 'down' | 'left' | 'right' | null;
  small?: boolean;
}

const TURN = { up: 0, right: 90, down: 180, left: 270 };

/** One point of a scheme: ◆ Mamba's code, ○ ZOH, △ Euler, □ bilinear. */
export function Mark({ scheme, x, y, beyond = null, small = false }: MarkProps) {
  return (
    <g className={`dz-mark ${scheme}`} transform={`translate(${x} ${y})`}>
      <path d={SHAPE[scheme]} transform={small ? 'scale(0.62)' : undefined} />
      {beyond && (
        <path className="beyond" d="M-4 -9L0 -14L4 -9" transform={`rotate(${TURN[beyond]})`} />
      )}
    </g>
  );
}

/** The mark alone, for tables and legends. */
export function MarkSign({ scheme }: { scheme: Scheme }) {
  return (
    <svg className="dz-sign" width={34} height={16} viewBox="-17 -8 34 16" aria-hidden="true">
      <path className={`dz-line ${scheme}`} d="M-17 0H17" />
      <Mark scheme={scheme} x={0} y={0} />
    </svg>
  );
}
