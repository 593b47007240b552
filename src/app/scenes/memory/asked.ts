/** What this page's own shaders ask of memory at some sizes: every load and store that they declare, caches or not. */
import { plannedScan } from '../../../engine/webgpu/traffic/planned';
import type { Way } from './kernels';
import type { Sizes } from './sizes';

export interface AskedKernel {
  /** The shader's file, without its ending. */
  shader: string;
  read: number;
  written: number;
}

/** Of all sequences. The shaders are in f32, whatever dtype is chosen. `software`: a CPU emulates the GPU. */
export function askedBytes(
  way: Way,
  { L, E, N, batch }: Pick<Sizes, 'L' | 'E' | 'N' | 'batch'>,
  software: boolean,
): AskedKernel[] {
  return plannedScan({ L, E, N }, software)[way].map(({ name, traffic }) => {
    const asked = { shader: name, read: 0, written: 0 };
    for (const { read = 0, written = 0 } of Object.values(traffic)) {
      asked.read += batch * read;
      asked.written += batch * written;
    }
    return asked;
  });
}

export const askedTotal = (kernels: readonly AskedKernel[]): number =>
  kernels.reduce((bytes, { read, written }) => bytes + read + written, 0);
