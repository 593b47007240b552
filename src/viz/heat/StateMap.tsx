import {
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import type { Palette } from '../colour';
import { HeatStrip } from './HeatStrip';
import { inverse } from './paint';
import { Readout } from './Readout';
import { StateMarks } from './StateMarks';
import {
  cellAt,
  layStrips,
  mapHeight,
  walkTo,
  type Cell,
  type LargeKind,
  type StripMetrics,
} from './strips';

/** A number of the state: which one. */
export interface Place {
  layer: number;
  channel: number;
  state: number;
}

export interface StateMapProps {
  /** State of each layer, (E, N). */
  layers: readonly Float32Array[];
  /** The chosen layer large: its pictures from top to bottom. */
  large: readonly { kind: LargeKind; values: Float32Array }[];
  /** Channels from left to right, one (E) a layer. */
  orders: readonly Uint16Array[];
  dState: number;
  clip: number;
  palette: Palette;
  metrics: StripMetrics;
  left: number;
  width: number;
  selected: Place;
  onSelect(place: Place): void;
  /** One line about a place; `kind` is the picture it was pointed at in. */
  describe(place: Place, kind: LargeKind | 'layer'): ReactNode;
  /** Name of the figure, and the chosen number in words, for screen readers. */
  label: string;
  valueText: string;
}

/** All of h: every layer as a strip, the chosen one large. Pointed at, clicked, or walked with arrows. */
export function StateMap(props: StateMapProps) {
  const { layers, large, orders, dState, metrics, left, width, selected, onSelect } = props;
  const [hovered, setHovered] = useState<Cell | null>(null);
  const [focused, setFocused] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const channels = orders[0]?.length ?? 0;
  const strips = useMemo(
    () =>
      layStrips(
        layers.length,
        selected.layer,
        large.map((l) => l.kind),
        dState,
        metrics,
      ),
    [layers.length, selected.layer, large, dState, metrics],
  );
  const ranks = useMemo(() => inverse(orders[selected.layer]), [orders, selected.layer]);
  const rank = ranks[selected.channel];
  const height = mapHeight(layers.length, metrics);
  const place = (c: Cell): Place => {
    const { layer } = strips[c.strip];
    return { layer, channel: orders[layer][c.rank], state: c.state };
  };
  const point = (e: PointerEvent): Cell | null => {
    const r = box.current?.getBoundingClientRect();
    if (!r) return null;
    // Fractions of the box survive zoom; px would not.
    const x = ((e.clientX - r.left) / r.width) * (left + width) - left;
    const y = ((e.clientY - r.top) / r.height) * height;
    return cellAt(strips, x, y, width, channels, dState);
  };
  const walk = (e: KeyboardEvent) => {
    const next = walkTo(e.key, e.shiftKey, { rank, state: selected.state }, channels, dState);
    if (!next) return;
    e.preventDefault();
    e.stopPropagation();
    const { layer } = selected;
    onSelect({ layer, channel: orders[layer][next.rank], state: next.state });
  };
  const first = strips.findIndex((s) => s.kind !== 'layer');
  const shown = hovered ?? (focused ? { strip: first, rank, state: selected.state } : null);
  const last = strips.at(-1);
  const strip = shown && strips[shown.strip];
  const largeTop = strips[first]?.top ?? 0;
  return (
    <div
      ref={box}
      className="state-map"
      style={{ width: left + width, height }}
      onPointerMove={(e) => setHovered(point(e))}
      onPointerLeave={() => setHovered(null)}
      onPointerDown={(e) => {
        const cell = point(e);
        if (cell) onSelect(place(cell));
      }}
    >
      {strips.map((s, i) => (
        <HeatStrip
          key={`${s.kind}${s.kind === 'layer' ? s.layer : ''}`}
          values={s.kind === 'layer' ? layers[s.layer] : large[i - layers.length].values}
          order={orders[s.layer]}
          dState={dState}
          palette={props.palette}
          clip={props.clip}
          left={left}
          top={s.top}
          width={width}
          height={s.height}
        />
      ))}
      <div
        className="walk"
        // Two-dimensional: a range input has only one axis.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="slider"
        tabIndex={0}
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={channels - 1}
        aria-valuenow={rank}
        aria-valuetext={props.valueText}
        style={{ left, top: largeTop, width, height: height - largeTop }}
        onKeyDown={walk}
        onFocus={(e) => setFocused(e.currentTarget.matches(':focus-visible'))}
        onBlur={() => setFocused(false)}
      />
      <StateMarks
        strips={strips}
        left={left}
        width={width}
        height={height}
        channels={channels}
        dState={dState}
        selected={{ layer: selected.layer, rank, state: selected.state }}
        hovered={shown}
      />
      {shown && strip && (
        <Readout
          x={left + ((shown.rank + 0.5) / channels) * width}
          y={strip.top + ((shown.state + 0.5) / dState) * strip.height + 4}
          // Beneath all the large ones, so that the same cell can be compared in each of them.
          lineY={
            strip.kind === 'layer' || !last
              ? strip.top + strip.height + 10
              : last.top + last.height + 10
          }
          left={left}
          right={left + width}
        >
          {props.describe(place(shown), strip.kind)}
        </Readout>
      )}
    </div>
  );
}
