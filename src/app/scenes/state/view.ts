import { createContext, use, useMemo, useState } from 'react';
import { unitOfChannel } from '../../../engine/probeShape';
import { sparesPower, webGlKind } from '../../../viz/field/webgl';
import type { Column } from '../../../viz/tape/columns';
import { useTapeColumns } from '../../frame/useTape';
import { useChoice, useChosen } from '../../store/choice';
import { useApp } from '../../store/store';
import { useCompute } from '../../store/useCompute';
import { hearingFrom, type Hearing } from './hearing';
import { layerRun, type LayerRun, type Side } from './layer';

/** What the reader has chosen in this scene. */
export interface StateView {
  /** Whose weights stand on the sentence and in the map. */
  heard: 'channel' | 'mean';
  setHeard(heard: StateView['heard']): void;
  /** The layer in three dimensions, or flat. */
  look: 'solid' | 'flat';
  setLook(look: StateView['look']): void;
  /** The layer at the cursor's word, or one n of it through the sentence. */
  over: 'moment' | 'time';
  setOver(over: StateView['over']): void;
}

export const StateViewContext = createContext<StateView | null>(null);

export function useStateView(): StateView {
  const view = use(StateViewContext);
  if (!view) throw new Error('StateViewContext is missing: render inside the scene’s Provider.');
  return view;
}

/** In three dimensions at first only where a graphics card draws them and nobody asks to spare power. */
export function useNewView(): StateView {
  const [heard, setHeard] = useChoice<StateView['heard']>('heard', 'channel');
  const [over, setOver] = useChoice<StateView['over']>('over', 'moment');
  // What it is at first depends on the machine: a choice is kept whichever it is.
  const [chosen, setLook] = useChosen('look');
  const [first] = useState<StateView['look']>(() =>
    webGlKind() === 'hardware' && !sparesPower() ? 'solid' : 'flat',
  );
  const look = (chosen as StateView['look'] | null) ?? first;
  return useMemo(
    () => ({ heard, setHeard, look, setLook, over, setOver }),
    [heard, setHeard, look, setLook, over, setOver],
  );
}

/** The layer's run as it was read; null while it is not there. */
export function useRun(side: Side = 'yours'): LayerRun | null {
  const model = useApp((s) => s.model);
  const trace = useApp((s) => s.trace);
  return useMemo(() => layerRun({ model, trace }, side), [model, trace, side]);
}

/** Word, layer and channel that the figures speak of: the cursor's, or the nearest that has been read. */
export interface Place {
  run: LayerRun;
  /** Index into the text, and the row of the run. */
  token: number;
  row: number;
  layer: number;
  channel: number;
  state: number;
}

export function usePlace(): Place | null {
  const run = useRun();
  const cursor = useApp((s) => s.cursor);
  return useMemo(() => {
    if (!run || run.rows === 0) return null;
    const row = Math.min(run.rows - 1, Math.max(0, cursor.token - run.first));
    const { layer } = run;
    // Another channel is being read: the one that stands there keeps its name.
    const known = unitOfChannel(run.model, cursor.channel) === run.unit;
    const channel = known ? cursor.channel : run.unit * (run.model.heads?.headDim ?? 1);
    return { run, token: run.first + row, row, layer, channel, state: cursor.state };
  }, [run, cursor]);
}

/** The implied attention that is shown, and why there is none. */
export interface Heard {
  hearing: Hearing | null;
  state: 'known' | 'waiting' | 'resting' | 'problem';
}

/**
 * Asks for the matrix around the word once the text rests. What was known of the text's beginning stays while it grows: a later word
 * changes nothing in the rows of earlier ones.
 */
export function useHeard(place: Place | null): Heard {
  const { heard } = useStateView();
  const playing = useApp((s) => s.playing);
  const run = useApp((s) => s.run);
  const model = useApp((s) => s.model);
  const layer = place?.layer ?? 0;
  const unit = heard === 'mean' ? heard : unitOfChannel(model, place?.channel ?? 0);
  const first = hearingFrom(place?.token ?? 0);
  const asked = place !== null && !playing;
  const { value, problem } = useCompute(
    asked ? { kind: 'impliedMatrix', layer, unit, first, under: 'yours' } : null,
  );
  const key = `${model.name} ${run} ${layer} ${unit} ${first}`;
  const [kept, setKept] = useState<{ key: string; value: typeof value; hearing: Hearing } | null>(
    null,
  );
  if (value && value !== kept?.value)
    setKept({ key, value, hearing: { values: value.values, size: value.shape[0], first } });
  const hearing = kept?.key === key ? kept.hearing : null;
  const isKnown = hearing !== null && place !== null && place.token < first + hearing.size;
  // The same object from word to word: what shows the whole map need not be drawn again.
  return useMemo(() => {
    if (isKnown) return { hearing, state: 'known' };
    return { hearing, state: problem ? 'problem' : playing ? 'resting' : 'waiting' };
  }, [hearing, isKnown, problem, playing]);
}

const sameColumns = (a: readonly Column[], b: readonly Column[]): boolean =>
  a.length === b.length &&
  a.every((c, i) => c.token === b[i].token && c.x === b[i].x && c.width === b[i].width);

/** The tape's columns, the same object while nothing in them moves: a step of the cursor paints no picture anew. */
export function useColumns(): readonly Column[] {
  const { columns } = useTapeColumns();
  const [kept, setKept] = useState<readonly Column[]>(columns);
  if (kept === columns || sameColumns(kept, columns)) return kept;
  setKept(columns);
  return columns;
}

/** A number worked out once for a name, so that an axis does not move while something is turned or stepped. */
export function useSteady(name: string, value: () => number | null): number | null {
  const [known, setKnown] = useState<ReadonlyMap<string, number>>(new Map());
  const first = known.get(name) ?? null;
  if (first !== null) return first;
  const now = value();
  if (now !== null) setKnown(new Map(known).set(name, now));
  return now;
}
