import { markColour, symbolColour } from '../Sym';
import { flowOf, type BoardProps, type BoardTensor, type BoardTile } from './board';
import { breadth, layFlat, tallness, type FlatLayout } from './flat';

/** The board from the side: a tensor is as high as it has layers, as wide as it has channels. Area is bytes. */
export function FlatBoard(props: BoardProps) {
  const { data, names, width, height, label, pointed, onPoint } = props;
  const at = layFlat(data, width, height);
  const { hbm, bridge, sram, front, cores } = at;
  return (
    <svg className="flat-board" width={width} height={height} role="img" aria-label={label}>
      <g aria-hidden="true">
        <rect className="ground" {...hbm} rx={6} />
        <text className="region" x={hbm.x + 12} y={hbm.y + 18}>
          {names.hbm}
        </text>
        {data.shelves.map((shelf, i) =>
          shelf.map((tensor, k) => (
            <Tensor
              key={tensor.id}
              {...{ tensor, data, at, onPoint }}
              pointed={tensor.id === pointed}
              place={at.places[i]![k]!}
            />
          )),
        )}
        <rect className="way" {...bridge} />
        <text
          className="way-name"
          x={bridge.x + bridge.width / 2}
          y={bridge.y + bridge.height + 28}
        >
          {names.bridge}
        </text>
        <Flow way={flowOf(data)} bridge={bridge} />
        <rect className="way" {...front} />
        <rect className="ground fast" {...sram} rx={4} />
        <text className="region" x={sram.x} y={sram.y - 8}>
          {names.sram}
        </text>
        <text className="tick" x={sram.x} y={sram.y + sram.height + 15}>
          {names.tile}
        </text>
        <Cores {...{ cores }} busy={data.busy} name={names.cores} note={names.front} />
        {data.tiles.map((tile, i) => (
          <Tile key={tile.id} {...{ tile, data, at }} index={i} count={data.tiles.length} />
        ))}
      </g>
    </svg>
  );
}

interface TensorProps extends Pick<BoardProps, 'onPoint'> {
  tensor: BoardTensor;
  pointed: boolean;
  data: BoardProps['data'];
  at: FlatLayout;
  place: { x: number; floor: number };
}

/** A tensor in the large memory, as far as it is there, in pieces along its tokens. */
function Tensor({ tensor, data, at, place, pointed, onPoint }: TensorProps) {
  const { symbol, letter, shape, axes, made, fromEnd, lit, note, exists } = tensor;
  const w = breadth(shape, data, at.sheet);
  const h = tallness(shape, data, at.layer);
  const { x, floor } = place;
  const y = floor - h;
  const there = made * w;
  const slice = w / data.pieces;
  const long = shape !== 'plate' && w > 12;
  return (
    <g
      className={exists ? 'tensor' : 'tensor never'}
      onPointerEnter={() => onPoint(tensor.id)}
      onPointerLeave={() => onPoint(null)}
    >
      {/* Thin ones are hard to hit. */}
      <rect className="hit" x={x - 4} y={y - 6} width={Math.max(w, 34) + 8} height={h + 54} />
      <rect className="outline" x={x} y={y} width={w} height={h} />
      {made > 0 && (
        <rect
          x={fromEnd ? x + w - there : x}
          y={y}
          width={there}
          height={h}
          fill={markColour(symbol)}
        />
      )}
      {long &&
        Array.from({ length: data.pieces - 1 }, (_, i) => (
          <line
            // Pieces have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            className="cut"
            x1={x + slice * (i + 1)}
            x2={x + slice * (i + 1)}
            y1={y}
            y2={floor}
          />
        ))}
      {lit && (
        <rect
          className="lit"
          x={(long ? x + slice * data.piece : x) - 1.5}
          y={y - 1.5}
          width={(long ? slice : w) + 3}
          height={h + 3}
        />
      )}
      {pointed && <rect className="lit" x={x - 3} y={y - 3} width={w + 6} height={h + 6} />}
      <text className="math" x={x} y={floor + 17} fill={symbolColour(symbol)}>
        {letter}
      </text>
      <text className="tick axes" x={x} y={floor + 30}>
        {axes}
      </text>
      <text className="tick" x={x} y={floor + 44}>
        {note}
      </text>
    </g>
  );
}

interface TileProps {
  tile: BoardTile;
  data: BoardProps['data'];
  at: FlatLayout;
  index: number;
  count: number;
}

function Tile({ tile, data, at, index, count }: TileProps) {
  const { x, floor, most, step } = at.tile(tile.place, index, count);
  const h = Math.min(most, tallness(tile.shape, data, at.layer));
  return (
    <g
      className={tile.stays ? 'tile stays' : 'tile'}
      style={{ transform: `translate(${x}px, ${floor}px)` }}
    >
      <rect y={-h} width={at.tileWidth} height={h} fill={markColour(tile.symbol)} />
      <text
        className={step < 20 ? 'math small' : 'math'}
        x={at.tileWidth / 2}
        y={-h - 5}
        fill={symbolColour(tile.symbol)}
      >
        {tile.letter}
      </text>
    </g>
  );
}

/** Which way the pieces go. */
function Flow({ way, bridge }: { way: 'in' | 'out' | null; bridge: FlatLayout['bridge'] }) {
  if (!way) return null;
  const y = bridge.y + bridge.height / 2;
  const [from, to] = [bridge.x + 10, bridge.x + bridge.width - 10];
  const [tail, head, back] = way === 'in' ? [from, to, -1] : [to, from, 1];
  return (
    <path
      className="flow"
      d={`M${tail} ${y}H${head}m${7 * back} -4l${-7 * back} 4l${7 * back} 4`}
    />
  );
}

interface CoresProps {
  cores: FlatLayout['cores'];
  busy: boolean;
  name: string;
  note: string;
}

/** The arithmetic: a few of its many units. */
function Cores({ cores, busy, name, note }: CoresProps) {
  const { x, y, width, height } = cores;
  const side = Math.min(10, width / 4);
  const columns = Math.max(1, Math.floor((width - 8) / (side + 4)));
  const rows = Math.floor(height / (side + 4));
  return (
    <g className={busy ? 'cores busy' : 'cores'}>
      {Array.from({ length: rows * columns }, (_, i) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          x={x + 6 + (i % columns) * (side + 4)}
          y={y + Math.floor(i / columns) * (side + 4)}
          width={side}
          height={side}
        />
      ))}
      <text className="region" x={x + width} y={y - 8} textAnchor="end">
        {name}
      </text>
      <text className="way-name" x={x + width} y={y + height + 31} textAnchor="end">
        {note}
      </text>
    </g>
  );
}
