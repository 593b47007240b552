import { memo } from 'react';
import { Segmented, Toggles } from '../../../viz/controls/Segmented';
import { Legend } from '../../../viz/heat/Legend';
import { legendOf, RELATIVE_LEGEND, type HeatScale } from '../../../viz/heat/scale';
import { Sym } from '../../../viz/Sym';
import { useTapeColumns } from '../../frame/useTape';
import { useMapChoice } from './focus';
import type { Reading } from './reading';
import { SOME } from './rows';
import { words as sceneWords } from './words';

/** Which rows, in which order, on which scale; and the scale itself. */
export const MapTools = memo(function MapTools({ r, scale }: { r: Reading; scale: HeatScale }) {
  const all = sceneWords.use();
  const words = all.choice;
  const { geometry: g } = useTapeColumns();
  const choice = useMapChoice();
  const right = g.narrow ? g.right : g.x1;
  return (
    <div className="map-tools" style={{ marginLeft: g.x0, width: right - g.x0 }}>
      <fieldset>
        <legend className="hidden">{words.label}</legend>
        <Segmented
          label={words.order}
          value={choice.order}
          onChange={choice.setOrder}
          options={[
            { value: 'halfLife', label: words.halfLife },
            { value: 'delta', label: words.delta },
          ]}
        />
        {r.units > SOME && (
          <Segmented
            label={words.many}
            value={choice.rows}
            onChange={choice.setRows}
            options={[
              { value: 'some', label: words.some(SOME) },
              { value: 'all', label: words.all(r.units) },
            ]}
          />
        )}
        <Toggles
          label={words.scale}
          value={choice.scale === 'relative' ? ['relative'] : []}
          onChange={(on) => choice.setScale(on.length > 0 ? 'relative' : 'own')}
          options={[{ value: 'relative', label: words.relative }]}
        />
      </fieldset>
      <Legend
        {...(choice.scale === 'relative' ? RELATIVE_LEGEND : legendOf(scale))}
        name={
          <>
            <Sym name="Delta" /> {choice.scale === 'relative' && all.lanes.times}
          </>
        }
      />
    </div>
  );
});
