import {
  createContext,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react';
import type { Computed, ComputeRequest } from '../../../engine/host/compute';
import type { Column } from '../../../viz/tape/columns';
import { useTapeLayout } from '../../frame/useTape';
import { useNumberChoice } from '../../store/choice';
import { useApp } from '../../store/store';
import { useCompute } from '../../store/useCompute';
import { useText } from '../../text';
import { wordName } from '../../frame/wordName';
import { blockOf, channelOf, type Channel, type Side } from './channel';
import { agreementOf, byConvolution, type Agreement, type Convolved } from './derive';

/** Levels of the tree that have happened; null for all. */
export const useLevel = () => useNumberChoice('level');

/** Place between frozen (0) and selective (1), where it stands at first. */
export function useSelective(): [number, (s: number) => void] {
  const [chosen, choose] = useNumberChoice('selective');
  const set = useCallback((s: number) => choose(s === 1 ? null : s), [choose]);
  return [chosen ?? 1, set];
}

/** What was worked out last for this name, until the same is worked out of a text that has grown. */
export function useKept(request: ComputeRequest | null, name: string): Computed | null {
  const { value } = useCompute(request);
  const [kept, setKept] = useState<{ name: string; value: Computed } | null>(null);
  if (value && value !== kept?.value) setKept({ name, value });
  return value ?? (kept?.name === name ? kept.value : null);
}

/** The block of words around the cursor, of the cursor’s channel; null while it is not there. */
export function useChannel(side: Side = 'yours'): Channel | null {
  const model = useApp((s) => s.model);
  const trace = useApp((s) => s.trace);
  const channel = useApp((s) => s.cursor.channel);
  const from = useApp((s) => {
    const h = s.trace?.of['layer.h'];
    return h ? h.first + blockOf(s.cursor.token, h.first, h.rows)[0] : 0;
  });
  const layer = trace?.layer ?? null;
  const asked: ComputeRequest | null =
    model.kind === 'S4D' && layer !== null ? { kind: 'outputC', layer, under: 'before' } : null;
  const outputC = useKept(asked, `${model.name} ${layer}`);
  const found = useMemo(
    () => channelOf({ model, trace }, { token: from, channel }, outputC?.values ?? null, side),
    [model, trace, from, channel, outputC, side],
  );
  // Another channel is being read: the one that stands there stays a moment.
  const [last, setLast] = useState(found);
  if (found && found !== last) setLast(found);
  if (found || side === 'before') return found;
  return last?.model === model ? last : null;
}

/** Word and channel that the figures speak of, with what is known of all words of the block. */
export interface Place {
  ch: Channel;
  /** Row of the block, and index into the text. */
  row: number;
  token: number;
  state: number;
  conv: Convolved;
  agreement: Agreement;
}

/** Worked out once, for stage and side column. */
export const PlaceContext = createContext<Place | null>(null);
export const usePlace = (): Place | null => use(PlaceContext);

export function useNewPlace(): Place | null {
  const ch = useChannel();
  const token = useApp((s) => s.cursor.token);
  const state = useApp((s) => s.cursor.state);
  const known = useMemo(() => {
    if (!ch) return null;
    const conv = byConvolution(ch);
    return { conv, agreement: agreementOf(ch, conv.own) };
  }, [ch]);
  return useMemo(() => {
    if (!ch || !known) return null;
    const row = Math.min(ch.L - 1, Math.max(0, token - ch.from));
    return { ch, row, token: ch.from + row, state: Math.min(state, ch.N - 1), ...known };
  }, [ch, known, token, state]);
}

const sameColumns = (a: readonly Column[], b: readonly Column[]): boolean =>
  a.length === b.length &&
  a.every((c, i) => c.token === b[i].token && c.x === b[i].x && c.width === b[i].width);

/** The tape’s columns of words that the block holds, the same object while nothing in them moves. */
export function useColumns(ch: Channel): readonly Column[] {
  const { columns } = useTapeLayout();
  const inside = useMemo(
    () => columns.filter((c) => c.token >= ch.from && c.token < ch.from + ch.L),
    [columns, ch],
  );
  const [kept, setKept] = useState<readonly Column[]>(inside);
  if (kept === inside || sameColumns(kept, inside)) return kept;
  setKept(inside);
  return inside;
}

/** True if the last change was one word on: only then something is seen to fade and be written. */
export function useSteppedOn(token: number, channel: number): boolean {
  const [last, setLast] = useState({ token, channel, on: false });
  const same = last.token === token && last.channel === channel;
  const on = same ? last.on : token === last.token + 1 && channel === last.channel;
  if (!same) setLast({ token, channel, on });
  return on;
}

/** The word at a token, as it is named in sentences. */
export function useWordAt(): (token: number) => string {
  const text = useText();
  const tokens = useApp((s) => s.yours.tokens);
  return useCallback((t: number) => wordName(tokens[t]?.text ?? '', text), [tokens, text]);
}

/** Words before the cursor that should be in sight, if there is room. */
const LOOK_BACK = 8;

/**
 * All three ways look back: when the cursor comes to stand at the left end of the tape, the words before it are brought into
 * sight. Once for each place of the cursor, so that the reader may scroll away.
 */
export function useLookBack(): void {
  const token = useApp((s) => s.cursor.token);
  const { columns, window, scrollTo } = useTapeLayout();
  const seen = useRef(-1);
  /** Where the words were moved to, if they were. */
  const own = useRef<number | null>(null);
  useEffect(() => {
    const index = columns.findIndex((c) => c.token === token);
    const move = (from: number) => {
      own.current = from;
      scrollTo(from);
    };
    if (index < 0) {
      // Moved too far: words are wider than those before, or became so with the typeface.
      if (own.current !== null && own.current === window.from) move(window.from + 1);
    } else if (seen.current !== token) {
      seen.current = token;
      own.current = null;
      const wanted = Math.min(LOOK_BACK, Math.floor(columns.length / 2));
      if (index < wanted && window.from > 0)
        move(Math.max(0, token - Math.floor(0.75 * columns.length)));
    }
  }, [token, columns, window, scrollTo]);
}

/** Steps that follow each other faster than this are scrubbing, ms: nothing slides then. */
const SCRUBBING = 300;

/** Marks a box while the reader scrubs. On the element itself: no picture is rendered anew for it. */
export function useScrubbing(box: RefObject<HTMLElement | null>): void {
  const token = useApp((s) => s.cursor.token);
  const last = useRef({ token: -1, at: -Infinity });
  useLayoutEffect(() => {
    if (last.current.token === token) return;
    const at = performance.now();
    box.current?.classList.toggle('scrubbing', at - last.current.at < SCRUBBING);
    last.current = { token, at };
  }, [box, token]);
}

/** Whether a box is in sight or near; at first it is not. */
export function useInSight(box: RefObject<HTMLElement | null>): boolean {
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    if (!box.current) return;
    const observer = new IntersectionObserver((entries) =>
      setInSight(entries.at(-1)!.isIntersecting),
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return inSight;
}
