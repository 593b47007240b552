import { beforeEach, describe, expect, it } from 'vitest';
import { openPage, PROMPT, type Page } from './testing/page';

let page: Page;
beforeEach(() => {
  page = openPage();
});

describe('loading the model', () => {
  it('takes over from the recorded run without moving anything', async () => {
    const { cursor, yours } = page.state;
    await page.driver.load();
    expect(page.state).toMatchObject({ phase: { name: 'ready' }, recorded: false, cursor });
    expect(page.state.yours).toEqual(yours);
    expect(page.state.device?.kind).toBe('webgpu');
    expect(page.state.moment?.yours.token).toBe(cursor.token);
    expect(page.engine.calls).toEqual(['load', `open ${PROMPT} 2`, 'moment 4']);
  });

  it('takes over where the reader has gone in the meantime', async () => {
    const go = page.engine.hold('load');
    const loading = page.driver.load();
    page.actions.setToken(1);
    await page.quiet();
    expect(page.state.phase).toMatchObject({ name: 'loading', bytes: 1, total: 2 });
    go();
    await loading;
    expect(page.state.cursor.token).toBe(1);
    expect(page.state.moment?.yours.token).toBe(1);
  });

  it('follows settings that were changed while there was no model, and says so until then', async () => {
    const go = page.engine.hold('load');
    const loading = page.driver.load();
    page.actions.setIntervention({ aScale: 4 });
    expect(page.state.notice?.title).toContain('will start from this');
    page.actions.resetIntervention();
    expect(page.state.notice).toBeNull();
    page.actions.setIntervention({ aScale: 2 });
    go();
    await loading;
    expect(page.state.shownIntervention.aScale).toBe(2);
    expect(page.state.moment?.before).not.toBeNull();
    expect(page.state.notice).toBeNull();
  });

  it('says at the end of the recorded run that new words come with the model', async () => {
    page.engine.hold('load');
    void page.driver.load();
    page.actions.step();
    await page.quiet();
    expect(page.state.notice?.advice).toContain('recorded run');
    expect(page.state.cursor.token).toBe(4);
    page.actions.play();
    await page.quiet();
    expect(page.state.playing).toBe(false);
  });

  it('can be stopped and taken up again', async () => {
    page.engine.hold('load');
    const loading = page.driver.load();
    await page.quiet();
    page.actions.cancel();
    await loading;
    expect(page.state.phase).toMatchObject({ name: 'failed', cancelled: true });
    expect(page.state.recorded).toBe(true);
    page.actions.step();
    await page.quiet();
    expect(page.state.notice?.actions).toEqual(['retry']);
    page.engine.hold('load')();
    page.actions.retry();
    await page.quiet();
    expect(page.state.phase.name).toBe('ready');
    expect(page.state.notice).toBeNull();
  });

  it('ignores progress that is reported late', async () => {
    await page.driver.load();
    page.engine.report(1, 2); // the text's
    const go = page.engine.hold('load');
    const again = page.driver.load();
    await page.quiet();
    const late = page.engine.report;
    go();
    await again;
    late(2, 2);
    expect(page.state.phase.name).toBe('ready');
    expect(page.state.task).toBeNull();
  });

  it('names what is wrong with the files, and a retry works', async () => {
    const message = 'model.safetensors is cut short.';
    page.engine.problems.load = { kind: 'checkpoint', code: 'corrupt', file: 'm', message };
    await page.driver.load();
    expect(page.state.phase).toMatchObject({ name: 'failed', advice: message, offerCpu: false });
    expect(page.state.recorded).toBe(true);
    page.actions.retry();
    await page.quiet();
    expect(page.state.phase.name).toBe('ready');
  });

  it('offers the CPU if the device is lost before there is a model', async () => {
    page.engine.problems.load = { kind: 'deviceLost', message: 'gone' };
    await page.driver.load();
    expect(page.state.phase).toMatchObject({ name: 'failed', offerCpu: true });
    page.actions.chooseCpu();
    await page.quiet();
    expect(page.state.device?.kind).toBe('cpu');
  });

  it('says so if the engine cannot even start, and starts another one', async () => {
    page.engine.hold('load');
    void page.driver.load();
    await page.quiet();
    page.broken('no script');
    expect(page.state.phase).toMatchObject({ name: 'failed', cancelled: false });
    void page.engine.cancel();
    page.engine.hold('load')();
    page.actions.retry();
    await page.quiet();
    expect(page.state.phase.name).toBe('ready');
  });
});
