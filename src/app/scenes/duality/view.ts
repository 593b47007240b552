import { createContext, use, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { NARROW } from '../../frame/geometry';
import { useTapeLayout } from '../../frame/useTape';
import { numberChoice, useChoice, useNumberChoice } from '../../store/choice';
import { useActions, useApp } from '../../store/store';
import { MOST_NARROW, MOST_WORDS, workOut, workOutUncut, type Worked } from './derive';
import { headRun, stretchAround, type HeadRun, type Side } from './head';
import { mixingOf, type Mixing } from './matrix';

export type Picture = 'decay' | 'scores' | 'matrix' | 'output';
/** 0: nothing in particular; 1 … 4: a step of SSD. */
export type Step = 0 | 1 | 2 | 3 | 4;

/** Word, head and channel that the figure speaks of. */
export interface Place {
  run: HeadRun;
  /** Index into the text, and row of the stretch. */
  token: number;
  i: number;
  channel: number;
  /** The channel's place in its head. */
  p: number;
}

/** What the reader has chosen in this scene, and what follows from it. */
export interface DualityView {
  picture: Picture;
  setPicture(picture: Picture): void;
  chunkSize: number;
  setChunkSize(size: number): void;
  step: Step;
  chunk: number;
  /** To a step, at the chunk of the cursor's word. */
  goTo(step: Step): void;
  /** One chunk on or back, into the next step at the end. */
  move(by: 1 | -1): void;
  playing: boolean;
  setPlaying(playing: boolean): void;
  place: Place | null;
  worked: Worked | null;
  /** The untouched model's, while something is turned. */
  before: Mixing | null;
}

export const DualityContext = createContext<DualityView | null>(null);

export function useView(): DualityView {
  const view = use(DualityContext);
  if (!view) throw new Error('DualityContext is missing: render inside the scene’s Provider.');
  return view;
}

/** Between two chunks while the steps play. */
const BEAT = 700;
/** The chunk size until one is chosen. */
const FIRST_CHUNK = 8;

function useHead(side: Side): HeadRun | null {
  const model = useApp((s) => s.model);
  const trace = useApp((s) => s.trace);
  const channel = useApp((s) => s.cursor.channel);
  // All channels of a head share its matrix.
  const first = model.heads ? channel - (channel % model.heads.headDim) : channel;
  return useMemo(
    () => headRun({ model, trace, cursor: { channel: first } }, side),
    [model, trace, first, side],
  );
}

/** All that the scene works out: once, for the figure and for the side column. */
function useWorked(chunkSize: number) {
  const cursor = useApp((s) => s.cursor);
  const { geometry: g } = useTapeLayout();
  const run = useHead('yours');
  const beforeRun = useHead('before');
  const most = g.width > 0 && g.width < NARROW ? MOST_NARROW : MOST_WORDS;
  const row = run ? Math.min(run.rows - 1, Math.max(0, cursor.token - run.first)) : 0;
  const from = run ? stretchAround(run, row, most).from : 0;
  const size = run ? Math.min(most, run.rows) : 0;
  const stretch = useMemo(() => run && { run, from, size }, [run, from, size]);
  const uncut = useMemo(() => stretch && workOutUncut(stretch), [stretch]);
  const worked = useMemo(() => uncut && workOut(uncut, chunkSize), [uncut, chunkSize]);
  const before = useMemo(
    () => beforeRun && beforeRun.rows === run?.rows && mixingOf({ run: beforeRun, from, size }),
    [beforeRun, run, from, size],
  );
  const place = useMemo<Place | null>(() => {
    if (!run) return null;
    const p = cursor.channel % run.headDim;
    return { run, token: run.first + row, i: row - from, channel: cursor.channel, p };
  }, [run, row, from, cursor.channel]);
  return { place, worked, before: before || null };
}

export function useNewView(): DualityView {
  const actions = useActions();
  const [picture, setPicture] = useChoice<Picture>('matrix', 'matrix');
  const [size, setChunkSize] = useNumberChoice('chunkSize');
  const [chosenStep] = useChoice<`${Step}`>('ssdStep', '0');
  const [chosenChunk] = useNumberChoice('ssdChunk');
  const [playing, setPlaying] = useState(false);
  const chunkSize = size ?? FIRST_CHUNK;
  // The slider answers at once; what has to be worked out anew follows.
  const { place, worked, before } = useWorked(useDeferredValue(chunkSize));
  const chunks = worked?.steps.chunks.length ?? 1;
  const step = Number(chosenStep) as Step;
  const chunk = Math.min((chosenChunk ?? 1) - 1, chunks - 1);
  const view = useMemo<DualityView>(() => {
    const show = (next: Step, at: number) =>
      actions.choose({
        ssdStep: next === 0 ? null : String(next),
        ssdChunk: next === 0 ? null : numberChoice(at + 1),
      });
    return {
      picture,
      setPicture,
      chunkSize,
      setChunkSize,
      step,
      chunk,
      goTo(next) {
        setPlaying(false);
        show(next, Math.floor((place?.i ?? 0) / chunkSize));
      },
      move(by) {
        const last = 4 * chunks;
        const now = step === 0 ? (by > 0 ? -1 : last) : (step - 1) * chunks + chunk;
        const next = now + by;
        if (next < 0 || next >= last) show(0, 0);
        else show((Math.floor(next / chunks) + 1) as Step, next % chunks);
      },
      playing,
      setPlaying,
      place,
      worked,
      before,
    };
  }, [
    actions,
    picture,
    setPicture,
    chunkSize,
    setChunkSize,
    step,
    chunk,
    chunks,
    playing,
    place,
    worked,
    before,
  ]);
  const { move } = view;
  const ends = playing && step === 4 && chunk === chunks - 1;
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      move(1);
      if (ends) setPlaying(false);
    }, BEAT);
    return () => clearTimeout(timer);
  }, [playing, move, ends]);
  return view;
}

/** A number worked out once for a name, so that a scale does not move while something is turned or stepped. */
export function useSteady(name: string, value: () => number): number {
  const [known, setKnown] = useState<ReadonlyMap<string, number>>(new Map());
  const first = known.get(name);
  if (first !== undefined) return first;
  const now = value();
  setKnown(new Map(known).set(name, now));
  return now;
}
