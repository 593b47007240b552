import { useMemo } from 'react';
import { HeatCanvas } from '../heat/HeatCanvas';
import type { HeatScale } from '../heat/scale';
import { Tex } from '../Tex';
import { usePalette } from '../usePalette';

/** One container of N numbers in a step, with the sign that stands before it. */
export interface Container {
  /** Before it: `\\xrightarrow{…}`, `+`, `=`; empty for the first. */
  sign: string;
  tex: string;
  values: Float64Array;
  /** When it appears in a step that moves: at once, after forgetting, after the write. */
  stage: 0 | 1 | 2;
  /** In words, with numbers. */
  summary: string;
}

interface CellStepProps {
  parts: readonly Container[];
  scale: HeatScale;
  /** Of a container, in px. */
  width: number;
  height: number;
  /** Names the step: another one is drawn anew. */
  step: string;
  /** True if the reader stepped on by one word: then it fades first, and is written second. */
  moves: boolean;
}

/** A step of the recurrence as containers of the same size: what was there, what is left, what is written, what is there. */
export function CellStep({ parts, scale, width, height, step, moves }: CellStepProps) {
  return (
    <div className={`cell-step ${moves ? 'moves' : ''}`} key={moves ? step : 'still'}>
      {parts.map((part) => (
        <div key={part.tex} className={`cell-part stage-${part.stage}`}>
          {part.sign && (
            <span className="cell-sign" style={{ height }}>
              <Tex tex={part.sign} />
            </span>
          )}
          <div className="cell-box">
            <Column {...part} {...{ scale, width, height }} />
            <span className="cell-name">
              <Tex tex={part.tex} />
            </span>
          </div>
        </div>
      ))}
    </div>
  );
}

function Column(props: Container & Pick<CellStepProps, 'scale' | 'width' | 'height'>) {
  const { values, scale, width, height, summary } = props;
  const palette = usePalette();
  const spans = useMemo(() => [{ token: 0, x: 0, width: width + 1 }], [width]);
  const value = useMemo(() => (n: number) => values[n], [values]);
  return (
    <HeatCanvas
      rows={values.length}
      {...{ spans, value, scale, palette, width, height, summary }}
    />
  );
}
