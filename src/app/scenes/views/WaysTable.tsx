import { useMemo, useRef } from 'react';
import { WAYS, type WayName } from '../../../engine/host/compute';
import { count, fixed } from '../../../viz/format';
import { Figure } from '../../frame/Figure';
import { useTapeLayout } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { useCompute } from '../../store/useCompute';
import { largest } from './derive';
import { share, tiny } from './format';
import { Race } from './Race';
import { useInSight } from './view';
import { words as sceneWords } from './words';

interface Way {
  name: WayName;
  /** Largest difference from the recurrence in doubles, over all words and channels. */
  most: number;
  /** ‖difference‖ / ‖y‖. */
  relative: number;
}

/** What each way is apart by, of the engine’s answer (1 + W, L, E). */
export function waysOf(
  { values, shape }: { values: Float32Array; shape: readonly number[] },
  names: readonly WayName[],
): { ways: Way[]; size: number; words: number } {
  const length = shape[1] * shape[2];
  const norm = (part: Float32Array) => Math.sqrt(part.reduce((a, v) => a + v * v, 0));
  const truth = values.subarray(0, length);
  const ways = names.map((name, w) => {
    const apart = values.subarray((1 + w) * length, (2 + w) * length);
    return { name, most: largest(apart), relative: norm(apart) / norm(truth) };
  });
  return { ways, size: largest(truth), words: shape[1] };
}

/** All channels of the layer by every way, really run on the reader’s device. */
export function WaysTable({ layer, channel }: { layer: number; channel: number }) {
  const words = sceneWords.use().ways;
  const model = useApp((s) => s.model);
  const playing = useApp((s) => s.playing);
  const device = useApp((s) => s.device);
  const { geometry: g } = useTapeLayout();
  const box = useRef<HTMLDivElement>(null);
  // What nobody looks at need not be computed.
  const seen = useInSight(box);
  const { value, problem } = useCompute(
    playing || !seen ? null : { kind: 'ways', layer, under: 'before' },
  );
  const names = WAYS[model.kind as keyof typeof WAYS];
  const found = useMemo(() => value && waysOf(value, names), [value, names]);
  const side = { marginInline: `${g.x0}px ${g.width - g.right}px` };
  return (
    <Figure title={words.heading} className="views-ways">
      <div ref={box}>
        {found ? (
          <>
            <p className="views-say" style={side}>
              {words.says(model.dInner, found.words, device?.name ?? '')}
            </p>
            <table className="views-errors num" style={side}>
              <tbody>
                {found.ways.map((way) => (
                  <tr key={way.name} className={way.name === 'fixed' ? 'misses' : undefined}>
                    <th scope="row">{words.names[way.name]}</th>
                    <td>{way.name === 'fixed' ? fixed(way.most, 4) : tiny(way.most)}</td>
                    <td>{way.name === 'fixed' ? words.share(share(way.relative)) : ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="views-note" style={side}>
              {words.of(count(found.size) === '0' ? fixed(found.size, 2) : fixed(found.size, 1))}
            </p>
          </>
        ) : (
          <p className="views-say" style={side}>
            {problem ? words.problem : words.waiting}
          </p>
        )}
      </div>
      <div className="views-race" style={side}>
        <Race layer={layer} channel={channel} />
      </div>
    </Figure>
  );
}
