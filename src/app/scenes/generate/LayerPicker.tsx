import { memo } from 'react';
import type { StripMetrics } from '../../../viz/heat/strips';
import { useActions, useApp } from '../../store/store';
import { words as sceneWords } from './words';

/** Names of the layers in the gutter; one is chosen. */
export const LayerPicker = memo(function LayerPicker({
  metrics,
  width,
}: {
  metrics: StripMetrics;
  width: number;
}) {
  const words = sceneWords.use().state;
  const n = useApp((s) => s.model.nLayers);
  const chosen = useApp((s) => s.cursor.layer);
  const actions = useActions();
  const pitch = metrics.small + metrics.smallGap;
  return (
    <fieldset className="layers num" data-keys="vertical" style={{ width }}>
      <legend className="hidden">{words.layers}</legend>
      {Array.from({ length: n }, (_, layer) => (
        <label key={layer} style={{ top: layer * pitch, height: pitch }}>
          <input
            type="radio"
            name="layer"
            checked={layer === chosen}
            aria-label={words.layer(layer)}
            onChange={() => actions.setLayer(layer)}
          />
          <span aria-hidden="true">{layer === 0 && width > 50 ? words.layer(0) : layer}</span>
        </label>
      ))}
    </fieldset>
  );
});
