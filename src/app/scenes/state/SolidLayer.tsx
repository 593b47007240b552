import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { FieldCell } from '../../../viz/field/Bars';
import { START, type Orbit } from '../../../viz/field/orbit';
import { webGlKind } from '../../../viz/field/webgl';
import { fixed } from '../../../viz/format';
import { Sym } from '../../../viz/Sym';
import { useTapeColumns } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { wordAt } from './derive';
import { FlatLayer, type LayerProps } from './FlatLayer';
import { useStateView } from './view';
import { words as sceneWords } from './words';

/** three.js is fetched when it is first wanted. */
const Field = lazy(() => import('../../../viz/field/Field'));

/** The layer as a field of bars: height and colour are h. Where nothing draws it, its flat twin, and why. */
export function SolidLayer(props: LayerProps) {
  const { picture, scale, place, inSight, summary, title } = props;
  const words = sceneWords.use().layer;
  const scene = sceneWords.use();
  const actions = useActions();
  const tokens = useApp((s) => s.yours.tokens);
  const { over, setLook } = useStateView();
  const { geometry: g } = useTapeColumns();
  const [orbit, setOrbit] = useState<Orbit>(START);
  const [pointed, point] = useState<FieldCell | null>(null);
  const { channel, state, token } = place;
  const { channels, rows, columns, value } = picture;
  const time = over === 'time';
  const head = place.run.model.heads !== null;
  const at = channels.indexOf(channel);
  const selected = useMemo<FieldCell | null>(() => {
    const cell = time ? { row: at, column: inSight.indexOf(token) } : { row: state, column: at };
    return cell.row < 0 || cell.column < 0 ? null : cell;
  }, [time, at, inSight, token, state]);
  const lost = useCallback(() => setLook('flat'), [setLook]);
  const select = (cell: FieldCell) => {
    if (time) actions.setToken(inSight[cell.column]);
    actions.setChannel(channels[time ? cell.row : cell.column], time ? state : cell.row);
  };
  if (webGlKind() === 'none')
    return (
      <>
        <p className="aside-note" role="status" style={{ marginLeft: g.x0 }}>
          {words.noGl}
        </p>
        <FlatLayer {...props} />
      </>
    );
  const width = g.right - (g.narrow ? g.x0 : 20);
  const height = Math.round(Math.min(380, Math.max(260, width * 0.42)));
  const told = pointed && pointed.row < rows && pointed.column < columns ? pointed : selected;
  return (
    <div className="solid-layer" style={{ marginLeft: g.narrow ? g.x0 : 20, width }}>
      <Suspense
        fallback={
          <p className="aside-note" style={{ height }}>
            {words.loading}
          </p>
        }
      >
        <Field
          {...{ data: picture, scale, selected, pointed, orbit, width, height }}
          onOrbit={setOrbit}
          onPoint={point}
          onSelect={select}
          onLost={lost}
          ends={
            time
              ? { left: words.first, right: words.last, far: words.slow, near: words.quick }
              : {
                  // The channels of one head are equally slow.
                  left: head ? scene.unitOf(channels[0], null) : words.slow,
                  right: head ? scene.unitOf(channels.at(-1)!, null) : words.quick,
                  far: scene.state(0),
                  near: scene.state(rows - 1),
                }
          }
          label={words.solidLabel(`${title}. ${summary}`)}
        />
      </Suspense>
      <div className="solid-line num">
        <span className={pointed ? 'told' : 'told chosen'}>
          {told && (
            <>
              {time &&
                `${scene.word(wordAt(tokens, inSight[told.column]), inSight[told.column] + 1)}, `}
              {scene.unitOf(channels[time ? told.row : told.column], null)},{' '}
              {scene.state(time ? state : told.row)} <Sym name="h" />{' '}
              <b>{fixed(value(told.row, told.column), 3)}</b>
            </>
          )}
        </span>
        <span>{words.keys}</span>
        <button type="button" className="plain" onClick={() => setOrbit(START)}>
          {words.reset}
        </button>
      </div>
    </div>
  );
}
