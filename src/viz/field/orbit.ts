/** Where the eye stands around a field: turned by hand or by keys, never by itself. */
export interface Orbit {
  /** Around the upright, in radians; 0 looks along the rows. */
  azimuth: number;
  /** Above the floor, in radians. */
  elevation: number;
  /** As a factor of the distance that shows all of it. */
  distance: number;
}

export const START: Orbit = { azimuth: -0.34, elevation: 0.72, distance: 1 };

const TURN = Math.PI / 24;
const NEARER = 1.12;

const clamp = (v: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, v));

/** Turned by so many radians. The eye stays above the floor and short of straight above. */
export const turned = (o: Orbit, azimuth: number, elevation: number): Orbit => ({
  ...o,
  azimuth: o.azimuth + azimuth,
  elevation: clamp(o.elevation + elevation, 0.08, 1.45),
});

export const nearer = (o: Orbit, factor: number): Orbit => ({
  ...o,
  distance: clamp(o.distance / factor, 0.35, 1.6),
});

/** What a key does to the view; null if it means nothing here. */
export function orbitKey(o: Orbit, key: string): Orbit | null {
  switch (key) {
    case 'ArrowLeft':
      return turned(o, -TURN, 0);
    case 'ArrowRight':
      return turned(o, TURN, 0);
    case 'ArrowUp':
      return turned(o, 0, TURN);
    case 'ArrowDown':
      return turned(o, 0, -TURN);
    case '+':
    case '=':
      return nearer(o, NEARER);
    case '-':
      return nearer(o, 1 / NEARER);
    case 'Home':
      return START;
    default:
      return null;
  }
}

/** The eye's place for a field that is seen whole from `far` away: x to the right, y up, z towards the reader. */
export function eye(
  { azimuth, elevation, distance }: Orbit,
  far: number,
): [number, number, number] {
  const flat = Math.cos(elevation) * far * distance;
  return [Math.sin(azimuth) * flat, Math.sin(elevation) * far * distance, Math.cos(azimuth) * flat];
}
