import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { textWidth, useFontsVersion } from '../../viz/measure';
import { layColumns, naturalWidth, type Column, type MeasuredWord } from '../../viz/tape/columns';
import { chooseWindow, windowStartingAt, type TapeWindow } from '../../viz/tape/window';
import { toWord } from '../../viz/tape/words';
import { AppContext, useApp } from '../store/store';
import { geometry, type Geometry } from './geometry';

/** What tape and scenes share: one column a word, and the window of the text that is in sight. */
export interface TapeColumns {
  geometry: Geometry;
  columns: Column[];
  window: TapeWindow;
  /** Changes when everything is laid out anew (fonts, width): the place then stands, and does not slide. */
  laidOut: string;
  scrollTo(from: number): void;
}

/** The same, and where the cursor is in it. */
export interface TapeLayout extends TapeColumns {
  /** The cursor's column, undefined while the reader has scrolled away from it. */
  at: Column | undefined;
  /** True if the cursor stands on the last word: the next one is yet to come. */
  atEnd: boolean;
}

const TapeContext = createContext<TapeLayout | null>(null);
const ColumnsContext = createContext<TapeColumns | null>(null);

/** Lays out the page's tape for what is within, which is rendered again only as far as it reads it. */
export function TapeProvider({ width, children }: { width: number; children: ReactNode }) {
  return <GivenTape tape={useTape(width)}>{children}</GivenTape>;
}

/** A tape as it has been laid out. */
export function GivenTape({ tape, children }: { tape: TapeLayout; children: ReactNode }) {
  const { geometry: g, columns, window, laidOut, scrollTo } = tape;
  const still = useMemo(
    () => ({ geometry: g, columns, window, laidOut, scrollTo }),
    [g, columns, window, laidOut, scrollTo],
  );
  return (
    <ColumnsContext value={still}>
      <TapeContext value={tape}>{children}</TapeContext>
    </ColumnsContext>
  );
}

/** For what does not show the cursor: it changes only when words come, or move into sight. */
export function useTapeColumns(): TapeColumns {
  const columns = use(ColumnsContext);
  if (!columns) throw new Error('The tape is missing: render inside <TapeProvider>.');
  return columns;
}

export function useTapeLayout(): TapeLayout {
  const layout = use(TapeContext);
  if (!layout) throw new Error('The tape is missing: render inside <TapeProvider>.');
  return layout;
}

/** Words that stand before or after the cursor's when it has left the window. */
const FEW = 3;

interface View {
  from: number | null;
  /** True while the reader has scrolled and not yet moved the cursor. */
  free: boolean;
  cursor: number;
  /** Pixels that it was chosen for: with another room, as when the page has just got its width, it is chosen anew. */
  room: number;
}

/** Lays out the tape for a stage of the given width. */
function useTape(width: number): TapeLayout {
  const tokens = useApp((s) => s.yours.tokens);
  const cursor = useApp((s) => s.cursor.token);
  const scrubbing = useApp((s) => s.scrubbing);
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
  const [view, setView] = useState<View>({ from: null, free: false, cursor, room });
  const free = view.free && view.cursor === cursor;
  const [size, setSize] = useState(0);
  // Who runs over the text sees it page by page, and what comes next: words that shift at every few steps cannot be read.
  const margin = scrubbing ? Math.max(FEW, size - FEW) : FEW;
  const wanted = view.room === room ? view.from : null;
  const { from, to } = useMemo(
    () =>
      free && view.from !== null
        ? windowStartingAt(widths, Math.min(view.from, widths.length - 1), room)
        : chooseWindow(widths, cursor, room, wanted, margin),
    [widths, cursor, room, view.from, wanted, free, margin],
  );
  // The window stays where it came to rest; setting state while rendering is React's way to keep it.
  if (!free && (view.from !== from || view.free || view.room !== room))
    setView({ from, free: false, cursor, room });
  if (size !== to - from + 1) setSize(to - from + 1);
  // While the cursor moves within the window, columns and geometry stay the same objects: nothing is painted anew.
  const window = useMemo(() => ({ from, to }), [from, to]);
  const columns = useMemo(
    () => layColumns(words, from, to, g.x0, room),
    [words, from, to, g.x0, room],
  );
  const shared = useMemo(() => ({ ...g, x1 }), [g, x1]);
  const store = use(AppContext)?.store;
  const scrollTo = useCallback(
    (first: number) =>
      store && setView({ from: first, free: true, cursor: store.getState().cursor.token, room }),
    [store, room],
  );
  return useMemo(
    () => ({
      geometry: shared,
      columns,
      window,
      at: columns.find((c) => c.token === cursor),
      atEnd,
      laidOut: `${fonts} ${width}`,
      scrollTo,
    }),
    [columns, shared, window, cursor, atEnd, fonts, width, scrollTo],
  );
}
