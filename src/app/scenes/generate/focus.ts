import { createContext, use } from 'react';

/** The candidate that the reader points at or has chosen: figure and formula speak of the same one. */
export interface CandidateFocus {
  hovered: number | null;
  chosen: number | null;
  hover(id: number | null): void;
  choose(id: number): void;
}

export const CandidateContext = createContext<CandidateFocus | null>(null);

export function useCandidate(): CandidateFocus {
  const focus = use(CandidateContext);
  if (!focus) throw new Error('CandidateContext is missing: render inside the scene’s Provider.');
  return focus;
}
