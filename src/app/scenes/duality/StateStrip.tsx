import { useCallback, useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { HeatLane } from '../../../viz/heat/HeatLane';
import type { HeatScale } from '../../../viz/heat/scale';
import { uniformSpans } from '../../../viz/hover/geometry';
import { words as sceneWords } from './words';

const WIDTH = 216;
const HEIGHT = 16;

/** One channel's state, its N numbers side by side. */
export function StateStrip(props: {
  values: Float64Array;
  name: string;
  /** h, or S for what a chunk by itself leaves. */
  letter: 'h' | 'S';
  scale: HeatScale;
}) {
  const { values, name, letter, scale } = props;
  const words = sceneWords.use().steps;
  const N = values.length;
  const most = values.reduce((size, v) => Math.max(size, Math.abs(v)), 0);
  const spans = useMemo(() => uniformSpans(N, 0, WIDTH), [N]);
  const value = useCallback((_: number, n: number) => values[n], [values]);
  return (
    <HeatLane
      id={`state-${name}`}
      tex={letter}
      symbol="h"
      word={name}
      note={words.largest(fixed(most, 3))}
      narrow
      rows={1}
      spans={spans}
      value={value}
      scale={scale}
      x0={0}
      x1={WIDTH}
      height={HEIGHT}
      label={words.stripLabel(name)}
      summary={words.stripSummary(name, N, fixed(most, 3))}
      describe={(_, n) => ({
        place: `${name}, ${words.entry(n)}`,
        term: { tex: `${letter}_n`, symbol: 'h', value: values[n], digits: 4, say: letter },
      })}
    />
  );
}
