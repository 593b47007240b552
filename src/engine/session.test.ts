/** Sessions that share a model: what one asks for and computes is nothing to the other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from './checkpoint/load';
import { folderSource } from './checkpoint/node/folderSource';
import { CancelledError } from './errors';
import { Model } from './models/model';
import { devices, maxAbsError, modelFolder, readGolden } from './testing/devices';
import type { ProbeRequest } from './types';

const promptIds = [...readGolden('mamba')('input_ids')];
/** Longer than the model reads at a time on any device, by one token. */
const longIds = [...promptIds, ...promptIds, ...promptIds].slice(0, 129);
const allow = { cpu: 1e-6, webgpu: 2e-4 };

describe.each(devices)('sessions on $name', ({ kind, open }) => {
  let model: Model;
  beforeAll(async () => {
    model = new Model(await open(), await loadCheckpoint(folderSource(modelFolder('mamba'))));
  });
  afterAll(() => model.dispose());

  it('side by side give what each gives alone, bit for bit', async () => {
    // Wishes of different sizes for different layers: the room they share grows in the middle of a pass.
    const wishes: ProbeRequest[][] = [
      [{ name: 'layer.delta' }, { name: 'layer.h', layers: [3, 5] }, { name: 'logits' }],
      [{ name: 'layer.hNorm', layers: [0] }, { name: 'layer.x', layers: [7] }, { name: 'final' }],
    ];
    const texts = [promptIds.slice(0, 6), promptIds.slice(10, 14)];
    const run = async (which: number) => {
      const interventions = which === 1 ? [{ layer: 2, deltaScale: 2, aScale: 1 } as const] : [];
      const session = model.createSession(interventions);
      const probes = wishes[which]!;
      const read = await session.prefill(texts[which]!, { probes });
      const steps = [];
      for (const id of [5, 6, 7]) steps.push(await session.step(id, probes));
      const traces = [read, ...steps];
      const result = { traces, h: await session.stateH(), logits: await session.logits() };
      session.dispose();
      return result;
    };
    const alone = [await run(0), await run(1)];
    expect(await Promise.all([run(0), run(1)])).toEqual(alone);
    expect(alone[0]!.h).not.toEqual(alone[1]!.h);
  });

  it('reads a long text in pieces, and says where each begins', async () => {
    const session = model.createSession();
    const heard: [number, number][] = [];
    let last = new Float32Array();
    const nothing = await session.prefill(longIds, {
      probes: [{ name: 'logits' }],
      onPiece: (trace, from) => {
        heard.push([from, trace.length]);
        last = trace.get('logits').slice(-model.info.vocabSize);
      },
    });
    expect(nothing.length).toBe(0);
    const starts = Array.from(heard, (_, i) => i * model.rowsAtOnce([{ name: 'logits' }]));
    expect(heard.map(([from]) => from)).toEqual(starts);
    expect(heard.at(-1)).toEqual([128, 1]);
    expect(await session.logits()).toEqual(last);

    const whole = model.createSession();
    const trace = await whole.prefill(longIds, { probes: [{ name: 'final' }] });
    expect(trace.length).toBe(129);
    expect(trace.get('final')).toHaveLength(129 * model.info.dModel);
    expect(maxAbsError(await whole.logits(), last)).toBeLessThan(allow[kind]);
    session.dispose();
    whole.dispose();
  });

  it('stopped, stands where the last whole piece ended', async () => {
    const session = model.createSession();
    const abort = new AbortController();
    // Whoever asks for all logits gets short pieces on every device.
    const probes = [{ name: 'logits' as const }];
    const reading = session.prefill(longIds, {
      probes,
      signal: abort.signal,
      onPiece: () => abort.abort(),
    });
    await expect(reading).rejects.toThrow(CancelledError);
    expect(session.position).toBe(model.rowsAtOnce(probes));
    await session.prefill(longIds.slice(session.position), { probes });
    const whole = model.createSession();
    await whole.prefill(longIds, { probes });
    expect(await session.logits()).toEqual(await whole.logits());
    session.dispose();
    whole.dispose();
  });

  it('reads nothing without harm, and begins with a state of zeros', async () => {
    const session = model.createSession();
    expect((await session.prefill([])).length).toBe(0);
    expect(session.position).toBe(0);
    const memory = [...(await session.stateH()), ...(await session.stateConv())];
    expect([...memory, await session.logits()].every((v) => v.every((x) => x === 0))).toBe(true);
    session.dispose();
  });

  it('a snapshot is refused by another model’s session', async () => {
    const other = new Model(await open(), await loadCheckpoint(folderSource(modelFolder('mamba'))));
    const [mine, theirs] = [model.createSession(), other.createSession()];
    const snapshot = mine.snapshot();
    expect(() => theirs.restore(snapshot)).toThrow('belongs to the model');
    snapshot.dispose();
    mine.dispose();
    other.dispose();
  });
});
