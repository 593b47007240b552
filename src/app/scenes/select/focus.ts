import { createContext, use, useDeferredValue, useMemo } from 'react';
import type { Cursor } from '../../store/state';
import { useApp } from '../../store/store';
import { readingOf, type Reading } from './reading';
import type { Order } from './rows';

/** How the reader wants to see the channels. */
export interface Choice {
  order: Order;
  all: boolean;
  /** Each channel against its own median. */
  relative: boolean;
}

export interface ChoiceState extends Choice {
  set(change: Partial<Choice>): void;
}

export const ChoiceContext = createContext<ChoiceState | null>(null);

export function useChoice(): ChoiceState {
  const choice = use(ChoiceContext);
  if (!choice) throw new Error('ChoiceContext is missing: render inside the scene’s Provider.');
  return choice;
}

/** What the scene reads; the same object until something in it changes. */
export function useReading(): Reading | null {
  const model = useApp((s) => s.model);
  const trace = useApp((s) => s.trace);
  const channel = useApp((s) => s.cursor.channel);
  return useMemo(() => readingOf({ model, trace }, channel), [model, trace, channel]);
}

/** The cursor for the figures below the lanes: while the reader scrubs, the lanes are drawn first. */
export const useLaterCursor = (): Cursor => useDeferredValue(useApp((s) => s.cursor));
