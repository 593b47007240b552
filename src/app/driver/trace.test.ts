import { beforeEach, describe, expect, it } from 'vitest';
import type { ProbeName } from '../../engine/types';
import { rowOf, tracedIn } from '../store/trace';
import { ByteCache } from './byteCache';
import { MODEL } from './testing/fakeEngine';
import { openPage, type Page } from './testing/page';
import { MOST_TOKENS, TraceBook, type TraceWish } from './trace';

let page: Page;
beforeEach(async () => {
  page = openPage();
  await page.driver.load();
  page.actions.setScene('inside');
  await page.quiet();
});
const traces = () => page.engine.calls.filter((call) => call.startsWith('trace'));
const traced = (name: ProbeName) => tracedIn(page.state, name)!;

describe('what a scene reads of every token', () => {
  it('is of the layer under the cursor, all tokens of the text, in one call', () => {
    expect(traces()).toEqual(['trace 1 0+5']);
    const delta = traced('layer.delta');
    expect(delta).toMatchObject({ first: 0, rows: 5, layer: 1, unit: null, before: null });
    expect(delta.yours.shape).toEqual([4]);
    expect([...rowOf(delta.yours, delta, 3)!]).toEqual([103, 103, 103, 103]);
    expect(rowOf(delta.yours, delta, 5)).toBeNull();
    expect(traced('layer.h')).toMatchObject({ unit: 0, yours: { shape: [2] } });
    expect(tracedIn(page.state, 'layer.B')).toBeNull();
  });

  it('does not trouble the engine when the cursor moves along the text', async () => {
    page.engine.calls.length = 0;
    const before = page.state.trace;
    for (const t of [0, 4, 2, 1]) {
      page.actions.setToken(t);
      await page.quiet();
    }
    expect(page.engine.calls).toEqual([]);
    expect(page.state.trace).toBe(before);
  });

  it('stays the same object while a scene’s moment follows the cursor', async () => {
    page.actions.setScene('both');
    await page.quiet();
    const { trace, moment } = page.state;
    page.actions.setToken(1);
    await page.quiet();
    expect(page.state.moment).not.toBe(moment);
    expect(page.state.trace).toBe(trace);
    page.actions.setToken(99);
    page.actions.step();
    await page.quiet();
    expect(page.state.trace).not.toBe(trace);
  });

  it('grows by the word that is written, and comes together with it', async () => {
    page.engine.calls.length = 0;
    page.actions.setToken(99);
    page.actions.step();
    await page.quiet();
    expect(page.engine.calls).toEqual(['advance', 'trace 1 5+1']);
    const delta = traced('layer.delta');
    expect(delta.rows).toBe(6);
    const first = [...delta.yours.values].filter((_, i) => i % 4 === 0);
    expect(first).toEqual([100, 101, 102, 103, 104, 105]);
  });

  it('is read once of each layer and channel', async () => {
    page.actions.setLayer(0);
    await page.quiet();
    expect(page.state.trace).toMatchObject({ layer: 0 });
    page.actions.setChannel(2);
    await page.quiet();
    expect(traced('layer.h').unit).toBe(2);
    page.actions.setLayer(1);
    await page.quiet();
    page.actions.setLayer(0);
    page.actions.setChannel(0);
    await page.quiet();
    // Δ of all channels, h of one: only h of channel 2 is new, in either layer.
    expect(traces()).toEqual(['trace 1 0+5', 'trace 0 0+5', 'trace 0 0+5', 'trace 1 0+5']);
  });

  it('stays the old layer’s, and says so, until the other one is there', async () => {
    const go = page.engine.hold('trace');
    page.actions.setLayer(0);
    await page.quiet();
    expect(page.state.cursor.layer).toBe(0);
    expect(page.state.trace).toMatchObject({ layer: 1 });
    go();
    await page.quiet();
    expect(page.state.trace).toMatchObject({ layer: 0 });
  });

  it('has the untouched model beside it while something is turned, and changes together with the text', async () => {
    const go = page.engine.hold('trace');
    page.actions.setIntervention({ deltaScale: 2 });
    await page.quiet();
    expect(page.state.shownIntervention.deltaScale).toBe(1);
    expect(traced('layer.delta').before).toBeNull();
    go();
    await page.quiet();
    expect(page.state.shownIntervention.deltaScale).toBe(2);
    const { yours, before } = traced('layer.delta');
    expect([yours.values[4], before!.values[4]]).toEqual([101, -101]);
    page.engine.calls.length = 0;
    page.actions.resetIntervention();
    await page.quiet();
    expect(traces()).toEqual([]);
  });

  it('is not read for a scene that does without, nor the moment for one that does without that', async () => {
    expect(page.state.moment).toBeNull();
    page.engine.calls.length = 0;
    page.actions.setScene('generate');
    await page.quiet();
    page.actions.setToken(1);
    await page.quiet();
    expect(page.engine.calls).toEqual(['moment 1']);
    expect(page.state.trace).toBeNull();
  });

  it('that the reader stops is not begun again by itself', async () => {
    page.engine.hold('trace');
    page.actions.setLayer(0);
    await page.quiet();
    page.engine.hold('trace')();
    page.actions.cancel();
    await page.quiet();
    expect(traces()).toHaveLength(2);
    expect(page.state).toMatchObject({ trace: null, phase: { name: 'ready' } });
    page.actions.setLayer(1);
    await page.quiet();
    expect(page.state.trace).toMatchObject({ layer: 1 });
  });
});

describe('bounds', () => {
  const wish = (token: number, length: number): TraceWish => ({
    model: { ...MODEL, dInner: 512, dState: 16 },
    run: 'a',
    isTurned: false,
    cursor: { layer: 0, channel: 0, token },
    length,
    probes: ['layer.delta'],
  });

  it('of a long text, a window around the cursor is read', () => {
    for (const token of [0, 3, 500, 700, 2047, 2999]) {
      const request = new TraceBook().missing(wish(token, 3000))!;
      expect(request.count).toBeLessThanOrEqual(MOST_TOKENS);
      expect(request.from).toBeLessThanOrEqual(token);
      expect(request.from + request.count).toBeGreaterThan(token);
      expect(request.from + request.count).toBeLessThanOrEqual(3000);
    }
    // A few steps to either side are within the same window.
    expect(TraceBook.nameOf(wish(700, 3000))).toBe(TraceBook.nameOf(wish(760, 3000)));
    expect(TraceBook.nameOf(wish(0, 300))).toBe(TraceBook.nameOf(wish(299, 300)));
  });

  it('large intermediates get a shorter window', () => {
    const large: Partial<TraceWish> = {
      model: {
        ...MODEL,
        kind: 'Mamba-2',
        dInner: 512,
        dState: 128,
        heads: { nHeads: 8, headDim: 64, nGroups: 1 },
      },
      probes: [
        'layer.x',
        'layer.delta',
        'layer.ssmOut',
        'layer.B',
        'layer.C',
        { name: 'layer.h', of: 'channel' },
      ],
    };
    const { count } = new TraceBook().missing({ ...wish(0, 3000), ...large })!;
    expect(count * 64 * 128 * 4).toBeLessThanOrEqual(12 * 2 ** 20);
    expect(count).toBeGreaterThan(256);
    // Wherever the cursor is, the window begins at a token.
    for (let token = 0; token < 3000; token += 50) {
      const { from } = new TraceBook().missing({ ...wish(token, 3000), ...large })!;
      expect(Number.isInteger(from) && from <= token).toBe(true);
    }
  });

  it('what was used last stays when there is too much', () => {
    const cache = new ByteCache(10);
    cache.set('a', { bytes: 4 });
    cache.set('b', { bytes: 4 });
    cache.get('a');
    cache.set('c', { bytes: 4 });
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([
      { bytes: 4 },
      undefined,
      { bytes: 4 },
    ]);
    cache.set('huge', { bytes: 99 });
    expect([cache.get('a'), cache.get('huge')?.bytes]).toEqual([undefined, 99]);
  });
});
