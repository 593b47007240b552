import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPage, type Page } from './testing/page';

let page: Page;
beforeEach(async () => {
  vi.useFakeTimers();
  page = openPage();
  await page.driver.load();
  page.engine.calls.length = 0;
});
afterEach(() => vi.useRealTimers());

describe('an unexpected error', () => {
  it('keeps text and settings, stops the playing, and offers the CPU', async () => {
    const { yours } = page.state;
    page.engine.problems.advance = { kind: 'unexpected', message: 'out of memory' };
    page.actions.play();
    await vi.advanceTimersByTimeAsync(50);
    expect(page.state).toMatchObject({ playing: false, yours });
    expect(page.state.phase).toMatchObject({ name: 'failed', offerCpu: true });
    page.actions.chooseCpu();
    await vi.advanceTimersByTimeAsync(50);
    expect(page.state.phase.name).toBe('ready');
    expect(page.engine.calls).toContain('load cpu');
    expect(page.state.yours.tokens.length).toBeGreaterThanOrEqual(5);
  });

  it('is shown too if the call itself throws', async () => {
    page.engine.open = () => Promise.reject(new Error('could not be cloned'));
    page.actions.setPrompt('Tom');
    await vi.advanceTimersByTimeAsync(50);
    expect(page.state.phase).toMatchObject({ name: 'failed', offerCpu: true });
  });

  it('leaves buttons to the reader who goes on regardless', async () => {
    page.engine.problems.moment = { kind: 'unexpected', message: 'x' };
    page.actions.setToken(0);
    await vi.advanceTimersByTimeAsync(50);
    page.actions.setToken(4);
    page.actions.step();
    await vi.advanceTimersByTimeAsync(50);
    expect(page.state.notice?.actions).toEqual(['retry', 'chooseCpu']);
  });
});

describe('a lost device', () => {
  const lose = async (reason = 'driver reset') => {
    page.engine.onLost(reason);
    await vi.advanceTimersByTimeAsync(50);
  };

  it('is opened again, with text, cursor and settings as they were', async () => {
    page.actions.setIntervention({ aScale: 4 });
    page.actions.setToken(1);
    await vi.advanceTimersByTimeAsync(50);
    const { yours, before, moment, cursor, intervention } = page.state;
    await lose();
    expect(page.state).toMatchObject({ yours, before, moment, cursor, intervention });
    expect(page.state.device?.kind).toBe('webgpu');
    expect(page.state.notice?.title).toContain('is back');
  });

  it('in the middle of the work is no failure', async () => {
    const go = page.engine.hold('advance');
    page.actions.play();
    await vi.advanceTimersByTimeAsync(50);
    page.engine.onLost('lost');
    go();
    await vi.advanceTimersByTimeAsync(50);
    expect(page.state.phase.name).toBe('ready');
    expect(page.state.playing).toBe(false);
    // The word that was being written when it happened comes after all.
    expect(page.state.yours.tokens).toHaveLength(6);
  });

  it('may be noticed by the work before it is reported', async () => {
    page.engine.problems.moment = { kind: 'deviceLost', message: 'lost' };
    page.actions.setToken(0);
    await vi.advanceTimersByTimeAsync(50);
    expect(page.state.phase.name).toBe('ready');
    await lose();
    expect(page.state.moment?.yours.token).toBe(0);
    expect(page.state.notice?.title).toContain('is back');
  });

  it('twice within a minute leaves the work to the CPU, and says why', async () => {
    await lose();
    vi.advanceTimersByTime(50_000);
    await lose('again');
    expect(page.state.device?.kind).toBe('cpu');
    expect(page.state.deviceWhy).toContain('twice within a minute');
    expect(page.state.notice?.title).toContain('CPU');
    page.actions.step();
    await vi.advanceTimersByTimeAsync(50);
    expect(page.state.yours.tokens).toHaveLength(6);
  });

  it('twice with more than a minute between them is tried again', async () => {
    await lose();
    vi.advanceTimersByTime(61_000);
    await lose();
    expect(page.state.device?.kind).toBe('webgpu');
  });
});
