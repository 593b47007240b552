import { memo, useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { HeatCanvas } from '../../../viz/heat/HeatCanvas';
import type { Cells } from '../../../viz/hover/cells';
import { cellIndex, cellPlace, gridGeometry } from '../../../viz/hover/geometry';
import { HoverFigure } from '../../../viz/hover/HoverFigure';
import { symbolClass } from '../../../viz/Sym';
import { Tex } from '../../../viz/Tex';
import { usePalette } from '../../../viz/usePalette';
import { wordName } from '../../frame/wordName';
import { useActions, useApp } from '../../store/store';
import { useText } from '../../text';
import type { SpansOf } from './columns';
import type { Place } from './derive';
import { equationOf } from './equations';
import { useBlock } from './focus';
import type { Numbers, Side } from './numbers';
import { PairText } from './PairText';
import { chosenColumn, numberOf, rangeOf, type TensorView } from './tensors';
import { words as sceneWords } from './words';

interface TensorStripProps {
  tensor: TensorView;
  numbers: Numbers;
  place: Place;
  spansOf: SpansOf;
  isOpen: boolean;
  narrow: boolean;
  /** What is other than in Mamba; null if nothing. */
  change: string | null;
}

/** Px that a shape in letters and numbers needs beside its symbol. */
const LETTERS = 136;

const heightOf = ({ rows }: TensorView, isOpen: boolean): number =>
  rows > 1 ? (isOpen ? 96 : 30) : isOpen ? 24 : 10;

/** All values of a tensor at the selected word: its name and shape, the chosen number, and the picture. */
export const TensorStrip = memo(function TensorStrip(props: TensorStripProps) {
  const { tensor, place, spansOf, isOpen, change, narrow } = props;
  const words = sceneWords.use();
  const name = words.tensors[tensor.id];
  const row = tensor.rows > 1 ? place.state : 0;
  const column = chosenColumn(tensor, place);
  const chosen = numberOf(tensor, column, row);
  const spans = spansOf(tensor);
  const last = spans.at(-1);
  const width = last ? Math.round(Math.max(...spans.map((s) => s.x + s.width))) : 0;
  const pictures: Side[] = isOpen && tensor.numbers.before ? ['before', 'yours'] : ['yours'];
  const placeName = usePlaceName(tensor, column, row);
  return (
    <div className="tensor" style={{ width: tensor.share < 0.5 ? width : undefined }}>
      <p className="tensor-caption num">
        <span className={tensor.symbol && symbolClass(tensor.symbol)}>
          <Tex tex={tensor.tex} />
        </span>{' '}
        {tensor.share >= 0.5 && <span className="tensor-name">{name}</span>}{' '}
        <span className="tensor-shape">
          {narrow || width < LETTERS
            ? tensor.shape.numbers
            : words.shape(tensor.shape.letters, tensor.shape.numbers)}
        </span>
        {change && <span className="tensor-change">{change}</span>}
        {tensor.share >= 0.5 && (
          <span className="tensor-value">
            {!narrow && <span className="tensor-place">{placeName}</span>}{' '}
            <PairText pair={chosen} />
          </span>
        )}
      </p>
      {pictures.map((side) => (
        <Picture
          key={side}
          {...props}
          {...{ side, spans, width, column, row }}
          height={heightOf(tensor, isOpen)}
          labelled={pictures.length > 1}
        />
      ))}
    </div>
  );
});

/** Where a number of a tensor stands, in words. */
function usePlaceName(tensor: TensorView, column: number, row: number): string {
  const words = sceneWords.use();
  if (tensor.columns === 'model') return words.dimension(column);
  if (tensor.columns === 'states') return words.stateOf(column);
  if (tensor.columns === 'heads') return words.head(column);
  return tensor.rows > 1 ? words.channelState(column, row) : words.channel(column);
}

interface PictureProps extends TensorStripProps {
  side: Side;
  spans: ReturnType<SpansOf>;
  width: number;
  height: number;
  column: number;
  row: number;
  /** True if before and yours stand above one another. */
  labelled: boolean;
}

/** The heat strip itself, which answers to the pointer, and opened to the keyboard. */
function Picture(props: PictureProps) {
  const { tensor, numbers, side, spans, width, height, column, row, isOpen, labelled } = props;
  const words = sceneWords.use();
  const text = useText();
  const actions = useActions();
  const palette = usePalette();
  const { setDimension } = useBlock();
  const word = useApp((s) => wordName(s.yours.tokens[numbers.token]?.text ?? '', text));
  const { rows, columns, id } = tensor;
  const values = tensor.numbers[side];
  const value = useMemo(
    () => (r: number, c: number) => values?.[c * rows + r] ?? 0,
    [values, rows],
  );
  const range = rangeOf(values);
  const chosen = values?.[column * rows + row];
  const where = usePlaceName(tensor, column, row);
  const summary = words.picture(
    labelled ? `${words.tensors[id]}, ${words.column[side]}` : words.tensors[id],
    words.shape(tensor.shape.letters, tensor.shape.numbers),
    range ? words.range(fixed(range.least), fixed(range.most)) : words.waiting,
    `${where}: ${chosen === undefined ? words.waiting : fixed(chosen, 3)}`,
  );
  const headDim = numbers.model.heads?.headDim ?? 1;
  const cells = useMemo<Cells>(() => {
    const geometry = gridGeometry({ rows, spans, top: 0, height });
    return {
      id: `block-${id}-${side}`,
      label: words.tensors[id],
      // Closed, the parts alone are stops of the keyboard.
      geometry: isOpen ? geometry : { ...geometry, first: null },
      start: isOpen ? cellIndex(rows, row, column) : undefined,
      describe(index) {
        const at = cellPlace(rows, index);
        const equation = equationOf(numbers, id, at.column, at.row, words.equation);
        const pair = numberOf(tensor, at.column, at.row);
        const here =
          columns === 'model'
            ? words.dimension(at.column)
            : columns === 'states'
              ? words.stateOf(at.column)
              : columns === 'heads'
                ? words.head(at.column)
                : rows > 1
                  ? words.channelState(at.column, at.row)
                  : words.channel(at.column);
        return {
          place: `${word}, ${here}`,
          term: equation?.left ?? {
            tex: tensor.tex,
            value: pair.yours,
            ...(pair.before === null ? {} : { before: pair.before }),
            digits: 3,
            say: words.tensors[id],
          },
          operands: equation?.right,
        };
      },
      onSelect(index) {
        const at = cellPlace(rows, index);
        if (columns === 'model') setDimension(at.column);
        else if (columns === 'states')
          actions.setChannel(props.place.channel, at.column % numbers.model.dState);
        else if (columns === 'heads') actions.setChannel(at.column * headDim, row);
        else actions.setChannel(at.column, rows > 1 ? at.row % numbers.model.dState : undefined);
      },
    };
  }, [
    rows,
    columns,
    spans,
    height,
    id,
    side,
    isOpen,
    row,
    column,
    numbers,
    tensor,
    words,
    word,
    actions,
    setDimension,
    props.place.channel,
    headDim,
  ]);
  const span = spans.find((s) => s.token === column);
  return (
    <div className={`picture ${side}`}>
      <HoverFigure cells={cells} style={{ width, height }}>
        <HeatCanvas
          {...{ rows, spans, value, palette, width, height, summary }}
          scale={tensor.scale}
        />
        {span && (
          <i
            className="chosen"
            style={{
              left: span.x + span.width / 2 - Math.max(4, span.width + 2) / 2,
              width: Math.max(4, span.width + 2),
            }}
          />
        )}
      </HoverFigure>
      {labelled && <span className={`picture-side ${side}`}>{words.column[side]}</span>}
    </div>
  );
}
