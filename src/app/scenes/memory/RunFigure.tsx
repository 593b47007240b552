import type { BenchResult } from '../../../engine/bench/types';
import { count } from '../../../viz/format';
import { Figure } from '../../frame/Figure';
import { useTapeLayout } from '../../frame/useTape';
import { useText } from '../../text';
import { askedBytes, askedTotal } from './asked';
import { totals, type Way } from './kernels';
import { useOwnScan, type OwnScan } from './useOwnScan';
import { useMemoryView, type Measured } from './view';
import { words as sceneWords } from './words';
import { bytesText, timesText, timeText } from './write';

/** Seconds of one run; null if it was not timed. */
export const secondsOf = (result: BenchResult | null): number | null =>
  result?.state === 'done' ? result.timing.microseconds / 1e6 : null;

/** Both ways run on the reader's device, beside what was predicted. */
export function RunFigure() {
  const words = sceneWords.use().run;
  const { geometry: g } = useTapeLayout();
  const { measured } = useMemoryView();
  const own = useOwnScan();
  return (
    <Figure title={words.heading} className="run-figure">
      <div style={{ marginLeft: g.narrow ? g.x0 : 20, marginRight: g.narrow ? g.x0 : 20 }}>
        <p className="memory-note">{own.device === 'cpu' ? words.cpu : words.gpu}</p>
        <RunControls own={own} />
        {measured && <Results measured={measured} />}
        <p className="memory-note">{words.official}</p>
      </div>
    </Figure>
  );
}

function RunControls({ own }: { own: OwnScan }) {
  const words = sceneWords.use().run;
  const { measured } = useMemoryView();
  const { state } = own;
  const running = typeof state === 'object' && 'step' in state ? state : null;
  const name = running && running.step in words.steps ? running.step : running?.step.split('.')[1];
  const said = name ? words.steps[name as keyof typeof words.steps] : '';
  return (
    <div className="run-controls">
      {running ? (
        <button type="button" className="solid" onClick={own.stop}>
          {words.stop}
        </button>
      ) : (
        <button type="button" className="solid" disabled={own.device === null} onClick={own.run}>
          {measured ? words.again : words.button}
        </button>
      )}
      {running && <progress aria-label={words.running} value={running.done} max={running.of} />}
      <span role="status">
        {running ? `${words.running} ${said}` : state === 'stopped' ? words.stopped : ''}
      </span>
      {typeof state === 'object' && 'problem' in state && (
        <p role="alert">
          {words.problem} {state.problem}
        </p>
      )}
    </div>
  );
}

/** Why there is no time; null if there is one. */
function instead(result: BenchResult, words: ReturnType<typeof sceneWords.use>['run']): string {
  switch (result.state) {
    case 'slow':
      return words.slow(count(result.seconds));
    case 'memory':
      return words.memory(bytesText(result.needs));
    case 'wrong':
      return words.wrong;
    default:
      return words.failed;
  }
}

function Results({ measured }: { measured: Measured }) {
  const text = useText();
  const words = sceneWords.use().run;
  const { sizes } = useMemoryView();
  const { device, sizes: ran, copy } = measured;
  const [fast, slow] = [secondsOf(measured.fused), secondsOf(measured.unfused)];
  const gpu = device.kind === 'webgpu';
  const bytesOf = (way: Way): number => totals(way, 'forward', ran).bytes;
  const asks = (way: Way): number => askedTotal(askedBytes(way, ran, device.software === true));
  const same =
    ran.E === sizes.E && ran.N === sizes.N && ran.batch === sizes.batch && ran.L <= sizes.L;
  return (
    <>
      <table className="run-table num">
        <caption>
          {words.ran}: {gpu ? text.device.webgpu(device.name) : text.device.cpu('TypeScript')}; L{' '}
          {count(ran.L)}, E {count(ran.E)}, N {ran.N}
          {ran.batch > 1 && `, × ${ran.batch}`}
        </caption>
        <thead>
          <tr>
            {(gpu
              ? (['way', 'bytes', 'asked', 'time', 'rate'] as const)
              : (['way', 'bytes', 'time', 'rate'] as const)
            ).map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['unfused', 'fused'] as const).map((way) => {
            const result = measured[way];
            const seconds = secondsOf(result);
            return (
              <tr key={way}>
                <th scope="row">{words.rows[way]}</th>
                <td>{bytesText(bytesOf(way))}</td>
                {gpu && <td>{bytesText(asks(way))}</td>}
                {seconds === null ? (
                  <td colSpan={2}>{instead(result, words)}</td>
                ) : (
                  <>
                    <td>{timeText(seconds)}</td>
                    <td>{bytesText(bytesOf(way) / seconds)}</td>
                  </>
                )}
              </tr>
            );
          })}
          {copy?.state === 'done' && copy.bytes && (
            <tr className="copy">
              <th scope="row">{words.rows.copy}</th>
              <td>{bytesText(copy.bytes.least)}</td>
              <td>{bytesText(copy.bytes.asked)}</td>
              <td>{timeText(copy.timing.microseconds / 1e6)}</td>
              <td>{bytesText(1e6 * (copy.bytes.least / copy.timing.microseconds))}</td>
            </tr>
          )}
          {fast !== null && slow !== null && (
            <tr className="ratio">
              <th scope="row">{words.ratio}</th>
              <td>{timesText(bytesOf('unfused') / bytesOf('fused'))}</td>
              {gpu && <td>{timesText(asks('unfused') / asks('fused'))}</td>}
              <td>{timesText(slow / fast)}</td>
              <td>–</td>
            </tr>
          )}
        </tbody>
      </table>
      {ran.L < sizes.L && same && (
        <p className="memory-note">{words.cut(count(ran.L), count(sizes.L))}</p>
      )}
      {!same && <p className="memory-note">{words.other}</p>}
      {device.software && <p className="memory-note">{words.software}</p>}
      {gpu && <p className="memory-note">{words.note}</p>}
      <p className="hidden" role="status">
        {fast !== null && slow !== null ? words.done(timesText(slow / fast)) : ''}
      </p>
    </>
  );
}
