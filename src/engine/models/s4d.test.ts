/** S4D's prefill by convolution on the GPU, which is what a long text gets, against its recurrence. */
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

/** As in families.test.ts, on a GPU. */
const ALLOWED = 2e-4;

describe('S4D', () => {
  const prompt = [...readGolden('s4')('input_ids')];
  const ids = Array.from({ length: CONVOLUTION_FROM + 9 }, (_, i) => prompt[i % prompt.length]!);
  let ops: Ops;
  let model: Model;
  let convolved = 0;
  beforeAll(async () => {
    ops = await openNodeWebGpu();
    const convolve = ops.s4dConvolve.bind(ops);
    ops.s4dConvolve = (args: S4dConvolveArgs) => {
      convolved++;
      convolve(args);
    };
    model = new Model(ops, await loadCheckpoint(folderSource(modelFolder('s4'))));
  });
  afterAll(() => model.dispose());

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
    const whole = await read([{ name: 'layer.delta', layers: [2] }]);
    // Who asks for states gets the recurrence, in that layer.
    const asked = await read([
      { name: 'layer.hNorm', layers: [0, 1, 2, 3, 4, 5, 6, 7] },
      { name: 'layer.delta', layers: [2] },
    ]);
    expect([whole.layers, asked.layers]).toEqual([model.info.nLayers, 0]);
    expect(whole.trace.get('layer.delta', 2)).toEqual(asked.trace.get('layer.delta', 2));
    await whole.session.step(ids[0]!);
    await asked.session.step(ids[0]!);
    const [a, b] = [await memory(whole.session), await memory(asked.session)];
    a.forEach((values, i) => expect(maxAbsError(values, b[i]!)).toBeLessThan(ALLOWED));
    // The second piece of a text starts from the state of the first.
    await whole.session.prefill(ids);
    await asked.session.prefill(ids, { probes: [{ name: 'layer.hNorm' }] });
    const [c, d] = [await memory(whole.session), await memory(asked.session)];
    c.forEach((values, i) => expect(maxAbsError(values, d[i]!)).toBeLessThan(ALLOWED));
  });
});
