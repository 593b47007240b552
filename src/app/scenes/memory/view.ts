import { createContext, use, useEffect, useMemo, useState } from 'react';
import type { BenchResult } from '../../../engine/bench/types';
import type { DeviceInfo } from '../../../engine/types';
import { sparesPower, webGlKind } from '../../../viz/field/webgl';
import { useActions, useApp } from '../../store/store';
import { stepsOf, type Step } from './steps';
import type { Pass, Way } from './kernels';
import { presetSizes, type PresetId } from './presets';
import type { Sizes } from './sizes';

/** What a run on the reader's device has given. */
export interface Measured {
  device: DeviceInfo;
  /** What was run: the kernels are in f32. */
  sizes: Sizes;
  copy: BenchResult | null;
  fused: BenchResult;
  unfused: BenchResult;
}

/** What the reader has chosen in this scene. */
export interface MemoryView {
  way: Way;
  setWay(way: Way): void;
  pass: Pass;
  setPass(pass: Pass): void;
  look: 'solid' | 'flat';
  setLook(look: MemoryView['look']): void;
  preset: PresetId;
  /** The preset's sizes, and those that the reader made of them. */
  origin: Sizes;
  sizes: Sizes;
  choose(preset: PresetId): void;
  change(change: Partial<Sizes>): void;
  /** The walk through the kernels. */
  steps: readonly Step[];
  step: number;
  setStep(step: number): void;
  playing: boolean;
  setPlaying(playing: boolean): void;
  measured: Measured | null;
  setMeasured(measured: Measured): void;
}

export const MemoryViewContext = createContext<MemoryView | null>(null);

export function useMemoryView(): MemoryView {
  const view = use(MemoryViewContext);
  if (!view) throw new Error('MemoryViewContext is missing: render inside the scene’s Provider.');
  return view;
}

/** Milliseconds that a step rests while it plays. */
const REST = 520;

/** In three dimensions at first only where a graphics card draws them and nobody asks to spare power. */
export function useNewView(): MemoryView {
  const model = useApp((s) => s.model);
  const tokens = useApp((s) => s.yours.tokens.length);
  const [way, setWayAlone] = useState<Way>('unfused');
  const [pass, setPassAlone] = useState<Pass>('forward');
  const [look, setLook] = useState<MemoryView['look']>(() =>
    webGlKind() === 'hardware' && !sparesPower() ? 'solid' : 'flat',
  );
  const [preset, setPreset] = useState<PresetId>('model');
  const [moved, setMoved] = useState<Partial<Sizes>>({});
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [measured, setMeasured] = useState<Measured | null>(null);
  const origin = useMemo(() => presetSizes(preset, model, tokens), [preset, model, tokens]);
  const sizes = useMemo(() => ({ ...origin, ...moved }), [origin, moved]);
  const steps = useMemo(() => stepsOf(way, pass, sizes), [way, pass, sizes]);
  const step = Math.min(at, steps.length - 1);
  const last = step === steps.length - 1;
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => (last ? setPlaying(false) : setAt(step + 1)), REST);
    return () => clearTimeout(timer);
  }, [playing, step, last]);
  useTicks({ way, pass, last, sizes: moved, measured });
  return useMemo(
    () => ({
      way,
      setWay: (next) => {
        setWayAlone(next);
        setAt(0);
      },
      pass,
      setPass: (next) => {
        setPassAlone(next);
        setAt(0);
      },
      look,
      setLook,
      preset,
      origin,
      sizes,
      choose: (next) => {
        setPreset(next);
        setMoved({});
      },
      change: (change) => setMoved((old) => ({ ...old, ...change })),
      steps,
      step,
      setStep: (next) => {
        setPlaying(false);
        setAt(Math.max(0, Math.min(next, steps.length - 1)));
      },
      playing,
      setPlaying: (on) => {
        if (on && last) setAt(0);
        setPlaying(on);
      },
      measured,
      setMeasured,
    }),
    [way, pass, look, preset, origin, sizes, steps, step, last, playing, measured],
  );
}

/** States a channel that the step of Try this asks for. */
export const MANY_STATES = 64;

interface Ticked {
  way: Way;
  pass: Pass;
  /** The walk has come to its end. */
  last: boolean;
  sizes: Partial<Sizes>;
  measured: Measured | null;
}

/** Ticks the steps of Try this: they happen in this scene's own controls, which the store does not know. */
function useTicks({ way, pass, last, sizes, measured }: Ticked): void {
  const actions = useActions();
  const ticks = useApp((s) => s.ticks);
  const [walked, setWalked] = useState<ReadonlySet<Way>>(new Set());
  if (last && pass === 'forward' && !walked.has(way)) setWalked(new Set([...walked, way]));
  useEffect(() => {
    const done = (id: string) => {
      if (!ticks.has(`memory/${id}`)) actions.tick(`memory/${id}`);
    };
    if (walked.size === 2) done('walk');
    if ((sizes.N ?? 0) >= MANY_STATES) done('states');
    if (measured?.fused.state === 'done' && measured.unfused.state === 'done') done('run');
  }, [actions, ticks, walked, sizes.N, measured]);
}
