import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FormulaWords } from '../formula/formula';
import { createHub, type Hub } from './hub';

/** What the hover engine says itself; everything else comes from the figures. */
export interface HoverWords extends FormulaWords {
  /** How to walk a figure with the keyboard. */
  keys: string;
  /** Name of the unfolded operands. */
  operands: string;
}

interface Hover {
  hub: Hub;
  words: HoverWords;
}

const HoverContext = createContext<Hover | null>(null);

/** One hover engine for every figure and formula within. */
export function HoverProvider({ words, children }: { words: HoverWords; children: ReactNode }) {
  const [hub] = useState(createHub);
  const hover = useMemo(() => ({ hub, words }), [hub, words]);
  return <HoverContext value={hover}>{children}</HoverContext>;
}

export function useHover(): Hover {
  const hover = use(HoverContext);
  if (!hover) throw new Error('There is no HoverProvider around this figure.');
  return hover;
}

/** True while a symbol or lane of this name is lit, by a formula for example. */
export function useLit(name: string | undefined): boolean {
  const { hub } = useHover();
  return useStore(hub.store, (s) => name !== undefined && s.lit === name);
}
