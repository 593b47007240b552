import { createContext, use } from 'react';
import type { PartId } from './parts';

/** What the reader has open, and which dimension of the residual stream they look at. */
export interface BlockFocus {
  open: PartId | null;
  /** Opens a part, and closes the one that was open; the same one again closes it. */
  toggle(part: PartId): void;
  /** Null until one is chosen. */
  dimension: number | null;
  setDimension(d: number): void;
}

export const BlockContext = createContext<BlockFocus | null>(null);

export function useBlock(): BlockFocus {
  const focus = use(BlockContext);
  if (!focus) throw new Error('BlockContext is missing: render inside the scene’s Provider.');
  return focus;
}
