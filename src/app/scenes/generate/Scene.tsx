import { useMemo, useState, type ReactNode } from 'react';
import { useSize } from '../../../viz/useSize';
import { Figure } from '../../frame/Figure';
import { useTapeColumns } from '../../frame/useTape';
import { useNumberChoice } from '../../store/choice';
import type { Scene } from '../scene';
import { Formula, Lead } from './Aside';
import { code } from './code';
import { live } from './derive';
import { CandidateContext, type CandidateFocus } from './focus';
import { Lanes } from './Lanes';
import { stageLayout } from './layout';
import { Next } from './Next';
import Prose from './prose.en.mdx';
import { StateFigure } from './StateFigure';
import { Texts } from './Texts';
import { tour } from './tour';
import { words as sceneWords } from './words';

function Provider({ children }: { children: ReactNode }) {
  const [hovered, hover] = useState<number | null>(null);
  const [chosen, choose] = useNumberChoice('candidate');
  const focus = useMemo<CandidateFocus>(
    () => ({ hovered, chosen, hover, choose }),
    [hovered, chosen, choose],
  );
  return <CandidateContext value={focus}>{children}</CandidateContext>;
}

/** The sentence above; beneath it what each word did, what may come next, the state, the text. */
function Stage() {
  const words = sceneWords.use();
  const { geometry: g } = useTapeColumns();
  const [box, size] = useSize<HTMLDivElement>();
  const layout = useMemo(() => stageLayout(size.height, g.narrow), [size.height, g.narrow]);
  const place = g.result ? { left: g.result.x, width: g.result.width } : undefined;
  return (
    <div className="generate">
      <div className="stage-height" ref={box} />
      <Figure
        className="upper"
        title={words.lanes.heading}
        quiet
        underTape
        style={{ height: g.narrow ? undefined : layout.lanesHeight }}
      >
        <Lanes layout={layout} />
        <div className={g.result ? 'result' : 'result below'} style={place}>
          <h3 className="hidden">{words.next.heading}</h3>
          <Next most={layout.candidates} rowHeight={g.result ? layout.rowHeight : null} />
        </div>
      </Figure>
      <StateFigure layout={layout} />
      <Texts />
    </div>
  );
}

export const scene: Scene = { Provider, Stage, Lead, Formula, Prose, live, code, tour };
