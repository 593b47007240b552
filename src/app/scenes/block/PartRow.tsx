import { markColour } from '../../../viz/Sym';
import { useApp } from '../../store/store';
import type { SpansOf } from './columns';
import type { BlockView, Place } from './derive';
import { useBlock } from './focus';
import { boxOf, type BlockLayout } from './layout';
import { OpenPart } from './OpenPart';
import { Reach } from './Reach';
import { TensorStrip } from './TensorStrip';
import { Wires } from './Wires';
import { words as sceneWords } from './words';

interface PartRowProps {
  view: BlockView;
  item: BlockView['parts'][number];
  index: number;
  layout: BlockLayout;
  place: Place;
  spansOf: SpansOf;
  /** Px of E channels. */
  width: number;
}

/** One part: its box on the lines, its tensors beside it, and, opened, its operation below them. */
export function PartRow(props: PartRowProps) {
  const { view, item, index, layout, place, spansOf, width } = props;
  const words = sceneWords.use();
  const kind = useApp((s) => s.model.kind);
  const { open, toggle } = useBlock();
  const { part, lines } = item;
  const isOpen = open === part.id;
  const box = boxOf(layout, part);
  const style = { left: box.x, width: box.width };
  const change = words.change(kind, part.id);
  const classes = [part.mixesTime && 'time', isOpen && 'open'];
  const panel = `block-${part.id}`;
  const name = (layout.narrow ? words.shortNames : words.names)[part.id];
  return (
    <li className={`part ${classes.filter(Boolean).join(' ')}`}>
      <Wires {...{ view, index, layout }} />
      {part.id === 'xProj' && !part.absent && (
        <span
          className="across"
          aria-hidden="true"
          style={{
            left: layout.lane.main,
            width: box.x - layout.lane.main,
            '--hue': markColour('x'),
          }}
        />
      )}
      {!part.absent && (
        <button
          type="button"
          className="node"
          style={style}
          aria-expanded={isOpen}
          aria-controls={isOpen ? panel : undefined}
          aria-label={[words.names[part.id], change].filter(Boolean).join(': ')}
          onClick={() => toggle(part.id)}
        >
          {name}
        </button>
      )}
      <div className="part-body">
        {part.absent && (
          <p className="part-gone">
            <span className="tensor-change">{change}</span> {words.about(kind, part.id)}
          </p>
        )}
        {lines[0] && <Reach {...{ view, index, place, spansOf, width }} />}
        {lines.map((line, i) => (
          <div className="part-line" key={line[0].id}>
            {line.map((tensor) => (
              <TensorStrip
                key={tensor.id}
                {...{
                  tensor,
                  place,
                  spansOf,
                  isOpen,
                  numbers: view.numbersOf(tensor.id),
                  narrow: layout.narrow,
                }}
                change={i === 0 && tensor === line[0] ? change : null}
              />
            ))}
          </div>
        ))}
        {isOpen && !part.absent && (
          <OpenPart id={panel} part={part} lines={lines} numbers={view.numbers} place={place} />
        )}
      </div>
    </li>
  );
}
