import { count, fixed } from '../../../viz/format';
import { Tex } from '../../../viz/Tex';
import { Rich } from '../../frame/Rich';
import { useApp } from '../../store/store';
import { compare } from './derive';
import { presetSizes } from './presets';
import { BYTES } from './sizes';
import { useMemoryView } from './view';
import { words as sceneWords } from './words';
import { bytesText, timesText } from './write';

/** What to take away, of the loaded model. */
export function Lead() {
  const model = useApp((s) => s.model);
  const { ratio } = compare('forward', presetSizes('model', model, 0));
  return <Rich text={sceneWords.use().lead(timesText(ratio))} />;
}

/** Both ways' bytes as they grow, with their numbers. */
export function Formula() {
  const words = sceneWords.use();
  const { sizes, pass } = useMemoryView();
  const { unfused, fused, ratio } = compare(pass, sizes);
  const { L, E, N, batch, dtype } = sizes;
  return (
    <div className="memory-formula">
      <p className="formula-place num">
        {words.place} <b>L</b> = {count(L)}, <b>E</b> = {count(E)}, <b>N</b> = {N}
        {batch > 1 && (
          <>
            , {words.controls.batchName} {batch}
          </>
        )}
        , {BYTES[dtype]} B
      </p>
      <dl className="num">
        <div>
          <dt>{words.formula.unfused}</dt>
          <dd>
            {pass === 'forward' && <Tex tex="6LEN{+}5LE{+}\ldots" />}
            <b>{bytesText(unfused.bytes)}</b>
          </dd>
        </div>
        <div>
          <dt>{words.formula.fused}</dt>
          <dd>
            {pass === 'forward' && <Tex tex="4LE{+}2LN{+}\ldots" />}
            <b>{bytesText(fused.bytes)}</b>
          </dd>
        </div>
        <div className="ratio">
          <dt>{words.formula.ratio}</dt>
          <dd>
            <b>{timesText(ratio)}</b>
          </dd>
        </div>
      </dl>
      <p className="memory-note num">
        {pass === 'forward'
          ? words.formula.grow(fixed((6 * N + 5) / 4, 1))
          : words.formula.training}
      </p>
    </div>
  );
}
