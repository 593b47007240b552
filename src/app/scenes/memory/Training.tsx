import { percent } from '../../../viz/format';
import { Rich } from '../../frame/Rich';
import { Figure } from '../../frame/Figure';
import { useTapeLayout } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { keptBytes, totals } from './kernels';
import { presetLayers } from './presets';
import { useMemoryView } from './view';
import { words as sceneWords } from './words';
import { bytesText } from './write';

/** What waits in HBM between forward and backward, stored or recomputed; and the trick's other use. */
export function Training() {
  const words = sceneWords.use().training;
  const { sizes, preset } = useMemoryView();
  const model = useApp((s) => s.model);
  const { geometry: g } = useTapeLayout();
  const left = g.narrow ? g.x0 : 20;
  const kept = { stored: keptBytes('unfused', sizes), recomputed: keptBytes('fused', sizes) };
  const most = kept.stored.inputs + kept.stored.intermediate;
  const layers = presetLayers(preset, model);
  const more =
    totals('fused', 'training', sizes).ops / totals('unfused', 'training', sizes).ops - 1;
  const saved = kept.stored.intermediate - kept.recomputed.intermediate;
  const { flashRows, flashNames } = words;
  return (
    <Figure title={words.heading} className="training-figure">
      <div style={{ marginLeft: left, width: g.right - left }}>
        <dl className="kept num">
          {(['stored', 'recomputed'] as const).map((way) => {
            const { inputs, intermediate } = kept[way];
            return (
              <div key={way}>
                <dt>{words[way]}</dt>
                <dd>
                  <i className="inputs" style={{ width: `${(70 * inputs) / most}%` }} />
                  <i className="states" style={{ width: `${(70 * intermediate) / most}%` }} />
                  <b>{bytesText(inputs + intermediate)}</b>
                </dd>
              </div>
            );
          })}
        </dl>
        <p className="kept-legend">
          <span className="inputs">{words.inputs}</span>
          <span className="states">{words.intermediate}</span>
        </p>
        <p className="kept-said num">
          <Rich
            text={words.saved(bytesText(saved), layers, bytesText(layers * saved), percent(more))}
          />{' '}
          <small>{words.note}</small>
        </p>
        <table className="flash">
          <caption>{words.flash}</caption>
          <thead>
            <tr>
              <th scope="col">{words.of}</th>
              {flashRows.what.map((what) => (
                <th key={what} scope="col">
                  {what}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(['attention', 'mamba'] as const).map((name) => (
              <tr key={name}>
                <th scope="row">{flashNames[name]}</th>
                {flashRows[name].map((cell) => (
                  <td key={cell}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  );
}
