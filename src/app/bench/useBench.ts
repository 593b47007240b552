import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { casesFor } from '../../engine/bench/cases';
import type {
  BenchCase,
  BenchEvent,
  BenchOptions,
  BenchReport,
  BenchResult,
} from '../../engine/bench/types';
import type { DeviceInfo } from '../../engine/types';
import { MODEL_NAMES } from '../driver/models';
import { useActions } from '../store/store';

export type Choice = Required<Pick<BenchOptions, 'quick' | 'device'>>;

/** Where a run stands. */
export type RunState = 'none' | 'running' | 'finished' | 'stopped' | { problem: string };

export interface Bench {
  /** The lines of this choice, or of the run whose results are shown. */
  cases: readonly BenchCase[];
  results: ReadonlyMap<string, BenchResult>;
  /** The line that is being measured. */
  current: string | null;
  devices: readonly DeviceInfo[];
  state: RunState;
  /** The whole as JSON, once there is anything. */
  report: BenchReport | null;
  run(choice: Choice): Promise<void>;
  stop(): void;
}

interface Progress {
  results: readonly BenchResult[];
  current: string | null;
  devices: readonly DeviceInfo[];
}

const NOTHING: Progress = { results: [], current: null, devices: [] };

function follow(progress: Progress, event: BenchEvent): Progress {
  switch (event.kind) {
    case 'plan':
      return progress;
    case 'started':
      return { ...progress, current: event.id };
    case 'device':
      return { ...progress, devices: [...progress.devices, event.device] };
    case 'result':
      return { ...progress, results: [...progress.results, event.result] };
  }
}

/** The benchmark as the page shows it. Leaving the page stops it. */
export function useBench(choice: Choice): Bench {
  const actions = useActions();
  const [progress, setProgress] = useState(NOTHING);
  const [state, setState] = useState<RunState>('none');
  const [ran, setRan] = useState<Choice | null>(null);
  // Events come on a channel of their own: those of an earlier run may still be on their way.
  const latest = useRef(0);
  const [begun, setBegun] = useState('');
  useEffect(
    () => () => {
      latest.current++;
      actions.stopBench();
    },
    [actions],
  );

  const run = useCallback(
    async (wanted: Choice) => {
      const mine = ++latest.current;
      setProgress(NOTHING);
      setRan(wanted);
      setState('running');
      setBegun(new Date().toISOString());
      const result = await actions.bench(wanted, (event) => {
        if (mine === latest.current) setProgress((now) => follow(now, event));
      });
      if (mine !== latest.current) return;
      setProgress((now) => ({ ...now, current: null }));
      if (result.ok) setState('finished');
      else if (result.problem.kind === 'cancelled') setState('stopped');
      else setState({ problem: result.problem.message });
    },
    [actions],
  );
  const stop = useCallback(() => actions.stopBench(), [actions]);

  const { quick, device } = progress.results.length > 0 && ran ? ran : choice;
  const cases = useMemo(() => casesFor({ quick, device }, MODEL_NAMES), [quick, device]);
  const results = useMemo(
    () => new Map(progress.results.map((result) => [result.id, result])),
    [progress.results],
  );
  const report = useMemo<BenchReport | null>(() => {
    if (progress.results.length === 0) return null;
    const copy = progress.results.find(({ group }) => group === 'copy');
    return {
      devices: [...progress.devices],
      date: begun,
      copyGigabytesPerSecond: copy?.state === 'done' ? copy.gigabytesPerSecond : null,
      results: [...progress.results],
    };
  }, [progress, begun]);
  const { current, devices } = progress;
  return { cases, results, current, devices, state, report, run, stop };
}
