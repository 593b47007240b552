import { useCallback, useEffect, useRef, useState } from 'react';
import type { BenchEvent, BenchResult } from '../../../engine/bench/types';
import type { DeviceKind } from '../../../engine/types';
import { useHasGpu } from '../../bench/useHasGpu';
import { useActions, useApp } from '../../store/store';
import type { Sizes } from './sizes';
import { useMemoryView } from './view';

export type OwnScanState =
  'none' | 'stopped' | { problem: string } | { step: string; done: number; of: number };

export interface OwnScan {
  /** Where it will run; null until that is known. */
  device: DeviceKind | null;
  state: OwnScanState;
  run(): void;
  stop(): void;
}

/** Measures the scan, fused and unfused, at the reader's sizes, in a worker of its own. Leaving the scene stops it. */
export function useOwnScan(): OwnScan {
  const actions = useActions();
  const { sizes, setMeasured } = useMemoryView();
  const hasGpu = useHasGpu();
  const used = useApp((s) => s.device?.kind);
  const device: DeviceKind | null = used ?? (hasGpu === null ? null : hasGpu ? 'webgpu' : 'cpu');
  const [state, setState] = useState<OwnScanState>('none');
  // Events come on a channel of their own: those of an earlier run may still be on their way.
  const latest = useRef(0);
  useEffect(
    () => () => {
      latest.current++;
      actions.stopBench();
    },
    [actions],
  );
  const run = useCallback(async () => {
    if (!device) return;
    const mine = ++latest.current;
    const { L, E, N, batch } = sizes;
    const results: BenchResult[] = [];
    let of = 2;
    setState({ step: '', done: 0, of });
    const onEvent = (event: BenchEvent): void => {
      if (mine !== latest.current) return;
      if (event.kind === 'plan') of = event.cases.length;
      if (event.kind === 'result') results.push(event.result);
      if (event.kind === 'started') setState({ step: event.id, done: results.length, of });
    };
    const result = await actions.bench({ device, quick: true, scan: { L, E, N, batch } }, onEvent);
    if (mine !== latest.current) return;
    if (!result.ok) {
      const { problem } = result;
      setState(problem.kind === 'cancelled' ? 'stopped' : { problem: problem.message });
      return;
    }
    const { results: all, devices } = result.value;
    const find = (start: string) => all.find(({ id }) => id.startsWith(start));
    const [fused, unfused] = [find('scan.fused'), find('scan.unfused')];
    setState('none');
    if (!fused || !unfused || !devices[0]) return;
    const ran: Sizes = { ...sizes, ...unfused.sizes, dtype: 'f32' };
    setMeasured({ device: devices[0], sizes: ran, copy: find('copy') ?? null, fused, unfused });
  }, [actions, device, sizes, setMeasured]);
  const stop = useCallback(() => actions.stopBench(), [actions]);
  return { device, state, run: () => void run(), stop };
}
