/** Bytes of a state that never grows, against a Transformer's cache that does. */
import { probeWidth } from '../../../engine/probeShape';
import type { ModelInfo } from '../../../engine/types';

/** The engine keeps its state in f32; caches are usually kept in f16. */
const STATE_BYTES = 4;
const CACHE_BYTES = 2;

/** Numbers of h in all layers; S4D has two for each (real and imaginary). */
export const stateNumbers = (m: ModelInfo): number => m.nLayers * probeWidth(m, 'layer.hLast');

/** Inputs that the short convolutions keep, all layers: the last dConv − 1 of each channel that they run over. */
export const convNumbers = (m: ModelInfo): number =>
  m.nLayers * probeWidth(m, 'layer.conv') * (m.dConv - 1);

/** Everything that the model carries from one word to the next, in bytes (f32). */
export const stateBytes = (m: ModelInfo): number =>
  STATE_BYTES * (stateNumbers(m) + convNumbers(m));

/**
 * What a Transformer with as many layers of the same width adds to its cache at every token, in bytes: a key and a value
 * of dModel numbers a layer, in f16, all heads with keys of their own.
 */
export const cacheBytesPerToken = (m: ModelInfo): number => 2 * m.nLayers * m.dModel * CACHE_BYTES;

/** The first token at which such a cache is larger than the state. */
export const crossing = (m: ModelInfo): number =>
  Math.floor(stateBytes(m) / cacheBytesPerToken(m)) + 1;

/** Bytes as people read them: 311 kB, 2.1 MB, 8.2 GB. */
export function bytesText(bytes: number): string {
  const [unit, name] =
    bytes >= 1e9 ? [1e9, 'GB'] : bytes >= 1e6 ? [1e6, 'MB'] : bytes >= 1e3 ? [1e3, 'kB'] : [1, 'B'];
  const value = bytes / unit;
  return `${value >= 100 || unit === 1 ? Math.round(value) : value.toFixed(1)} ${name}`;
}
