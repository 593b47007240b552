/** How many tokens pass at once, where a device takes only small tensors. */
import { expect, it } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { openNodeWebGpu } from '../node/webgpu';
import { modelFolder } from '../testing/devices';
import type { ProbeRequest } from '../types';
import { Model } from './model';

it('a large wish comes in pieces that the device has room for, and the session stays whole', async () => {
  const ops = await openNodeWebGpu();
  const model = new Model(ops, await loadCheckpoint(folderSource(modelFolder('mamba'))));
  const ids = Array.from({ length: 9 }, (_, i) => 50 + i);
  const probes: ProbeRequest[] = [{ name: 'logits' }, { name: 'layer.h', layers: [3] }];
  const read = async () => {
    const session = model.createSession();
    const trace = await session.prefill(ids, { probes });
    session.dispose();
    return trace;
  };
  expect(model.rowsAtOnce(probes)).toBe(128);
  expect(model.rowsAtOnce([])).toBeGreaterThan(128);
  const whole = await read();
  // Room for two tokens' states, of 512 · 16 numbers and what else a scan writes.
  Object.defineProperty(ops, 'maxTensorBytes', { value: 2 * 4 * (512 * 16 + 4 * 512) });
  expect(model.rowsAtOnce(probes)).toBe(2);
  const small = await read();
  for (const { name } of probes) {
    const [a, b] = [whole.get(name, 3), small.get(name, 3)];
    expect(b.length).toBe(a.length);
    expect(a.every((v, i) => Math.abs(v - b[i]!) < 2e-4)).toBe(true);
  }
  model.dispose();
});
