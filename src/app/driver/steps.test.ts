import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPage, type Page } from './testing/page';

let page: Page;
beforeEach(async () => {
  page = openPage();
  await page.driver.load();
  page.engine.calls.length = 0;
});
afterEach(() => vi.useRealTimers());

describe('stepping', () => {
  it('writes one token at the end, and the cursor follows', async () => {
    page.actions.step();
    await page.quiet();
    expect(page.state.yours.tokens).toHaveLength(6);
    expect(page.state.cursor.token).toBe(5);
    expect(page.state.moment?.yours.token).toBe(5);
    expect(page.engine.calls).toEqual(['advance', 'moment 5']);
    expect(page.state.tokensPerSecond).toBe(100);
  });

  it('only moves in the middle of the text', async () => {
    page.actions.stepBack();
    page.actions.stepBack();
    page.actions.step();
    await page.quiet();
    expect(page.state.yours.tokens).toHaveLength(5);
    expect(page.state.cursor.token).toBe(3);
    expect(page.engine.calls).not.toContain('advance');
  });

  it('stays within the text however hard it is pressed', async () => {
    for (let i = 0; i < 20; i++) page.actions.stepBack();
    expect(page.state.cursor.token).toBe(0);
    page.actions.setToken(1e6);
    page.actions.setToken(-3);
    page.actions.setToken(1e6);
    await page.quiet();
    expect(page.state.cursor.token).toBe(4);
    expect(page.state.moment?.yours.token).toBe(4);
  });

  it('passes over places that the reader has left before their moment came', async () => {
    const go = page.engine.hold('moment');
    page.actions.setToken(0);
    await page.quiet();
    for (const t of [1, 2, 3]) page.actions.setToken(t);
    go();
    await page.quiet();
    expect(page.engine.calls).toEqual(['moment 0', 'moment 3']);
  });

  it('writes one token for many presses while one is being written', async () => {
    const go = page.engine.hold('advance');
    for (let i = 0; i < 5; i++) page.actions.step();
    await page.quiet();
    go();
    await page.quiet();
    expect(page.state.yours.tokens).toHaveLength(6);
  });

  it('says that the text has ended', async () => {
    page.engine.endsAt = () => 3;
    page.actions.step();
    await page.quiet();
    expect(page.state.yours.ended).toBe(true);
    page.actions.step();
    await page.quiet();
    expect(page.state.notice?.title).toContain('ended');
    expect(page.state.yours.tokens).toHaveLength(6);
  });

  it('means the text that was asked for, not the one that still stands there', async () => {
    const go = page.engine.hold('open');
    page.actions.setPrompt('A new story');
    page.actions.step();
    await page.quiet();
    go();
    await page.quiet();
    expect(page.text).toMatch(/^A new story 0</);
    expect(page.state.cursor.token).toBe(3);
  });

  it('moves layers and channels without asking the engine', () => {
    page.actions.setLayer(9);
    expect(page.state.cursor.layer).toBe(1);
    page.actions.setLayer(0);
    // Nothing is turned: the sliders follow.
    expect(page.state.intervention.layer).toBe(0);
    page.actions.setChannel(2, 7);
    expect(page.state.cursor).toMatchObject({ channel: 2, state: 1 });
    expect(page.engine.calls).toEqual([]);
  });
});

describe('playing', () => {
  it('writes at the chosen pace until it is paused', async () => {
    vi.useFakeTimers();
    page.actions.setPace(10);
    page.actions.play();
    await vi.advanceTimersByTimeAsync(950);
    expect(page.state.yours.tokens).toHaveLength(15);
    page.actions.setPace(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.state.yours.tokens).toHaveLength(17);
    page.actions.pause();
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.state.yours.tokens).toHaveLength(17);
    expect(page.state.playing).toBe(false);
  });

  it('plays through what is there before it writes', async () => {
    vi.useFakeTimers();
    page.actions.setPace(10);
    page.actions.setToken(0);
    page.actions.play();
    await vi.advanceTimersByTimeAsync(350);
    expect(page.state.cursor.token).toBe(4);
    expect(page.state.yours.tokens).toHaveLength(5);
  });

  it('goes at one pace however often it is paused and played', async () => {
    vi.useFakeTimers();
    page.actions.setPace(10);
    for (let i = 0; i < 6; i++) {
      page.actions.play();
      page.actions.pause();
    }
    page.actions.play();
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.state.yours.tokens.length).toBeLessThanOrEqual(17);
  });

  it('stops at the end of the story and says so', async () => {
    vi.useFakeTimers();
    page.engine.endsAt = () => 5;
    page.actions.play();
    await vi.advanceTimersByTimeAsync(500);
    expect(page.state).toMatchObject({ playing: false, yours: { ended: true } });
    expect(page.state.notice?.title).toContain('ended');
  });

  it('goes on under new settings, in one text after the other', async () => {
    vi.useFakeTimers();
    page.actions.setPace(20);
    page.actions.play();
    await vi.advanceTimersByTimeAsync(120);
    for (const deltaScale of [2, 4, 0.5, 8]) {
      page.actions.setIntervention({ deltaScale });
      await vi.advanceTimersByTimeAsync(30);
    }
    expect(page.state.playing).toBe(true);
    page.actions.pause();
    await vi.advanceTimersByTimeAsync(100);
    expect(page.state.shownIntervention.deltaScale).toBe(8);
    expect(page.state.cursor.token).toBe(page.state.yours.tokens.length - 1);
  });
});
