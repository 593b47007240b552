/** Every shader declares the bytes that it reads and writes. A test counts them as the shaders run. */
import type { ShaderName } from '../kernels';
import type { Dispatch } from '../queue';
import type { Bytes, Declaration, Traffic } from './count';
import * as attention from './attention';
import * as convolution from './convolution';
import * as layers from './layers';
import * as selective from './selective';
import * as ssd from './ssd';
import * as views from './views';

export type { Bytes, Traffic } from './count';

const TRAFFIC: Readonly<Record<ShaderName, Declaration>> = {
  ...attention,
  ...convolution,
  ...layers,
  ...selective,
  ...ssd,
  ...views,
};

/** Bytes that a dispatch asks of each of its bindings. */
export const trafficOf = (dispatch: Dispatch): Traffic =>
  TRAFFIC[dispatch.name as ShaderName](dispatch);

/** Bytes of several dispatches together. */
export function totalTraffic(dispatches: readonly Dispatch[]): Bytes {
  const sum = { read: 0, written: 0 };
  for (const { read = 0, written = 0 } of dispatches.flatMap((d) => Object.values(trafficOf(d)))) {
    sum.read += read;
    sum.written += written;
  }
  return sum;
}
