import { beforeEach, describe, expect, it } from 'vitest';
import type { ModelInfo } from '../../engine/types';
import { OTHER } from './testing/fakeEngine';
import { MODELS } from './models';
import { openPage, type Page } from './testing/page';

let page: Page;
beforeEach(async () => {
  page = openPage();
  await page.driver.load();
  page.engine.calls.length = 0;
});

describe('the models that come with the page', () => {
  it('are the three of the project', () => {
    expect(MODELS.map(({ kind }) => kind)).toEqual(['Mamba', 'Mamba-2', 'S4D']);
    for (const { bytes } of MODELS) expect(bytes).toBeGreaterThan(1e6);
  });
});

describe('another model', () => {
  it('takes the text over at once: prompt, sampling and cursor stay, the old picture until then', async () => {
    const go = page.engine.hold('load');
    const { yours } = page.state;
    page.actions.setModel('s4');
    await page.quiet();
    expect(page.state).toMatchObject({ modelName: 's4', model: { name: 'mamba' }, yours });
    expect(page.state.phase).toMatchObject({ name: 'loading', bytes: 1, total: 2 });
    go();
    await page.quiet();
    expect(page.engine.calls).toEqual(['load s4', 'open One two three 2', 'moment 4']);
    expect(page.state).toMatchObject({ model: OTHER, phase: { name: 'ready' } });
    expect(page.state.yours.tokens).toHaveLength(5);
    expect(page.state.run).toContain('s4');
    expect(page.state.notice?.advice).toBe('The cursor moved to layer 0.');
  });

  it('that has fewer layers, or nothing to freeze, says what it changed', async () => {
    page.actions.setChannel(3, 1);
    page.actions.setIntervention({ layer: 1, deltaScale: 2, freeze: ['B'] });
    await page.quiet();
    page.actions.setModel('s4');
    await page.quiet();
    expect(page.state.cursor).toMatchObject({ layer: 0, channel: 1, state: 1 });
    expect(page.state.intervention).toEqual({
      layer: 0,
      deltaScale: 2,
      aScale: 1,
      freeze: undefined,
    });
    expect(page.state.shownIntervention).toEqual(page.state.intervention);
    const { title, advice } = page.state.notice!;
    expect(title).toContain('S4D');
    expect(advice).toMatch(/layer 0.*channel 1.*nothing to freeze/);
  });

  it('that is stopped on its way leaves the old one, which goes on', async () => {
    page.engine.hold('load');
    page.actions.setModel('s4');
    await page.quiet();
    page.engine.hold('load')();
    page.actions.cancel();
    await page.quiet();
    expect(page.state).toMatchObject({ modelName: 'mamba', phase: { name: 'ready' } });
    expect(page.state.notice?.title).toContain('stays');
    page.actions.step();
    await page.quiet();
    expect(page.state.yours.tokens).toHaveLength(6);
  });

  it('that is broken leaves the old one, and says why', async () => {
    page.engine.problems.load = {
      kind: 'checkpoint',
      code: 'corrupt',
      file: 'x',
      message: 'x is damaged',
    };
    page.actions.setModel('s4');
    await page.quiet();
    expect(page.state).toMatchObject({ modelName: 'mamba', phase: { name: 'ready' } });
    expect(page.state.notice).toMatchObject({ tone: 'problem', advice: 'x is damaged' });
  });

  it('chosen while another is on its way: the last one wins', async () => {
    const go = page.engine.hold('load');
    page.actions.setModel('s4');
    await page.quiet();
    page.actions.setModel('mamba2');
    await page.quiet();
    go();
    await page.quiet();
    expect(page.state).toMatchObject({ modelName: 'mamba2', phase: { name: 'ready' } });
    expect(page.state.run).toContain('mamba2');
  });

  it('never shows the trace of the one with the text of the other', async () => {
    page.actions.setScene('inside');
    await page.quiet();
    const shapes: unknown[] = [];
    page.driver.store.subscribe(({ model, trace }) => {
      shapes.push([model.dInner, trace?.of['layer.delta']?.yours.shape[0]]);
    });
    page.actions.setModel('s4');
    await page.quiet();
    for (const [model, trace] of shapes as [number, number][]) expect(trace).toBe(model);
    expect((page.state.model as ModelInfo).dInner).toBe(2);
  });
});

describe('what the address asks for', () => {
  it('comes with the model: words, token, layer', async () => {
    page = openPage({ own: 7, token: 6, layer: 0, channel: 3, state: 1 });
    await page.driver.load();
    expect(page.state.yours.tokens).toHaveLength(10);
    expect(page.state.cursor).toEqual({ token: 6, layer: 0, channel: 3, state: 1 });
    expect(page.state.notice).toBeNull();
  });

  it('as far as there is such a thing, and says what there is not', async () => {
    page = openPage({ own: 0, token: 400, layer: 12 });
    await page.driver.load();
    expect(page.state.cursor).toMatchObject({ token: 2, layer: 1 });
    expect(page.state.notice?.advice).toContain('layer 1');
  });
});
