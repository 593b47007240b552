import type { ReactNode } from 'react';
import { HoverProvider } from '../../viz/hover/HoverProvider';
import { useText } from '../text';

/** One hover engine for the figures and formulas within, in the words of the page's language. */
export function Hover({ children }: { children: ReactNode }) {
  return <HoverProvider words={useText().hover}>{children}</HoverProvider>;
}
