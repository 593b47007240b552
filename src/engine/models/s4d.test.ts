/**
 * S4D's prefill by convolution on the GPU, which is what a long text gets, against its recurrence. The tests' adapter is
 * a CPU: it is told to take the kernels of a real GPU, which are slow there, so the model has its first layers only.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { openNodeWebGpu } from '../node/webgpu';
import type { S4dConvolveArgs } from '../viewOps';
import { maxAbsError, modelFolder, readGolden } from '../testing/devices';
import type { Ops } from '../ops';
import type { Session } from '../session';
import type { ProbeRequest } from '../types';
import { Model } from './model';
import { CONVOLUTION_FROM } from './s4d';

/** Layers of the model. */
const LAYERS = 2;

/** As in families.test.ts, on a GPU. */
const ALLOWED = 2e-4;

describe('S4D', () => {
  const prompt = [...readGolden('s4')('input_ids')];
  const ids = Array.from({ length: CONVOLUTION_FROM + 9 }, (_, i) => prompt[i % prompt.length]!);
  let ops: Ops;
  let model: Model;
  let convolved = 0;
  beforeAll(async () => {
    ops = await openNodeWebGpu({ software: false });
    const convolve = ops.s4dConvolve.bind(ops);
    ops.s4dConvolve = (args: S4dConvolveArgs) => {
      convolved++;
      convolve(args);
    };
    model = await modelOn(ops);
  });
  afterAll(() => model.dispose());

  const modelOn = async (device: Ops): Promise<Model> => {
    const checkpoint = await loadCheckpoint(folderSource(modelFolder('s4')));
    const config = { ...checkpoint.config, nLayers: LAYERS };
    return new Model(device, { ...checkpoint, config });
  };
  const memory = async (session: Session): Promise<Float32Array[]> => [
    ...(await session.stateH()),
    ...(await session.stateConv()),
    await session.logits(),
  ];
  /** A text read at once, and the layers that were convolved. */
  const read = async (probes: readonly ProbeRequest[]) => {
    convolved = 0;
    const session = model.createSession();
    const trace = await session.prefill(ids, { probes });
    return { session, trace, layers: convolved };
  };

  it('reads a long text as a convolution, and goes on by recurrence from the same state', async () => {
    const shared: ProbeRequest[] = [{ name: 'layer.delta', layers: [1] }, { name: 'layer.ssmOut' }];
    const whole = await read(shared);
    // Who asks for states gets the recurrence, in that layer.
    const asked = await read([{ name: 'layer.hNorm' }, ...shared]);
    expect([whole.layers, asked.layers]).toEqual([LAYERS, 0]);
    expect(whole.trace.get('layer.delta', 1)).toEqual(asked.trace.get('layer.delta', 1));
    for (let layer = 0; layer < LAYERS; layer++) {
      const [out, expected] = [whole, asked].map(({ trace }) => trace.get('layer.ssmOut', layer));
      expect(maxAbsError(out!, expected!)).toBeLessThan(ALLOWED);
    }
    await whole.session.step(ids[0]!);
    await asked.session.step(ids[0]!);
    const [a, b] = [await memory(whole.session), await memory(asked.session)];
    a.forEach((values, i) => expect(maxAbsError(values, b[i]!)).toBeLessThan(ALLOWED));
    // The second piece of a text starts from the state of the first, and turned it is the same as well.
    for (const { session } of [whole, asked]) {
      session.turnTo([
        { layer: 'all', deltaScale: 1.5, aScale: 0.7 },
        { layer: 1, unit: 3, deltaScale: 1, aScale: 1, zero: true },
      ]);
    }
    await whole.session.prefill(ids);
    await asked.session.prefill(ids, { probes: [{ name: 'layer.hNorm' }] });
    const [c, d] = [await memory(whole.session), await memory(asked.session)];
    c.forEach((values, i) => expect(maxAbsError(values, d[i]!)).toBeLessThan(ALLOWED));
  });

  it('takes the recurrence where a CPU emulates the GPU', async () => {
    const emulated = await openNodeWebGpu({ software: true });
    emulated.s4dConvolve = () => {
      throw new Error('This would be slower.');
    };
    const twin = await modelOn(emulated);
    const session = twin.createSession();
    await session.prefill(ids);
    const { session: whole, layers } = await read([]);
    expect(layers).toBe(LAYERS);
    expect(maxAbsError(await session.logits(), await whole.logits())).toBeLessThan(ALLOWED);
    twin.dispose();
  });
});
