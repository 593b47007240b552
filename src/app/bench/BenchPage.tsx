import { useEffect, useRef, useState } from 'react';
import { ANCHOR_DEVICE } from '../../engine/bench/anchors';
import type { BenchReport } from '../../engine/bench/types';
import { DeviceBadge } from '../frame/DeviceBadge';
import { FullScreen } from '../frame/FullScreen';
import { Index } from '../frame/Index';
import { SCENES_AT } from '../frame/place';
import { Skip } from '../frame/Skip';
import { Status } from '../frame/Status';
import { ThemeSwitch } from '../frame/ThemeSwitch';
import { useGoTo } from '../frame/useGoTo';
import { useText } from '../text';
import { BenchControls } from './BenchControls';
import { BenchTable } from './BenchTable';
import { spoken } from './figures';
import { useHasGpu } from './useHasGpu';
import { useBench, type Bench, type Choice } from './useBench';
import './bench.css';

/** The benchmark as a page: the same measurements as `npm run bench`, on the reader's own device. */
export default function BenchPage() {
  const text = useText();
  const words = text.bench;
  const goTo = useGoTo();
  const hasGpu = useHasGpu();
  const [chosen, setChoice] = useState<Choice>({ quick: true, device: 'webgpu' });
  const choice: Choice = hasGpu === false ? { ...chosen, device: 'cpu' } : chosen;
  const bench = useBench(choice);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="app bench-app">
      <Skip />
      <header className="bar">
        <h1>{text.name}</h1>
        <a className="plain" href={SCENES_AT}>
          {words.back}
        </a>
        {/* While it runs, the model waits its turn: nothing of that is worth a progress bar. */}
        {bench.state === 'running' ? <div className="status" /> : <Status />}
        <div className="right">
          <DeviceBadge />
          <ThemeSwitch />
          <FullScreen />
        </div>
      </header>
      <Index
        current={null}
        onChoose={(id) => {
          goTo(id);
          location.hash = SCENES_AT;
        }}
      />
      <main id="figure" className="bench" tabIndex={-1}>
        <h2 ref={heading} className="lead" tabIndex={-1}>
          {words.lead}
        </h2>
        <p>{words.about}</p>
        {hasGpu === false && <p className="cap">{words.noGpu}</p>}
        <BenchControls bench={bench} choice={choice} onChoose={setChoice} hasGpu={hasGpu} />
        <Trouble bench={bench} choice={choice} onChoose={setChoice} />
        <BenchTable cases={bench.cases} results={bench.results} current={bench.current} />
        {bench.report && <Take report={bench.report} />}
        <div className="cap notes">
          {bench.devices.map(({ kind, name }) => (
            <p key={kind}>
              {kind === 'cpu' ? `${text.device.cpu} · ${name}` : text.device.webgpu(name)}
            </p>
          ))}
          {words.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <p>{words.official(ANCHOR_DEVICE)}</p>
        </div>
      </main>
      <Announce bench={bench} />
    </div>
  );
}

/** What stopped the whole run, and what can be done about it. */
function Trouble({
  bench,
  choice,
  onChoose,
}: {
  bench: Bench;
  choice: Choice;
  onChoose(choice: Choice): void;
}) {
  const words = useText().bench;
  if (typeof bench.state === 'string') return null;
  const cpu = { ...choice, device: 'cpu' } as const;
  return (
    <div role="alert" className="trouble">
      <strong>{words.problem}</strong>
      <p>{bench.state.problem}</p>
      {choice.device === 'webgpu' && (
        <button
          type="button"
          className="plain"
          onClick={() => {
            onChoose(cpu);
            void bench.run(cpu);
          }}
        >
          {words.tryCpu}
        </button>
      )}
    </div>
  );
}

/** The results to take along. */
function Take({ report }: { report: BenchReport }) {
  const words = useText().bench;
  const [said, setSaid] = useState('');
  const json = (): string => `${JSON.stringify(report, null, 2)}\n`;
  const copy = () =>
    navigator.clipboard.writeText(json()).then(
      () => setSaid(words.copied),
      () => setSaid(words.notCopied),
    );
  const download = () => {
    const url = URL.createObjectURL(new Blob([json()], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = words.file;
    link.click();
    // The browser takes its copy in a later task.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  return (
    <div className="row take">
      <button type="button" className="plain" onClick={() => void copy()}>
        {words.copyJson}
      </button>
      <button type="button" className="plain" onClick={download}>
        {words.download}
      </button>
      <small role="status">{said}</small>
    </div>
  );
}

/** Says each result as it comes, and the end. */
function Announce({ bench: { state, results, cases } }: { bench: Bench }) {
  const words = useText().bench;
  const last = [...results.values()].at(-1);
  const end =
    state === 'finished' ? words.finished(cases.length) : state === 'stopped' ? words.stopped : '';
  return (
    <p className="hidden" role="status">
      {end || (last ? spoken(last, words) : state === 'running' ? words.starting : '')}
    </p>
  );
}
