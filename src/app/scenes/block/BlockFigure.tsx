import { useMemo } from 'react';
import { HoverStage } from '../../../viz/hover/HoverStage';
import { useSize } from '../../../viz/useSize';
import { Figure } from '../../frame/Figure';
import { Rich } from '../../frame/Rich';
import { wordName } from '../../frame/wordName';
import { useApp } from '../../store/store';
import { useText } from '../../text';
import { Diagram } from './Diagram';
import { blockLayout } from './layout';
import { useBlockView } from './useView';
import { words as sceneWords } from './words';

/** The block as a diagram that is alive: every box opens to its tensor and its operation. */
export function BlockFigure() {
  const words = sceneWords.use();
  const text = useText();
  const view = useBlockView();
  const model = useApp((s) => s.model);
  const tokens = useApp((s) => s.yours.tokens);
  const [box, { width }] = useSize<HTMLDivElement>();
  const layout = useMemo(() => blockLayout(width), [width]);
  const word = wordName(tokens[view?.numbers.token ?? 0]?.text ?? '', text);
  return (
    <Figure
      className="block-figure"
      title={
        <>
          {words.figure(word, view?.numbers.layer ?? 0)}{' '}
          <span className="block-model">
            <Rich text={words.models[model.kind] ?? ''} />
          </span>
        </>
      }
      tools={
        <span className="block-key">
          <span>
            <i className="time" /> {words.key.time}
          </span>
          <span>
            <i /> {words.key.word}
          </span>
        </span>
      }
    >
      <HoverStage>
        <div ref={box}>{view && width > 0 && <Diagram view={view} layout={layout} />}</div>
      </HoverStage>
    </Figure>
  );
}
