import { createContext, use, useDeferredValue, useMemo } from 'react';
import type { Cursor } from '../../store/state';
import { useChoice } from '../../store/choice';
import { useApp } from '../../store/store';
import { readingOf, type Reading } from './reading';
import type { Order } from './rows';

/** How the reader wants to see the channels. */
export interface ChoiceState {
  order: Order;
  setOrder(order: Order): void;
  rows: 'some' | 'all';
  setRows(rows: ChoiceState['rows']): void;
  /** Each channel's own numbers, or against its own median. */
  scale: 'own' | 'relative';
  setScale(scale: ChoiceState['scale']): void;
}

export const ChoiceContext = createContext<ChoiceState | null>(null);

export function useMapChoice(): ChoiceState {
  const choice = use(ChoiceContext);
  if (!choice) throw new Error('ChoiceContext is missing: render inside the scene’s Provider.');
  return choice;
}

export function useNewChoice(): ChoiceState {
  const [order, setOrder] = useChoice<Order>('order', 'halfLife');
  const [rows, setRows] = useChoice<ChoiceState['rows']>('rows', 'some');
  const [scale, setScale] = useChoice<ChoiceState['scale']>('scale', 'own');
  return useMemo(
    () => ({ order, setOrder, rows, setRows, scale, setScale }),
    [order, setOrder, rows, setRows, scale, setScale],
  );
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
