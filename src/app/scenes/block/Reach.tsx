import type { SpansOf } from './columns';
import type { BlockView, Place } from './derive';
import { chosenColumn, type TensorView } from './tensors';

interface ReachProps {
  view: BlockView;
  index: number;
  place: Place;
  spansOf: SpansOf;
  width: number;
}

/** Middle of a tensor's chosen column, px from the left edge of its picture. */
export function chosenAt(tensor: TensorView, place: Place, spansOf: SpansOf): number {
  const column = chosenColumn(tensor, place);
  const span = spansOf(tensor).find((s) => s.token === column);
  return span ? span.x + span.width / 2 : 0;
}

/** What the chosen number reads of the picture above it: its own channel, a line; all of them, a fan. */
export function Reach({ view, index, place, spansOf, width }: ReachProps) {
  const { part, lines } = view.parts[index];
  if (part.reads === 'none') return null;
  const above = view.parts.slice(0, index).findLast(({ lines: l }) => l.length > 0);
  const source = part.reads === 'all' && index > 0 ? above?.lines.at(-1)?.[0] : undefined;
  const x = chosenAt(lines[0][0], place, spansOf);
  return (
    <svg className="reach" aria-hidden="true" width={width} height={REACH_HEIGHT}>
      {source ? (
        <path d={`M0 0H${source.share * width}L${x} ${REACH_HEIGHT}Z`} />
      ) : (
        <line x1={x} x2={x} y1={0} y2={REACH_HEIGHT} />
      )}
    </svg>
  );
}

/** From the picture above to this one: block.css has the same. */
const REACH_HEIGHT = 28;
