import { fixed } from '../../../viz/format';
import { useApp } from '../../store/store';
import { scientific, TOLERANCE, type WayName, type Worked } from './derive';
import { useView, type Place } from './view';
import { words as sceneWords } from './words';

const WAYS: readonly WayName[] = ['matrix', 'chunks', 'recurrence'];

/** The same y by the matrix, by chunks and by the recurrence, against what the model gave. */
export function Ways({ worked, place }: { worked: Worked; place: Place }) {
  const words = sceneWords.use().ways;
  const device = useApp((s) => s.device?.kind ?? 'cpu');
  const { chunkSize } = useView();
  const { ways, model, incoming, stretch } = worked;
  const { headDim: P } = stretch.run;
  if (!incoming) return <p className="du-note">{words.unknown}</p>;
  const at = place.i * P + place.p;
  const size = model.reduce((most, v) => Math.max(most, Math.abs(v)), 1);
  const worst = Math.max(...WAYS.map((way) => ways[way].apart));
  const name = { ...words, chunks: words.chunks(chunkSize) };
  return (
    <div className="du-ways">
      <table className="num">
        <caption>{words.heading}</caption>
        <thead>
          <tr>
            <th scope="col" className="hidden-cell">
              <span className="hidden">{words.way}</span>
            </th>
            <th scope="col">{words.here}</th>
            <th scope="col">{words.off}</th>
          </tr>
        </thead>
        <tbody>
          {WAYS.map((way) => (
            <tr key={way}>
              <th scope="row">{name[way]}</th>
              <td>{fixed(ways[way].y[at], 5)}</td>
              <td className="off">{scientific(ways[way].apart)}</td>
            </tr>
          ))}
          <tr className="model">
            <th scope="row">{words.model}</th>
            <td>{fixed(model[at], 5)}</td>
            <td className="off">–</td>
          </tr>
        </tbody>
      </table>
      <p className="verdict">{worst <= TOLERANCE[device] * size ? words.agree : words.apart}</p>
      <p>{words.caption(worked.mixing.size, P)}</p>
    </div>
  );
}
