/** Where the columns of a tensor's picture stand: channels from slow to quick to forget, as in all scenes. */
import { unitOfChannel } from '../../../engine/probeShape';
import type { ModelInfo } from '../../../engine/types';
import { slowestFirst } from '../../../viz/heat/paint';
import { uniformSpans, type Span } from '../../../viz/hover/geometry';
import type { TensorView } from './tensors';

export type SpansOf = (tensor: Pick<TensorView, 'columns' | 'count' | 'share'>) => readonly Span[];

/** Px from the left edge of the picture, for pictures of which E channels are `width` wide. */
export function columnSpans(model: ModelInfo, layer: number, width: number): SpansOf {
  const channels = [...slowestFirst(model.halfLife[layer])];
  const heads = [...new Set(channels.map((channel) => unitOfChannel(model, channel)))];
  const known = new Map<string, readonly Span[]>();
  return ({ columns, count, share }) => {
    const key = `${columns} ${count} ${share}`;
    const found = known.get(key);
    if (found) return found;
    const spans = uniformSpans(count, 0, Math.round(share * width));
    const order = columns === 'channels' ? channels : columns === 'heads' ? heads : null;
    const placed = order
      ? spans.map((s, i) => ({ x: s.x, width: s.width, token: order[i] }))
      : spans;
    known.set(key, placed);
    return placed;
  };
}
