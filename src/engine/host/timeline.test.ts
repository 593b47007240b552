/**
 * A timeline against a session that reads the same text plainly. On the CPU all ways of computing round alike; on a GPU
 * reading in one piece, in several and step by step add up in other orders, which after eight layers is of the order of
 * 1e-5 in logits of size 10 and 1e-6 in h (see mamba.test.ts).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { CancelledError } from '../errors';
import { Model } from '../models/model';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { fastDevices, maxAbsError, modelFolder, readGolden } from '../testing/devices';
import type { Trace } from '../trace';
import type { Sampling } from '../types';
import { Timeline } from './timeline';

const allow = {
  cpu: { logits: 1e-6, h: 1e-6, summary: 1e-6 },
  webgpu: { logits: 2e-4, h: 1e-5, summary: 2e-5 },
};
const promptIds = [...readGolden('mamba')('input_ids')];
/** Longer than a bookmark's distance, 64. */
const longIds = [...promptIds, ...promptIds.slice(0, 40)];
const lively: Sampling = { temperature: 0.9, topK: 50, topP: 0.95, seed: 4 };
const turned = [{ layer: 'all', deltaScale: 1.3, aScale: 0.9 }] as const;

describe.each(fastDevices)('a timeline on $name', ({ kind, open }) => {
  const allowed = allow[kind];
  let model: Model;
  let tokenizer: Tokenizer;
  /** The long text, read by a plain session. */
  let plain: Trace;

  beforeAll(async () => {
    const checkpoint = await loadCheckpoint(folderSource(modelFolder('mamba')));
    model = new Model(await open(), checkpoint);
    tokenizer = checkpoint.tokenizer!;
    const session = model.createSession();
    plain = await session.prefill(longIds, {
      probes: [{ name: 'logits' }, { name: 'layer.h' }],
    });
    session.dispose();
  });
  afterAll(() => model.dispose());

  const row = (values: Float32Array, t: number, width: number): Float32Array =>
    values.subarray(t * width, (t + 1) * width);

  it('records surprise, mean Δ and the change of the state as they follow from the model', async () => {
    const timeline = new Timeline(model, tokenizer, turned);
    await timeline.read(promptIds.slice(0, 12), false);
    for (let i = 0; i < 3; i++) await timeline.write(lively);
    const { ids, tokens } = timeline;
    expect(ids.slice(0, 12)).toEqual(promptIds.slice(0, 12));
    expect(tokens.map((token) => token.own)).toEqual(ids.map((_, t) => t >= 12));
    expect(tokens.map((token) => token.text).join('')).toBe(tokenizer.decode(ids));

    const session = model.createSession(turned);
    const trace = await session.prefill(ids, {
      probes: [{ name: 'logits' }, { name: 'layer.delta' }, { name: 'layer.h' }],
    });
    session.dispose();
    const { dInner: E, dState: N, nLayers, vocabSize: V } = model.info;
    // Of the first token nothing was known.
    const surprises = ids.map((id, t) => {
      if (t === 0) return null;
      const logits = row(trace.get('logits'), t - 1, V);
      const sum = logits.reduce((total, v) => total + Math.exp(v), 0);
      return -Math.log2(Math.exp(logits[id]!) / sum);
    });
    expect(tokens[0]!.surprise).toBeNull();
    const told = tokens.map((token) => token.surprise);
    expect(maxAbsError(told.slice(1) as number[], surprises.slice(1) as number[])).toBeLessThan(
      10 * allowed.summary,
    );
    for (const [t, token] of tokens.entries()) {
      let movedAll = 0;
      let normAll = 0;
      for (let layer = 0; layer < nLayers; layer++) {
        const delta = row(trace.get('layer.delta', layer), t, E);
        const mean = delta.reduce((total, v) => total + v, 0) / E;
        expect(Math.abs(token.meanDelta[layer]! - mean)).toBeLessThan(allowed.summary);
        const h = row(trace.get('layer.h', layer), t, E * N);
        const before =
          t === 0 ? new Float32Array(E * N) : row(trace.get('layer.h', layer), t - 1, E * N);
        const moved = h.reduce((total, v, i) => total + (v - before[i]!) ** 2, 0);
        const norm = h.reduce((total, v) => total + v * v, 0);
        expect(Math.abs(token.hChange[layer]! - Math.sqrt(moved / norm))).toBeLessThan(
          allowed.summary,
        );
        movedAll += moved;
        normAll += norm;
      }
      expect(Math.abs(token.hChangeAll - Math.sqrt(movedAll / normAll))).toBeLessThan(
        allowed.summary,
      );
    }
    // From nothing, the state's whole length is change.
    expect(tokens[0]!.hChangeAll).toBeCloseTo(1, 5);
    timeline.dispose();
  });

  it('knows the state and the logits at every place, in any order of asking', async () => {
    const timeline = new Timeline(model, tokenizer, []);
    await timeline.read(longIds, false);
    const { dInner: E, dState: N, vocabSize: V } = model.info;
    const last = longIds.length - 1;
    for (const t of [last, 40, 0, 64, 63, 65, 62, 7, 8, 9, last - 1]) {
      const { h, logits } = await timeline.standing(t);
      const near =
        maxAbsError(logits, row(plain.get('logits'), t, V)) < allowed.logits &&
        h.every((values, layer) => {
          const expected = row(plain.get('layer.h', layer), t, E * N);
          return maxAbsError(values, expected) < allowed.h;
        });
      expect({ t, near, layers: h.length }).toEqual({ t, near: true, layers: 8 });
    }
    const { h } = await timeline.standing(-1);
    expect(h.every((layer) => layer.length === E * N && layer.every((v) => v === 0))).toBe(true);
    await expect(timeline.standing(last + 1)).rejects.toThrow(RangeError);
    timeline.dispose();
  });

  it('looking back leaves the text as it was: it goes on as if nobody had looked', async () => {
    const write = async (look: boolean) => {
      const timeline = new Timeline(model, tokenizer, turned);
      await timeline.read(promptIds.slice(0, 9), false);
      for (let i = 0; i < 4; i++) {
        await timeline.write(lively);
        if (look) await timeline.next(i);
      }
      const { tokens } = timeline;
      timeline.dispose();
      return tokens;
    };
    expect(await write(true)).toEqual(await write(false));
  });

  it('cut short and written again is the same text to the last digit', async () => {
    const timeline = new Timeline(model, tokenizer, []);
    await timeline.read(longIds.slice(0, 66), false);
    for (let i = 0; i < 4; i++) await timeline.write(lively);
    const before = structuredClone(timeline.tokens);
    const standing = await timeline.standing(69);

    await timeline.truncate(66);
    expect(timeline.tokens).toEqual(before.slice(0, 66));
    for (let i = 0; i < 4; i++) await timeline.write({ ...lively, seed: 99 });
    expect(timeline.ids).not.toEqual(before.map((token) => token.id));
    // What was known of the old text's places is not told of the new one's.
    expect(await timeline.standing(69)).not.toEqual(standing);

    await timeline.truncate(66);
    for (let i = 0; i < 4; i++) await timeline.write(lively);
    expect(timeline.tokens).toEqual(before);
    expect(await timeline.standing(69)).toEqual(standing);
    timeline.dispose();
  });

  it('cut at a bookmark, before it, or to nothing, stands where it says', async () => {
    const timeline = new Timeline(model, tokenizer, []);
    await timeline.read(longIds.slice(0, 70), false);
    const V = model.info.vocabSize;
    for (const length of [65, 64, 30, 1]) {
      await timeline.truncate(length);
      expect(timeline.length).toBe(length);
      const { logits } = await timeline.standing(length - 1);
      const expected = row(plain.get('logits'), length - 1, V);
      expect(maxAbsError(logits, expected)).toBeLessThan(allowed.logits);
    }
    await timeline.truncate(0);
    expect(await timeline.write(lively)).toBeNull();
    expect(timeline.length).toBe(0);
    await timeline.read(longIds.slice(0, 2), false);
    expect(timeline.tokens[0]!.surprise).toBeNull();
    const { logits } = await timeline.standing(1);
    expect(maxAbsError(logits, row(plain.get('logits'), 1, V))).toBeLessThan(allowed.logits);
    timeline.dispose();
  });

  it('cut and gone on with otherwise, does not lead back into the old text', async () => {
    const timeline = new Timeline(model, tokenizer, []);
    await timeline.read(longIds.slice(0, 75), false);
    await timeline.truncate(30);
    await timeline.read(longIds.slice(30, 75).toReversed(), false);
    const session = model.createSession();
    await session.prefill(timeline.ids.slice(0, 74));
    // The way back to here begins at the bookmark at 64.
    const { logits } = await timeline.standing(73);
    expect(maxAbsError(logits, await session.logits())).toBeLessThan(allowed.logits);
    session.dispose();
    timeline.dispose();
  });

  it('stopped while it reads, keeps what it has read and can go on from there', async () => {
    const timeline = new Timeline(model, tokenizer, []);
    const abort = new AbortController();
    const heard: number[] = [];
    const reading = timeline.read(longIds, false, abort.signal, (count) => {
      heard.push(count);
      abort.abort();
    });
    await expect(reading).rejects.toThrow(CancelledError);
    expect(timeline.length).toBe(heard.reduce((a, b) => a + b, 0));
    expect(timeline.length).toBeGreaterThan(0);
    expect(timeline.length).toBeLessThan(longIds.length);
    await timeline.read(longIds.slice(timeline.length), false);
    expect(timeline.ids).toEqual(longIds);
    const last = longIds.length - 1;
    const { logits } = await timeline.standing(last);
    const expected = row(plain.get('logits'), last, model.info.vocabSize);
    expect(maxAbsError(logits, expected)).toBeLessThan(allowed.logits);
    timeline.dispose();
  });

  it('a state that is held at zero has not changed', async () => {
    const timeline = new Timeline(model, tokenizer, [{ layer: 2, deltaScale: 0, aScale: 1 }]);
    await timeline.read(promptIds.slice(0, 3), false);
    for (const token of timeline.tokens) {
      expect(token.hChange[2]).toBe(0);
      expect([...token.hChange, token.hChangeAll].every(Number.isFinite)).toBe(true);
    }
    timeline.dispose();
  });
});
