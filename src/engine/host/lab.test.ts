/** What the lab promises for every recipe, on the devices that a page runs on; `timeline.test.ts` says where the tolerances come from. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCheckpoint, type Checkpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { CancelledError } from '../errors';
import { measureMeans } from '../means';
import { Model } from '../models/model';
import type { Ops } from '../ops';
import { argmax } from '../sampling';
import { fastDevices, maxAbsError, modelFolder } from '../testing/devices';
import type { Intervention } from '../types';
import { Lab, type Recipe, type Texts } from './lab';

const neutral: Intervention = { layer: 2, deltaScale: 1, aScale: 1 };
const quick: Intervention = { layer: 'all', deltaScale: 2, aScale: 1.2 };
const frozen: Intervention = { ...neutral, layer: 'all', freeze: ['delta', 'B', 'C'] };
const recipe: Recipe = {
  prompt: 'Tom and his dog went to',
  sampling: { temperature: 0, topK: 0, topP: 1, seed: 1 },
  intervention: neutral,
  own: 4,
};
const turned: Recipe = { ...recipe, intervention: quick };
const lively: Recipe = {
  ...recipe,
  sampling: { temperature: 1, topK: 40, topP: 0.95, seed: 11 },
};
const allow = { cpu: { logits: 1e-6, h: 1e-6 }, webgpu: { logits: 2e-4, h: 1e-5 } };
const idsOf = ({ tokens }: Texts['yours']): number[] => tokens.map((token) => token.id);

describe.each(fastDevices)('the lab on $name', ({ kind, open }) => {
  const allowed = allow[kind];
  let ops: Ops;
  let model: Model;
  let checkpoint: Checkpoint;
  let lab: Lab;
  beforeAll(async () => {
    checkpoint = await loadCheckpoint(folderSource(modelFolder('mamba')));
    ops = await open();
    model = new Model(ops, checkpoint);
  });
  afterAll(() => model.dispose());
  beforeEach(() => {
    lab = new Lab(model, checkpoint.tokenizer!);
  });
  afterEach(() => lab.dispose());

  /** What a session writes greedily by itself, and its state after each token's worth. */
  async function alone(interventions: readonly Intervention[], { prompt, own }: Recipe) {
    const session = model.createSession(interventions);
    const ids = checkpoint.tokenizer!.encode(prompt);
    await session.prefill(ids);
    for (let i = 0; i < own; i++) {
      ids.push(argmax(await session.logits()));
      await session.step(ids.at(-1)!);
    }
    const result = { ids, h: await session.stateH(), logits: await session.logits() };
    session.dispose();
    return result;
  }

  it('with nothing turned has one text twice, and one moment', async () => {
    const texts = await lab.open(recipe);
    expect(texts.yours).toEqual(texts.before);
    const expected = await alone([], recipe);
    expect(idsOf(texts.yours)).toEqual(expected.ids);
    const last = expected.ids.length - 1;
    const { yours, before } = await lab.moment(last);
    expect(before).toBeNull();
    expect(yours.token).toBe(last);
    for (const [layer, h] of yours.h.entries()) {
      expect(maxAbsError(h, expected.h[layer]!)).toBeLessThan(allowed.h);
    }
    for (const { id, logit } of yours.next.top) {
      expect(Math.abs(logit - expected.logits[id]!)).toBeLessThan(allowed.logits);
    }
    // Beside the likeliest stands the word that came, however unlikely it was: here those of the prompt.
    for (let t = 0; t < 4; t++) {
      const ids = (await lab.moment(t)).yours.next.top.map(({ id }) => id);
      expect(ids).toContain(expected.ids[t + 1]);
    }
    // The state before a token is the state after the one before it.
    expect((await lab.moment(last - 1)).yours.h).toEqual(yours.hPrevious);
    expect((await lab.moment(0)).yours.hPrevious.every((h) => h.every((v) => v === 0))).toBe(true);
  });

  it('with something turned writes what such a session writes, beside the untouched text', async () => {
    const texts = await lab.open(turned);
    expect(idsOf(texts.yours)).toEqual((await alone([quick], turned)).ids);
    expect(idsOf(texts.before)).toEqual((await alone([], recipe)).ids);
    expect(idsOf(texts.yours)).not.toEqual(idsOf(texts.before));

    // Beside your text stands the untouched model, reading that very text.
    const session = model.createSession();
    const ids = idsOf(texts.yours);
    const t = ids.length - 2;
    const mine = model.createSession([quick]);
    await session.prefill(ids.slice(0, t + 1));
    await mine.prefill(ids.slice(0, t + 1));
    const { yours, before } = await lab.moment(t);
    for (const [moment, alike] of [
      [before!, session],
      [yours, mine],
    ] as const) {
      const logits = await alike.logits();
      for (const { id, logit } of moment.next.top) {
        expect(Math.abs(logit - logits[id]!)).toBeLessThan(allowed.logits);
      }
      for (const [layer, h] of (await alike.stateH()).entries()) {
        expect(maxAbsError(moment.h[layer]!, h)).toBeLessThan(allowed.h);
      }
      alike.dispose();
    }
    // Each side's ten likeliest are on both sides, to be compared.
    const named = (moment: typeof yours) => moment.next.top.map(({ id }) => id).toSorted();
    expect(named(yours)).toEqual(named(before!));
    expect(named(yours).length).toBeGreaterThanOrEqual(10);
  });

  it('with something frozen measures the prompt once, and writes what such a session writes', async () => {
    const ids = checkpoint.tokenizer!.encode(recipe.prompt);
    const session = model.createSession([frozen], await measureMeans(model, ids));
    await session.prefill(ids);
    const written = [...ids];
    for (let i = 0; i < recipe.own; i++) {
      written.push(argmax(await session.logits()));
      await session.step(written.at(-1)!);
    }
    session.dispose();

    /** The text, and how many tokens the model was asked to compute for it. */
    const opened = async (intervention: Intervention) => {
      const forward = vi.spyOn(model, 'forward');
      let last = [0, 1];
      const texts = await lab.open({ ...recipe, intervention }, undefined, (...now) => {
        expect(now[0]).toBeGreaterThanOrEqual(last[0]!);
        last = now;
      });
      expect(last[0]).toBe(last[1]);
      const computed = forward.mock.calls.reduce((sum, [piece]) => sum + piece.length, 0);
      forward.mockRestore();
      return { computed, written: idsOf(texts.yours) };
    };
    const once = ids.length + recipe.own;
    // The untouched text, the measurement, yours, and the untouched model reading yours.
    expect(await opened(frozen)).toEqual({ computed: 3 * once + ids.length, written });
    // Another thing frozen over the same prompt takes no other measurement.
    expect((await opened({ ...frozen, freeze: ['C'] })).computed).toBe(2 * once);
    await expect(lab.open({ ...recipe, prompt: '', intervention: frozen })).resolves.toMatchObject({
      yours: { tokens: [] },
    });
  });

  it('stopped while it measures, measures again when asked again', async () => {
    const target = { ...recipe, own: 0, intervention: frozen };
    const abort = new AbortController();
    const opening = lab.open(target, abort.signal, (done) => {
      // The untouched text is read; the measurement is next.
      if (done >= checkpoint.tokenizer!.encode(recipe.prompt).length) abort.abort();
    });
    await expect(opening).rejects.toThrow(CancelledError);
    const fresh = new Lab(model, checkpoint.tokenizer!);
    expect(await lab.open(target)).toEqual(await fresh.open(target));
    fresh.dispose();
  });

  it('turned and put back is what it was, to the last digit', async () => {
    const texts = structuredClone(await lab.open(lively));
    const moment = structuredClone(await lab.moment(3));
    await lab.open({ ...lively, intervention: quick });
    await lab.moment(3);
    await lab.open({ ...lively, intervention: { ...quick, layer: 3 } });
    expect(await lab.open(lively)).toEqual(texts);
    expect(await lab.moment(3)).toEqual(moment);
  });

  it('the same seed gives the same text, in a lab that has seen others and in a fresh one', async () => {
    const first = structuredClone(await lab.open(lively));
    const other12 = { ...lively.sampling, seed: 12 };
    const other = await lab.open({ ...lively, sampling: other12 });
    expect(idsOf(other.yours)).not.toEqual(idsOf(first.yours));
    await lab.open({ ...recipe, own: 2 });
    expect(await lab.open(lively)).toEqual(first);
    const fresh = new Lab(model, checkpoint.tokenizer!);
    expect(await fresh.open(lively)).toEqual(first);

    // Turned, the untouched model reads the text that is there now and no other.
    const last = idsOf(first.yours).length - 1;
    await lab.open({ ...lively, intervention: quick, sampling: other12 });
    await lab.open({ ...lively, intervention: quick });
    await fresh.open({ ...lively, intervention: quick });
    expect(await lab.moment(last)).toEqual(await fresh.moment(last));
    fresh.dispose();
  });

  it('written on, is what it would have been at once; asked for less, gives less', async () => {
    const long = { ...turned, own: 7 };
    const whole = structuredClone(await lab.open(long));
    const fresh = new Lab(model, checkpoint.tokenizer!);
    const start = await fresh.open(turned);
    const more = await fresh.advance(3);
    for (const side of ['yours', 'before'] as const) {
      expect(more[side].tokens).toHaveLength(3);
      expect([...start[side].tokens, ...more[side].tokens]).toEqual(whole[side].tokens);
    }
    expect(more.milliseconds).toBeGreaterThan(0);
    fresh.dispose();

    const heard: number[] = [];
    const less = await lab.open({ ...turned, own: 2 }, undefined, (done, total) => {
      expect(done).toBeLessThanOrEqual(total);
      heard.push(done);
    });
    expect(less.yours.tokens).toEqual(whole.yours.tokens.slice(0, -5));
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  });

  it('counts its progress to the end', async () => {
    let last = [0, 1];
    await lab.open(turned, undefined, (...now) => {
      expect(now[0]).toBeGreaterThanOrEqual(last[0]!);
      last = now;
    });
    expect(last[0]).toBe(last[1]);
  });

  it('stopped anywhere, gives the right result when it is opened again', async () => {
    const expected = structuredClone(await lab.open({ ...lively, intervention: quick, own: 3 }));
    const target = { ...lively, intervention: quick, own: 3 };
    // In the prompt, in the untouched text, in yours, and where the untouched model reads yours.
    for (const stopAt of [1, 9, 14, 22]) {
      const stopped = new Lab(model, checkpoint.tokenizer!);
      const abort = new AbortController();
      const opening = stopped.open(target, abort.signal, (done) => {
        if (done >= stopAt) abort.abort();
      });
      await expect(opening).rejects.toThrow(CancelledError);
      // Until then there is nothing to be had: texts of two recipes must not mix.
      await expect(stopped.advance(1)).rejects.toThrow('Open a recipe first');
      await expect(stopped.moment(0)).rejects.toThrow('Open a recipe first');
      expect(await stopped.open(target)).toEqual(expected);
      stopped.dispose();
    }
  });

  it('stopped while it writes on, writes the same when asked again', async () => {
    const fresh = new Lab(model, checkpoint.tokenizer!);
    await fresh.open(turned);
    const expected = await fresh.advance(2);
    fresh.dispose();
    await lab.open(turned);
    const abort = new AbortController();
    const writing = lab.advance(2, abort.signal);
    setTimeout(() => abort.abort(), 0);
    await expect(writing).rejects.toThrow(CancelledError);
    const { yours, before } = await lab.advance(2);
    expect({ yours, before }).toEqual({ yours: expected.yours, before: expected.before });
  });

  it('ends a text where the model ends it', async () => {
    const { ids } = await alone([], recipe);
    const { tokenizer } = checkpoint;
    const promptLength = ids.length - recipe.own;
    // A tokenizer that takes the third word that the model is known to write for the end.
    const endOfText = ids[promptLength + 2]!;
    const ending = new Lab(model, { ...tokenizer!, endOfText });
    const texts = await ending.open(recipe);
    expect(idsOf(texts.yours)).toEqual(ids.slice(0, promptLength + 3));
    expect(texts.yours.ended).toBe(true);
    const more = await ending.advance(2);
    expect(more.yours).toEqual({ tokens: [], ended: true });
    // Before its end the same text has not ended.
    expect((await ending.open({ ...recipe, own: 2 })).yours.ended).toBe(false);
    // In the prompt the same token ends nothing.
    const quoting = {
      ...recipe,
      prompt: `${recipe.prompt}${tokenizer!.decode([endOfText])}`,
      own: 1,
    };
    const quoted = await ending.open(quoting);
    expect(quoted.yours.tokens.at(-2)).toMatchObject({ id: endOfText, own: false });
    expect(quoted.yours.tokens.at(-1)!.own).toBe(true);
    ending.dispose();
  });
});
