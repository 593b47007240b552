import { FormulaGrid } from '../../../viz/formula/FormulaGrid';
import { fixed } from '../../../viz/format';
import { Legend } from '../../../viz/heat/Legend';
import { legendOf } from '../../../viz/heat/scale';
import { symbolClass } from '../../../viz/Sym';
import { Tex } from '../../../viz/Tex';
import type { Place } from './derive';
import { equationOf } from './equations';
import type { Numbers } from './numbers';
import type { Part } from './parts';
import { Taps } from './Taps';
import { chosenColumn, rangeOf, type Lines } from './tensors';
import { words as sceneWords } from './words';

interface OpenPartProps {
  id: string;
  part: Part;
  lines: Lines;
  numbers: Numbers;
  place: Place;
}

/** Formulas shown at once; the others answer to the pointer. */
const MOST = 2;

/** What an open part says: what it does, its operation for the chosen channel, the range of its numbers. */
export function OpenPart({ id, part, lines, numbers, place }: OpenPartProps) {
  const words = sceneWords.use();
  const tensors = lines.flat();
  const reads = part.mixesTime ? '' : words.reads[part.reads];
  return (
    <div id={id} className="part-open">
      <p className="part-about">
        {words.about(numbers.model.kind, part.id)} {part.id !== 'residual' && reads}
      </p>
      <div className="part-operation">
        {part.id === 'conv' ? (
          <Taps numbers={numbers} channel={place.channel} />
        ) : (
          <div className="part-formulas">
            {tensors.slice(0, MOST).map((tensor) => {
              const column = chosenColumn(tensor, place);
              const row = tensor.rows > 1 ? place.state : 0;
              const equation = equationOf(numbers, tensor.id, column, row, words.equation);
              if (!equation) return null;
              return (
                <FormulaGrid
                  key={tensor.id}
                  place={null}
                  parts={[equation.left, { op: '=' }, ...equation.right]}
                  rows={words.rows}
                />
              );
            })}
          </div>
        )}
        <p className="part-ranges num">
          {tensors.slice(0, MOST).map((tensor) => {
            const range = rangeOf(tensor.numbers.yours);
            return (
              <span key={tensor.id}>
                <span className={tensor.symbol && symbolClass(tensor.symbol)}>
                  <Tex tex={tensor.tex} />
                </span>{' '}
                {range && words.range(fixed(range.least), fixed(range.most))}{' '}
                <Legend {...legendOf(tensor.scale)} />
              </span>
            );
          })}
        </p>
      </div>
    </div>
  );
}
