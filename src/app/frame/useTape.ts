import { createContext, use, useMemo, useState } from 'react';
import { textWidth, useFontsVersion } from '../../viz/measure';
import { layColumns, naturalWidth, type Column, type MeasuredWord } from '../../viz/tape/columns';
import { chooseWindow, windowStartingAt, type TapeWindow } from '../../viz/tape/window';
import { toWord } from '../../viz/tape/words';
import { useApp } from '../store/store';
import { geometry, type Geometry } from './geometry';

/** What tape and scenes share: one column a word, and the window of the text that is in sight. */
export interface TapeLayout {
  geometry: Geometry;
  columns: Column[];
  window: TapeWindow;
  /** The cursor's column, undefined while the reader has scrolled away from it. */
  at: Column | undefined;
  /** True if the cursor stands on the last word: the next one is yet to come. */
  atEnd: boolean;
  /** Changes when everything is laid out anew (fonts, width): the place then stands, and does not slide. */
  laidOut: string;
  scrollTo(from: number): void;
}

export const TapeContext = createContext<TapeLayout | null>(null);

export function useTapeLayout(): TapeLayout {
  const layout = use(TapeContext);
  if (!layout) throw new Error('TapeContext is missing: render inside <TapeContext value={…}>.');
  return layout;
}

interface View {
  from: number | null;
  /** True while the reader has scrolled and not yet moved the cursor. */
  free: boolean;
  cursor: number;
}

/** Lays out the tape for a stage of the given width. Called once, by the frame. */
export function useTape(width: number): TapeLayout {
  const tokens = useApp((s) => s.yours.tokens);
  const cursor = useApp((s) => s.cursor.token);
  const fonts = useFontsVersion();
  const g = useMemo(() => geometry(width), [width]);
  const words = useMemo<MeasuredWord[]>(() => {
    // Widths measured before the fonts came are wrong: measure again whenever the version moves.
    const font = `500 ${g.fontSize}px "Inter Variable", Inter, system-ui, sans-serif`;
    return fonts < 0
      ? []
      : tokens.map((t) => {
          const word = toWord(t.text);
          return { ...word, width: textWidth(word.text, font) };
        });
  }, [tokens, g.fontSize, fonts]);
  const widths = useMemo(() => words.map((w, i) => naturalWidth(w, words[i + 1], false)), [words]);
  const atEnd = cursor >= tokens.length - 1;
  const x1 = g.narrow && !atEnd ? g.right : g.x1;
  const room = x1 - g.x0;
  const [view, setView] = useState<View>({ from: null, free: false, cursor });
  const free = view.free && view.cursor === cursor;
  const window = useMemo(
    () =>
      free && view.from !== null
        ? windowStartingAt(widths, Math.min(view.from, widths.length - 1), room)
        : chooseWindow(widths, cursor, room, view.from),
    [widths, cursor, room, view.from, free],
  );
  // The window stays where it came to rest; setting state while rendering is React's way to keep it.
  if (!free && (view.from !== window.from || view.cursor !== cursor))
    setView({ from: window.from, free: false, cursor });
  // While the cursor moves within the window, columns and geometry stay the same objects: nothing is painted anew.
  const { from, to } = window;
  const columns = useMemo(
    () => layColumns(words, from, to, g.x0, room),
    [words, from, to, g.x0, room],
  );
  const shared = useMemo(() => ({ ...g, x1 }), [g, x1]);
  return useMemo(
    () => ({
      geometry: shared,
      columns,
      window,
      at: columns.find((c) => c.token === cursor),
      atEnd,
      laidOut: `${fonts} ${width}`,
      scrollTo: (first: number) => setView({ from: first, free: true, cursor }),
    }),
    [columns, shared, window, cursor, atEnd, fonts, width],
  );
}
