import { createContext, use, useEffect, useMemo, useRef } from 'react';
import { numberChoice, useChoice, useNumberChoice } from '../../store/choice';
import { useActions, useApp } from '../../store/store';
import { scale, type Complex } from './complex';
import { isStable } from './schemes';
import {
  movedSystem,
  ownSystem,
  untouched,
  type Moved,
  type System,
  type ToyInput,
} from './system';

export type Input = 'sentence' | ToyInput;

/** What the reader has moved in this scene, and what comes in. */
export interface View {
  moved: Moved;
  input: Input;
  move(change: Partial<Moved>): void;
  setInput(input: Input): void;
  /** Back to the model's own. */
  back(): void;
}

export const ViewContext = createContext<View | null>(null);

/** Δ that counts as nearly nothing, and as very long, for Try this. */
const SHORT = 0.002;
const LONG = 8;

export function useNewView(): View {
  const actions = useActions();
  const [delta] = useNumberChoice('toyDelta');
  const [re] = useNumberChoice('toyA');
  const [im] = useNumberChoice('toyAi');
  const [input, setInput] = useChoice<Input>('input', 'sentence');
  return useMemo(() => {
    const moved = { delta, re, im };
    const move = (change: Partial<Moved>): void => {
      const next = { ...moved, ...change };
      actions.choose({
        toyDelta: numberChoice(next.delta),
        toyA: numberChoice(next.re),
        toyAi: numberChoice(next.im),
      });
    };
    const back = () => actions.choose({ toyDelta: null, toyA: null, toyAi: null, input: null });
    return { moved, input, move, setInput, back };
  }, [actions, delta, re, im, input, setInput]);
}

export function useView(): View {
  const view = use(ViewContext);
  if (!view) throw new Error('ViewContext is missing: render inside the scene’s Provider.');
  return view;
}

/** True if anything on the figure is the reader's and not the model's. */
export const isToy = ({ moved, input }: View): boolean =>
  moved.delta !== null || movesA(moved) || input !== 'sentence';

export const movesA = ({ re, im }: Moved): boolean => re !== null || im !== null;

/** The steps of the last words, the model's and the reader's. */
export interface Drawn {
  own: System;
  /** The untouched model's, while the model itself is turned (in another scene); else null. */
  before: System | null;
  shown: System;
  /** Δ of the last step, the model's and the reader's. */
  ownDelta: number;
  delta: number;
  /** ΔA of the last step. */
  z: Complex;
}

/** The steps of the last words, as the model took them, and as the reader has them. Null until they have been read. */
export function useSystem(most: number): Drawn | null {
  const model = useApp((s) => s.model);
  const trace = useApp((s) => s.trace);
  const cursor = useApp((s) => s.cursor);
  const { moved } = useView();
  const own = useMemo(
    () => ownSystem({ model, trace, cursor }, most),
    [model, trace, cursor, most],
  );
  const before = useMemo(
    () => ownSystem({ model, trace: untouched(trace), cursor }, most),
    [model, trace, cursor, most],
  );
  return useMemo(() => {
    if (!own) return null;
    const shown = movedSystem(own, moved);
    const ownDelta = own.steps[own.steps.length - 1].delta;
    const { delta } = shown.steps[shown.steps.length - 1];
    return { own, before, shown, ownDelta, delta, z: scale(shown.A, delta) };
  }, [own, before, moved]);
}

/** Ticks the steps of Try this that happen in this scene's own sliders, which the store does not know. */
export function useTicks(z: Complex | null, view: View): void {
  const actions = useActions();
  const ticks = useApp((s) => s.ticks);
  const wasShort = useRef(false);
  const { delta } = view.moved;
  useEffect(() => {
    const done = (id: string) => {
      if (!ticks.has(`discretise/${id}`)) actions.tick(`discretise/${id}`);
    };
    if (delta !== null && delta <= SHORT) wasShort.current = true;
    if (delta !== null && delta >= LONG && wasShort.current) done('both-ends');
    if (z && isToy(view) && !isStable('euler', z)) done('euler-leaves');
  }, [actions, ticks, delta, z, view]);
}
