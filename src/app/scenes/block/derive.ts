/** From the store to what the block shows. */
import { unitOfChannel } from '../../../engine/probeShape';
import type { AppState } from '../../store/state';
import type { LiveValue } from '../scene';
import { decay, groupOffset, numbersOf, type Numbers } from './numbers';
import { partsOf, wiresOf } from './parts';
import { stateOf, tensorsOf, type Lines } from './tensors';

/** The chosen channel and what goes with it. */
export interface Place {
  channel: number;
  /** Its head in Mamba-2, else the channel. */
  unit: number;
  /** The chosen dimension of the residual stream, 0 … D−1. */
  dimension: number;
  state: number;
  /** Where the channel's B and C begin. */
  group: number;
}

/** What the scene looks at; `dimension` is the reader's own choice, or null. */
export function placeOf(
  {
    model,
    cursor,
  }: { model: AppState['model']; cursor: Pick<AppState['cursor'], 'channel' | 'state'> },
  dimension: number | null,
): Place {
  const channel = Math.min(cursor.channel, model.dInner - 1);
  return {
    channel,
    unit: unitOfChannel(model, channel),
    dimension: dimension === null ? channel % model.dModel : Math.min(dimension, model.dModel - 1),
    state: cursor.state,
    group: groupOffset(model, channel),
  };
}

/** Tensors whose numbers are worked out of the state: with the moment they have something new to say. */
const OF_STATE = new Set(['h']);

/**
 * Everything that the diagram draws for one token. `still` and its tensors are the same numbers before the moment came:
 * what does not show the state stays the same object then, and is not drawn again.
 */
export function blockView(numbers: Numbers, still = numbers, tensors = tensorsOf(still)) {
  const { kind } = numbers.model;
  return {
    numbers,
    numbersOf: (tensor: string) => (OF_STATE.has(tensor) ? numbers : still),
    wires: wiresOf(kind),
    parts: partsOf(kind).map((part): { part: typeof part; lines: Lines } => ({
      part,
      lines: part.id === 'scan' ? [[stateOf(numbers)]] : tensors[part.id],
    })),
  };
}

export type BlockView = ReturnType<typeof blockView>;

const cursorDecay = (state: AppState) => {
  const numbers = numbersOf(state);
  if (!numbers) return null;
  const { channel } = placeOf(state, null);
  return decay(numbers, channel, state.cursor.state % state.model.dState);
};

/** Weights that Δ's projection would have without the detour through R numbers, and those it has. */
export const deltaWeights = ({ dInner: E, dtRank: R }: AppState['model']) =>
  R === null ? null : { full: E * E, low: 2 * E * R };

/** What the prose states. */
export const live = {
  dModel: (s) => s.model.dModel,
  dInner: (s) => s.model.dInner,
  dState: (s) => s.model.dState,
  dConv: (s) => s.model.dConv,
  dtRank: (s) => s.model.dtRank,
  fullWeights: (s) => deltaWeights(s.model)?.full ?? null,
  lowWeights: (s) => deltaWeights(s.model)?.low ?? null,
  delta: (s) => cursorDecay(s)?.delta.yours ?? null,
  keep: (s) => cursorDecay(s)?.Abar.yours ?? null,
  stateNumbers: (s) => s.model.dInner * s.model.dState * (s.model.kind === 'S4D' ? 2 : 1),
} satisfies Record<string, LiveValue>;
