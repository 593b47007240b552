import { useMemo } from 'react';
import { percent } from '../../../viz/format';
import { Figure } from '../../frame/Figure';
import { useTapeLayout } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { askedBytes, askedTotal } from './asked';
import { kernelBytes, kernelOps, kernelsOf, totals, type Way } from './kernels';
import { Letters } from './Pseudo';
import { BYTES } from './sizes';
import { useMemoryView } from './view';
import { words as sceneWords } from './words';
import { bytesText, opsText } from './write';

/** Both ways, kernel by kernel: what comes in and goes out, in tensors and bytes. */
export function Ledger() {
  const words = sceneWords.use().ledger;
  const { geometry: g } = useTapeLayout();
  const left = g.narrow ? g.x0 : 20;
  return (
    <Figure title={words.heading} className="ledger-figure">
      <div className="ledgers" style={{ marginLeft: left, width: g.right - left }}>
        <Way way="unfused" />
        <Way way="fused" />
        <p className="memory-note">{words.small}</p>
      </div>
    </Figure>
  );
}

function Way({ way }: { way: Way }) {
  const scene = sceneWords.use();
  const words = scene.ledger;
  const { pass, sizes } = useMemoryView();
  const software = useApp((s) => s.device?.software === true);
  const asked = useMemo(() => askedBytes(way, sizes, software), [way, sizes, software]);
  const all = totals(way, pass, sizes);
  const chunks = asked.find(({ shader }) => shader === 'selectiveScanChunk');
  // The chunks' states, and A once more, beside Δ and its sums.
  const states = chunks
    ? (chunks.written - BYTES.f32 * sizes.batch * sizes.L * sizes.E) /
      (BYTES.f32 * sizes.batch * sizes.L * sizes.E * sizes.N)
    : 0;
  return (
    <>
      <table className="ledger num">
        <caption>{scene.board.ways[way]}</caption>
        <thead>
          <tr>
            <th scope="col">{words.kernel}</th>
            <th scope="col">{words.reads}</th>
            <th scope="col">{words.writes}</th>
            <th scope="col">{words.bytes}</th>
            <th scope="col">{words.ops}</th>
          </tr>
        </thead>
        <tbody>
          {kernelsOf(way, pass).map((kernel) => {
            const { read, written } = kernelBytes(kernel, sizes);
            return (
              <tr key={kernel.id}>
                <th scope="row">{scene.kernels[kernel.id]}</th>
                <td>
                  <Letters names={kernel.reads} /> {bytesText(read)}
                </td>
                <td>
                  <Letters names={kernel.writes} /> {bytesText(written)}
                </td>
                <td>{bytesText(read + written)}</td>
                <td>{opsText(kernelOps(kernel, sizes))}</td>
              </tr>
            );
          })}
          <tr className="total">
            <th scope="row">{words.total}</th>
            <td>{bytesText(all.read)}</td>
            <td>{bytesText(all.written)}</td>
            <td>{bytesText(all.bytes)}</td>
            <td>{opsText(all.ops)}</td>
          </tr>
        </tbody>
      </table>
      {pass === 'forward' && (
        <p className="memory-note num">
          {words.asked(
            asked.map((k) => `${k.shader} ${bytesText(k.read + k.written)}`).join(', '),
            bytesText(askedTotal(asked)),
          )}{' '}
          {chunks && words.pieces(percent(states))}
        </p>
      )}
    </>
  );
}
