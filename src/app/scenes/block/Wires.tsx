import { markColour } from '../../../viz/Sym';
import type { BlockView } from './derive';
import type { BlockLayout } from './layout';
import { MAIN_SYMBOL, type Lane, type PartId } from './parts';

interface WiresProps {
  view: BlockView;
  index: number;
  layout: BlockLayout;
}

function hueOf(lane: Lane, above: PartId | undefined): string | undefined {
  if (lane === 'B' || lane === 'C' || lane === 'z') return markColour(lane);
  if (lane === 'delta') return markColour('Delta');
  const symbol = lane === 'main' && above ? MAIN_SYMBOL[above] : undefined;
  return symbol && markColour(symbol);
}

/** The lines beside one part: down to its box, from it, or past it. */
export function Wires({ view, index, layout }: WiresProps) {
  const ids = view.parts.map(({ part }) => part.id);
  return view.wires.flatMap(({ lane, from, to }) => {
    const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
    const halves = [
      { half: 'upper', there: index > a && index <= b, above: ids[index - 1] },
      { half: 'lower', there: index >= a && index < b, above: ids[index] },
    ];
    return halves
      .filter(({ there }) => there)
      .map(({ half, above }) => (
        <span
          key={`${lane}${from}${half}`}
          className={`wire ${half}`}
          aria-hidden="true"
          style={{ left: layout.lane[lane], '--hue': hueOf(lane, above) }}
        >
          <i />
        </span>
      ));
  });
}
