import { createContext, use, useEffect, useMemo, useState } from 'react';
import type { BenchResult } from '../../../engine/bench/types';
import type { DeviceInfo } from '../../../engine/types';
import { sparesPower, webGlKind } from '../../../viz/field/webgl';
import { useChoice, useChosen, useNumberChoice } from '../../store/choice';
import type { AppState } from '../../store/state';
import { useActions, useApp } from '../../store/store';
import { stepsOf, type Step } from './steps';
import type { Pass, Way } from './kernels';
import { presetSizes, type PresetId } from './presets';
import type { Sizes, TensorName } from './sizes';

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
  /** The tensor under the pointer, or focused. */
  pointed: TensorName | null;
  point(tensor: TensorName | null): void;
}

export const MemoryViewContext = createContext<MemoryView | null>(null);

export function useMemoryView(): MemoryView {
  const view = use(MemoryViewContext);
  if (!view) throw new Error('MemoryViewContext is missing: render inside the scene’s Provider.');
  return view;
}

/** Milliseconds that a step rests while it plays. */
const REST = 520;

/** Names of the sizes in the address. */
const SIZE_CHOICES = {
  L: 'seqLen',
  E: 'dInner',
  N: 'dState',
  batch: 'batch',
  sram: 'sram',
  dtype: 'dtype',
} as const satisfies Record<keyof Sizes, string>;
const SIZES = Object.entries(SIZE_CHOICES) as [keyof Sizes, string][];

/** Sizes that the reader has moved away from their preset. */
function movedSizes(choices: AppState['choices']): Partial<Sizes> {
  const chosen = SIZES.filter(([, name]) => choices[name] !== undefined);
  const value = (key: keyof Sizes, text: string) => (key === 'dtype' ? text : Number(text));
  return Object.fromEntries(chosen.map(([key, name]) => [key, value(key, choices[name]!)]));
}

/** In three dimensions at first only where a graphics card draws them and nobody asks to spare power. */
export function useNewView(): MemoryView {
  const actions = useActions();
  const model = useApp((s) => s.model);
  const tokens = useApp((s) => s.yours.tokens.length);
  const choices = useApp((s) => s.choices);
  const [way, setWay] = useChoice<Way>('kernels', 'unfused');
  const [pass, setPass] = useChoice<Pass>('pass', 'forward');
  const [chosen, setLook] = useChosen('board');
  const [first] = useState<MemoryView['look']>(() =>
    webGlKind() === 'hardware' && !sparesPower() ? 'solid' : 'flat',
  );
  const look = (chosen as MemoryView['look'] | null) ?? first;
  const [preset] = useChoice<PresetId>('sizes', 'model');
  const [at, setAt] = useNumberChoice('walk');
  const [playing, setPlaying] = useState(false);
  const [measured, setMeasured] = useState<Measured | null>(null);
  const [pointed, point] = useState<TensorName | null>(null);
  const origin = useMemo(() => presetSizes(preset, model, tokens), [preset, model, tokens]);
  const sizes = useMemo(() => ({ ...origin, ...movedSizes(choices) }), [origin, choices]);
  const steps = useMemo(() => stepsOf(way, pass, sizes), [way, pass, sizes]);
  const step = Math.min(at ?? 0, steps.length - 1);
  const last = step === steps.length - 1;
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => (last ? setPlaying(false) : setAt(step + 1)), REST);
    return () => clearTimeout(timer);
  }, [playing, step, last, setAt]);
  useTicks({ way, pass, last, measured });
  return useMemo(
    () => ({
      way,
      setWay: (next) => {
        setWay(next);
        setAt(null);
      },
      pass,
      setPass: (next) => {
        setPass(next);
        setAt(null);
      },
      look,
      setLook,
      preset,
      origin,
      sizes,
      choose: (next) =>
        actions.choose({
          ...Object.fromEntries(SIZES.map(([, name]) => [name, null])),
          sizes: next === 'model' ? null : next,
        }),
      change: (change) =>
        actions.choose(
          Object.fromEntries(
            (Object.entries(change) as [keyof Sizes, string | number][]).map(([key, value]) => [
              SIZE_CHOICES[key],
              value === origin[key] ? null : String(value),
            ]),
          ),
        ),
      steps,
      step,
      setStep: (next) => {
        setPlaying(false);
        setAt(Math.max(0, Math.min(next, steps.length - 1)) || null);
      },
      playing,
      setPlaying: (on) => {
        if (on && last) setAt(null);
        setPlaying(on);
      },
      measured,
      setMeasured,
      pointed,
      point,
    }),
    [
      actions,
      way,
      setWay,
      pass,
      setPass,
      look,
      setLook,
      preset,
      origin,
      sizes,
      steps,
      step,
      setAt,
      last,
      playing,
      measured,
      pointed,
    ],
  );
}

interface Ticked {
  way: Way;
  pass: Pass;
  /** The walk has come to its end. */
  last: boolean;
  measured: Measured | null;
}

/** Ticks the steps of Try this that happen over several choices, or on the device. */
function useTicks({ way, pass, last, measured }: Ticked): void {
  const actions = useActions();
  const ticks = useApp((s) => s.ticks);
  const [walked, setWalked] = useState<ReadonlySet<Way>>(new Set());
  if (last && pass === 'forward' && !walked.has(way)) setWalked(new Set([...walked, way]));
  useEffect(() => {
    const done = (id: string) => {
      if (!ticks.has(`memory/${id}`)) actions.tick(`memory/${id}`);
    };
    if (walked.size === 2) done('walk');
    if (measured?.fused.state === 'done' && measured.unfused.state === 'done') done('run');
  }, [actions, ticks, walked, measured]);
}
