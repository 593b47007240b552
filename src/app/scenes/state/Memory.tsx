import { count } from '../../../viz/format';
import { Growth } from '../../../viz/state/Growth';
import { Figure } from '../../frame/Figure';
import { Rich } from '../../frame/Rich';
import { useTapeColumns } from '../../frame/useTape';
import { useApp } from '../../store/store';
import {
  bytesText,
  cacheBytesPerToken,
  convNumbers,
  crossing,
  stateBytes,
  stateNumbers,
} from './memory';
import { words as sceneWords } from './words';

/** What the model carries from word to word, against what a Transformer would keep: two containers, and their growth. */
export function Memory() {
  const words = sceneWords.use().memory;
  const model = useApp((s) => s.model);
  const at = useApp((s) => s.cursor.token) + 1;
  const { geometry: g } = useTapeColumns();
  const state = stateBytes(model);
  const perToken = cacheBytesPerToken(model);
  const cache = perToken * at;
  const cross = crossing(model);
  // One ruler for both, with room for a cache of twice the state; a larger one fills it.
  const full = Math.max(2 * state, cache);
  const share = (bytes: number) => `${(bytes / full) * 100}%`;
  const x0 = Math.max(g.x0, 64);
  return (
    <Figure title={words.heading} className="memory-figure">
      <div className="containers num" style={{ marginLeft: g.x0, width: g.right - g.x0 }}>
        <p>
          <b>{words.state}</b>{' '}
          <Rich
            text={words.stateNote(
              model.nLayers,
              count(stateNumbers(model)),
              count(convNumbers(model)),
              bytesText(state),
            )}
          />
        </p>
        <i className="container state-box" style={{ width: share(state) }} />
        <p>
          <b>{words.cache}</b> {words.cacheNote(bytesText(perToken), at, bytesText(cache))}
        </p>
        <i
          className="container cache-box"
          style={{ width: share(cache), '--slice': `${100 / at}%` }}
        />
      </div>
      <Growth
        fixed={state}
        perToken={perToken}
        crossing={cross}
        at={at}
        x0={x0}
        width={g.right - x0}
        height={230}
        bytes={bytesText}
        words={{
          fixed: words.fixed(bytesText(state)),
          growing: words.growing,
          crossing: words.crossing(count(cross)),
          at: words.at(at),
          tokens: words.tokens(count(Math.round(Math.max(2.5 * cross, 1.25 * at)))),
          summary: words.summary(bytesText(state), count(cross), at, bytesText(cache)),
        }}
      />
    </Figure>
  );
}
