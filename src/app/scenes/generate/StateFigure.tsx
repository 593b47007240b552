import { fixed } from '../../../viz/format';
import { Legend } from '../../../viz/heat/Legend';
import { mapHeight } from '../../../viz/heat/strips';
import { Sym } from '../../../viz/Sym';
import { Figure } from '../../frame/Figure';
import { useActions, useApp } from '../../store/store';
import { clipOf, isComplex, isHere } from './derive';
import type { StageLayout } from './layout';
import { StateMapView } from './StateMapView';
import { words as sceneWords } from './words';

/** Height of the line beneath the map. */
const CAPTION = 21;

/** h, all of it: what the model carries from the cursor's word to the next. */
export function StateFigure({ layout }: { layout: StageLayout }) {
  const words = sceneWords.use().state;
  const model = useApp((s) => s.model);
  const moment = useApp((s) => s.moment);
  const here = useApp(isHere);
  const recorded = useApp((s) => s.recorded);
  const clip = clipOf(model);
  const blended = model.dState > layout.map.room / 2;
  return (
    <Figure
      className="state"
      title={
        <>
          <Sym name="h" /> {words.heading(model.nLayers, model.dInner, model.dState)}
          {isComplex(model) && <small> {words.complex}</small>}
          {blended && <small> {words.blended}</small>}
        </>
      }
      tools={
        <Legend
          kind="signed"
          low={`≤ ${fixed(-clip, 1)}`}
          high={`≥ ${fixed(clip, 1)}`}
          name={
            <>
              <Sym name="h" /> {words.scale}
            </>
          }
        />
      }
    >
      {moment && (here || !recorded) ? (
        <div className={here ? '' : 'trailing'} aria-busy={!here}>
          <StateMapView pair={moment} layout={layout} />
        </div>
      ) : (
        <Absent height={mapHeight(model.nLayers, layout.map) + CAPTION} />
      )}
    </Figure>
  );
}

/** As high as the map itself, so that nothing below jumps when it comes. */
function Absent({ height }: { height: number }) {
  const words = sceneWords.use().state;
  const recordedAt = useApp((s) => s.moment?.yours.token);
  const actions = useActions();
  return (
    <p className="absent tall" style={{ minHeight: height }}>
      {recordedAt === undefined ? words.waiting : words.recorded}{' '}
      {recordedAt !== undefined && (
        <button type="button" className="plain" onClick={() => actions.setToken(recordedAt)}>
          {words.toRecorded}
        </button>
      )}
    </p>
  );
}
