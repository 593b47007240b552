import { useMemo } from 'react';
import { count, factor } from '../../../viz/format';
import { Underflow } from '../../../viz/matrix/Underflow';
import { Figure } from '../../frame/Figure';
import { useTapeLayout } from '../../frame/useTape';
import { scientific, type Worked } from './derive';
import { repeated, stabilityOf, tellingLength, type Stability } from './segsum';
import { words as sceneWords } from './words';

const WAYS = ['ratio', 'maskLate', 'difference', 'segment'] as const;

/** The naive ways to L fail on a long text, where the segment sum holds: on the head's own decays. */
export function Segsum({ worked }: { worked: Worked }) {
  const words = sceneWords.use().segsum;
  const { geometry: g } = useTapeLayout();
  const { logDecay, size } = worked.mixing;
  const stability = useMemo(
    () => stabilityOf(repeated(logDecay, tellingLength(logDecay))),
    [logDecay],
  );
  const { length, dies } = stability;
  const x0 = g.narrow ? g.x0 : 20;
  const died = dies === null ? null : count(dies + 1);
  return (
    <Figure title={words.heading} className="du-segsum">
      <p className="du-say num" style={{ marginLeft: g.x0 }}>
        {words.said(count(length), size, factor(length / size))}{' '}
        {dies === null && words.fine(count(length))}
      </p>
      <div style={{ marginLeft: x0 }}>
        <Underflow
          width={g.right - x0}
          products={stability.products}
          dies={dies}
          ratio={stability.ratio}
          truth={stability.decays}
          own={size}
          words={{ ...words, dies: words.dies(died ?? '') }}
          summary={words.summary(count(length), died)}
        />
      </div>
      <Table stability={stability} />
      <p className="du-note" style={{ marginLeft: g.x0 }}>
        {words.note}
      </p>
    </Figure>
  );
}

function Table({ stability }: { stability: Stability }) {
  const words = sceneWords.use().segsum;
  const { geometry: g } = useTapeLayout();
  const { ways, length } = stability;
  return (
    <div className="du-scroll" style={{ marginLeft: g.x0 }}>
      <table className="du-table num">
        <thead>
          <tr>
            <th scope="col">{words.table.way}</th>
            <th scope="col">{words.table.broken}</th>
            <th scope="col">{words.table.error}</th>
          </tr>
        </thead>
        <tbody>
          {WAYS.map((way) => {
            const { broken, error } = ways[way];
            return (
              <tr key={way} className={broken > 0 ? 'broken' : undefined}>
                <th scope="row">{words.table[way]}</th>
                <td>{broken > 0 ? words.some(count(broken), count(length ** 2)) : words.none}</td>
                <td>{error === null ? words.noError : scientific(error)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
