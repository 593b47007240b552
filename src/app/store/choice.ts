import { useCallback } from 'react';
import { useActions, useApp } from './store';

/**
 * One of the scene's `meta.choices`, which the store and the address hold: what the reader has chosen, or null, and how
 * to choose (null is as at first).
 */
export function useChosen(name: string): [string | null, (value: string | null) => void] {
  const actions = useActions();
  const value = useApp((s) => s.choices[name] ?? null);
  const set = useCallback(
    (next: string | null) => actions.choose({ [name]: next }),
    [actions, name],
  );
  return [value, set];
}

/** The same for one of some words, of which the first stands until another is chosen. */
export function useChoice<T extends string>(name: string, first: T): [T, (value: T) => void] {
  const [value, set] = useChosen(name);
  const choose = useCallback((next: T) => set(next === first ? null : next), [set, first]);
  // The address takes nothing else: see `meta.choices`.
  return [(value as T | null) ?? first, choose];
}

/** Digits that an address keeps of a number: more than a hand can set. */
const DIGITS = 6;

/** A number as a choice; null is none. */
export const numberChoice = (value: number | null): string | null =>
  value === null ? null : String(Number(value.toPrecision(DIGITS)));

/** The same for a number, null until one is chosen. */
export function useNumberChoice(name: string): [number | null, (value: number | null) => void] {
  const [text, set] = useChosen(name);
  const choose = useCallback((value: number | null) => set(numberChoice(value)), [set]);
  return [text === null ? null : Number(text), choose];
}
