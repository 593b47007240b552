import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CellInfo, CellRef, Cells } from './cells';

interface HubState {
  /** The cell under the pointer, or under the keyboard's focus. */
  pointed: CellRef | null;
  /** The cell that a click or Enter holds on to. */
  pinned: CellRef | null;
  /** A symbol or lane that is to light up, named by whoever lights it. */
  lit: string | null;
  /** Counts up when the shown cell may say something new: another word, a turned slider. */
  revision: number;
}

export interface RegisteredFigure {
  cells: Cells;
  element: HTMLElement;
}

/** What the figures of one stage share: which cell is pointed at, and where every figure is. */
export interface Hub {
  store: StoreApi<HubState>;
  /** Adds a figure, or renews what it says. */
  set(figure: RegisteredFigure): void;
  remove(id: string): void;
  figure(id: string): RegisteredFigure | undefined;
  describe(ref: CellRef): CellInfo | null;
  /** True if a figure shows the cell just now. */
  inSight(ref: CellRef): boolean;
  /** Points at a cell, or at nothing. What is pinned stays. */
  point(ref: CellRef | null): void;
  /** Holds on to a cell; the same one again, or null, lets go. */
  pin(ref: CellRef | null): void;
  light(name: string | null): void;
  /** Tells where the raised line is. */
  setPanel(element: HTMLElement | null): void;
  /** Moves the focus to the raised line, or to its first operand. False if there is none. */
  focusPanel(on: 'line' | 'operand'): boolean;
  /** Lets go of what is pinned; the keyboard's focus goes back to its figure. */
  leavePanel(): void;
}

export const sameCell = (a: CellRef | null, b: CellRef | null): boolean =>
  a?.figure === b?.figure && a?.index === b?.index;

/** The cell that is shown: what is pinned, else what is pointed at. */
export const shownCell = (s: HubState): CellRef | null => s.pinned ?? s.pointed;

export function createHub(): Hub {
  const figures = new Map<string, RegisteredFigure>();
  const store = createStore<HubState>(() => ({
    pointed: null,
    pinned: null,
    lit: null,
    revision: 0,
  }));
  const { getState, setState } = store;
  let panel: HTMLElement | null = null;
  return {
    store,
    setPanel(element) {
      panel = element;
    },
    focusPanel(on) {
      const target = on === 'line' ? panel : panel?.querySelector('button');
      target?.focus({ preventScroll: true });
      return Boolean(target);
    },
    leavePanel() {
      const figure = figures.get(getState().pinned?.figure ?? '');
      setState({ pinned: null });
      figure?.element.querySelector<HTMLElement>('[role="grid"]')?.focus();
    },
    set(figure) {
      figures.set(figure.cells.id, figure);
      if (shownCell(getState())) setState((s) => ({ revision: s.revision + 1 }));
    },
    remove(id) {
      figures.delete(id);
      const { pointed, pinned } = getState();
      if (pointed?.figure === id) setState({ pointed: null });
      if (pinned?.figure === id) setState({ pinned: null });
    },
    figure: (id) => figures.get(id),
    describe: (ref) => figures.get(ref.figure)?.cells.describe(ref.index) ?? null,
    inSight: (ref) => Boolean(figures.get(ref.figure)?.cells.geometry.boxOf(ref.index)),
    point(ref) {
      if (!sameCell(getState().pointed, ref)) setState({ pointed: ref });
    },
    pin(ref) {
      setState((s) => ({ pinned: sameCell(s.pinned, ref) ? null : ref }));
    },
    light(name) {
      if (getState().lit !== name) setState({ lit: name });
    },
  };
}
