import { useMemo } from 'react';
import { count, fixed } from '../../../viz/format';
import { inverse, slowestFirst } from '../../../viz/heat/paint';
import { StateMap, type Place } from '../../../viz/heat/StateMap';
import { layStrips, type LargeKind } from '../../../viz/heat/strips';
import { usePalette } from '../../../viz/usePalette';
import { useTapeColumns } from '../../frame/useTape';
import type { MomentPair } from '../../store/state';
import { useActions, useApp } from '../../store/store';
import { clipOf, drawnState, largePictures, numberAt } from './derive';
import { LargeNames } from './LargeNames';
import { LayerPicker } from './LayerPicker';
import type { StageLayout } from './layout';
import { NumberLine } from './NumberLine';
import { words as sceneWords } from './words';

/** The map itself, its names in the gutter, and the chosen number beneath it. */
export function StateMapView({ pair, layout }: { pair: MomentPair; layout: StageLayout }) {
  const words = sceneWords.use().state;
  const model = useApp((s) => s.model);
  const cursor = useApp((s) => s.cursor);
  const actions = useActions();
  const palette = usePalette();
  const { geometry: g } = useTapeColumns();
  const { layer } = cursor;
  const orders = useMemo(() => model.halfLife.map(slowestFirst), [model.halfLife]);
  const large = useMemo(() => largePictures(pair, layer, model), [pair, layer, model]);
  const layers = useMemo(() => pair.yours.h.map((h) => drawnState(h, model)), [pair, model]);
  const left = g.narrow ? 40 : g.x0;
  const width = g.right - left;
  const kinds = large.map((l) => l.kind);
  const strips = layStrips(model.nLayers, layer, kinds, model.dState, layout.map);
  const rank = inverse(orders[layer])[cursor.channel];
  const select = (p: Place) => {
    if (p.layer !== layer) actions.setLayer(p.layer);
    actions.setChannel(p.channel, p.state);
  };
  const line = (p: Place, kind: LargeKind | 'layer') => (
    <>
      {words.place(p.layer, p.channel, p.state)}
      <NumberLine numbers={numberAt(pair, p, model)} change={kind === 'change'} />
      <span className="soft">{words.halfLife(halfLife(model.halfLife[p.layer][p.channel]))}</span>
    </>
  );
  const chosen = numberAt(pair, cursor, model);
  const spoken = `${words.place(layer, cursor.channel, cursor.state)}: ${
    chosen.before === null ? '' : `${fixed(chosen.before, 3)} → `
  }${fixed(chosen.yours, 3)}`;
  return (
    <>
      <div className="map-box">
        <LayerPicker metrics={layout.map} width={left - 6} />
        <LargeNames strips={strips} left={left} above={g.narrow} turned={pair.before !== null} />
        <StateMap
          layers={layers}
          large={large}
          orders={orders}
          dState={model.dState}
          clip={clipOf(model)}
          palette={palette}
          metrics={layout.map}
          left={left}
          width={width}
          selected={{ layer, channel: cursor.channel, state: cursor.state }}
          onSelect={select}
          describe={line}
          label={words.label(layer)}
          valueText={spoken}
        />
      </div>
      <div className="map-caption num" style={{ marginLeft: left, width }}>
        <span>{words.slow}</span>
        <span
          className="chosen"
          style={{ left: `clamp(210px, ${((rank + 0.5) / model.dInner) * 100}%, 100% - 210px)` }}
        >
          {words.short(cursor.channel, cursor.state)}:{' '}
          <NumberLine numbers={chosen} change={false} />
        </span>
        <span>{words.quick}</span>
      </div>
    </>
  );
}

const halfLife = (tokens: number): string => (tokens >= 100 ? count(tokens) : fixed(tokens, 1));
