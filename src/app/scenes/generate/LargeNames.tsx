import type { Strip } from '../../../viz/heat/strips';
import { turnedParts } from '../../frame/turn';
import { useApp } from '../../store/store';
import { useText } from '../../text';
import { words as sceneWords } from './words';

interface LargeNamesProps {
  strips: readonly Strip[];
  /** Left edge of the strips. */
  left: number;
  /** Above each strip on one line (phone), or beside it in the gutter. */
  above: boolean;
  /** True if the state shown is of the turned model. It may trail the sliders by a moment. */
  turned: boolean;
}

/** Names of the large strips: layer, and which run or what of it. */
export function LargeNames({ strips, left, above, turned }: LargeNamesProps) {
  const text = useText();
  const words = sceneWords.use().state;
  const intervention = useApp((s) => s.shownIntervention);
  return strips.map(({ kind, layer, top }) => {
    if (kind === 'layer') return null;
    // What is turned stands only beside the layer in which it is.
    const here = intervention.layer === 'all' || intervention.layer === layer;
    const parts = !turned ? [] : here ? turnedParts(intervention, text) : [words.yours];
    const yours = kind === 'state' && parts.length > 0;
    const lines = yours ? parts : [words.kind[kind]];
    const place = above ? { left, top: top - 16 } : { top, width: left - 8 };
    return (
      <p
        key={kind}
        className={`large-name ${above ? 'above' : ''} ${yours ? 'yours' : ''}`}
        style={place}
      >
        {kind === 'change' ? (
          <>
            {words.kind.change}
            <small>{words.changeNote}</small>
          </>
        ) : (
          <>
            {words.layer(layer)}
            {lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </>
        )}
      </p>
    );
  });
}
