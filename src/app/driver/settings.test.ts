import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPage, PROMPT, type Page } from './testing/page';

let page: Page;
beforeEach(async () => {
  page = openPage();
  await page.driver.load();
  page.engine.calls.length = 0;
});
afterEach(() => vi.useRealTimers());

/** What the reader can see and set. */
const picture = ({ state }: Page) => {
  const { yours, before, cursor, moment, prompt, sampling, phase, task } = state;
  return { yours, before, cursor, moment, prompt, sampling, phase, task };
};

describe('turning a slider', () => {
  it('lets the last of many changes win', async () => {
    const go = page.engine.hold('open');
    page.actions.setIntervention({ deltaScale: 2 });
    await page.quiet();
    for (const deltaScale of [3, 4, 5]) page.actions.setIntervention({ deltaScale });
    // The sliders follow the hand; the picture does not, until it is all there.
    expect(page.state.intervention.deltaScale).toBe(5);
    expect(page.state.shownIntervention.deltaScale).toBe(1);
    go();
    await page.quiet();
    expect(page.state.shownIntervention.deltaScale).toBe(5);
    expect(page.text).toContain('Δ5');
    expect(page.engine.calls.filter((c) => c.startsWith('open'))).toHaveLength(2);
  });

  it('ends exactly where it began when it is put back', async () => {
    page.actions.setToken(2);
    await page.quiet();
    const before = picture(page);
    page.actions.setIntervention({ aScale: 16, layer: 'all' });
    await page.quiet();
    expect(page.state.moment?.before).not.toBeNull();
    page.actions.resetIntervention();
    await page.quiet();
    expect(picture(page)).toEqual(before);
  });

  it('stops long work that is out of date, and lets short work finish', async () => {
    page.engine.steps = 1000;
    page.engine.hold('open');
    page.actions.setIntervention({ deltaScale: 2 });
    await page.quiet();
    page.engine.hold('open')();
    page.actions.setIntervention({ deltaScale: 3 });
    await page.quiet();
    expect(page.state.shownIntervention.deltaScale).toBe(3);
  });

  it('opens the text again when it is put back while the engine had already begun the other one', async () => {
    page.engine.steps = 1000;
    page.engine.hold('open');
    page.actions.setIntervention({ deltaScale: 2 });
    await page.quiet();
    page.engine.hold('open')();
    page.actions.resetIntervention();
    await page.quiet();
    page.actions.step();
    await page.quiet();
    expect(page.state.phase.name).toBe('ready');
    expect(page.state.yours.tokens).toHaveLength(6);
  });

  it('brings the cursor back to where the reader was when a shorter text is put back', async () => {
    page.engine.endsAt = ({ intervention }) => (intervention.aScale === 16 ? 0 : Infinity);
    page.actions.setIntervention({ aScale: 16 });
    await page.quiet();
    expect(page.state.cursor.token).toBe(2);
    expect(page.state.yours.ended).toBe(true);
    page.actions.resetIntervention();
    await page.quiet();
    expect(page.state.cursor.token).toBe(4);
    expect(page.state.yours.tokens).toHaveLength(5);
  });
});

describe('sampling', () => {
  it('draws the words again, as many as there were', async () => {
    page.actions.setSampling({ seed: 9 });
    await page.quiet();
    expect(page.text).toContain('|9|');
    expect(page.state.yours.tokens).toHaveLength(5);
  });

  it('takes no value that the engine would refuse', () => {
    page.actions.setSampling({ temperature: -1 });
    expect(page.state.sampling.temperature).toBe(0);
  });
});

describe('a new prompt', () => {
  it('starts afresh with the cursor at its end', async () => {
    page.actions.setToken(0);
    expect(page.actions.setPrompt('Tom had a cat')).toBeNull();
    await page.quiet();
    expect(page.text).toBe('Tom had a cat');
    expect(page.state.cursor.token).toBe(3);
    expect(page.state.before.tokens).toHaveLength(4);
  });

  it('starts afresh too when it is the same as before', async () => {
    page.actions.setPrompt(PROMPT);
    await page.quiet();
    expect(page.text).toBe(PROMPT);
    page.actions.setToken(0);
    await page.quiet();
    page.actions.setPrompt(PROMPT);
    await page.quiet();
    expect(page.state.cursor.token).toBe(2);
    expect(page.state.moment?.yours.token).toBe(2);
  });

  it('is refused with a message and no change if it is empty or too long', () => {
    const before = page.state;
    expect(page.actions.setPrompt(' \n ')).toContain('at least one word');
    expect(page.actions.setPrompt('a'.repeat(100_001))).toContain('100,001');
    expect(page.state).toBe(before);
    expect(page.engine.calls).toEqual([]);
  });

  it('that takes long shows how far it is, and can be stopped: text, settings and cursor return', async () => {
    page.actions.setIntervention({ deltaScale: 2 });
    page.actions.setToken(1);
    await page.quiet();
    const before = picture(page);
    vi.useFakeTimers();
    page.engine.steps = 5000;
    page.engine.hold('open');
    page.actions.setPrompt('A very long story');
    await vi.advanceTimersByTimeAsync(400);
    expect(page.state.task).toMatchObject({ done: 1, total: 5000 });
    // Nothing of the picture has changed yet.
    expect(page.state.yours).toBe(before.yours);
    page.engine.hold('open')();
    page.actions.cancel();
    await vi.advanceTimersByTimeAsync(400);
    expect(picture(page)).toEqual(before);
    page.actions.setToken(99);
    page.actions.step();
    await vi.advanceTimersByTimeAsync(400);
    expect(page.state.yours.tokens).toHaveLength(6);
  });

  it('is not undone later by a stop that came too late', async () => {
    const go = page.engine.hold('moment');
    page.actions.setToken(0);
    await page.quiet();
    page.actions.cancel(); // a moment cannot be stopped
    go();
    await page.quiet();
    page.engine.steps = 1000;
    page.engine.hold('open');
    page.actions.setPrompt('First try');
    await page.quiet();
    page.engine.hold('open')();
    page.actions.setPrompt('Second try');
    await page.quiet();
    expect(page.text).toBe('Second try');
  });

  it('while it plays, stops the playing and is read', async () => {
    vi.useFakeTimers();
    page.actions.play();
    await vi.advanceTimersByTimeAsync(50);
    page.actions.setPrompt('Something else');
    await vi.advanceTimersByTimeAsync(200);
    expect(page.state.playing).toBe(false);
    expect(page.text).toBe('Something else');
  });
});
