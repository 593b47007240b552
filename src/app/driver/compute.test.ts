import { beforeEach, describe, expect, it } from 'vitest';
import { openPage, type Page } from './testing/page';

const request = { kind: 'surprise', under: 'before' } as const;
let page: Page;
beforeEach(async () => {
  page = openPage();
  await page.driver.load();
  page.engine.calls.length = 0;
});
const computed = () => page.engine.calls.filter((call) => call.startsWith('compute'));

describe('what is worked out of the text', () => {
  it('is asked of the engine once', async () => {
    const first = await page.actions.compute(request);
    expect(await page.actions.compute(request)).toEqual(first);
    expect(computed()).toHaveLength(1);
    await page.actions.compute({ ...request, under: 'yours' });
    expect(computed()).toHaveLength(2);
  });

  it('is of the text that the page shows, also if that changes in the meantime', async () => {
    const go = page.engine.hold('compute');
    const asking = page.actions.compute(request);
    await page.quiet();
    page.actions.setPrompt('Four words are here');
    await page.quiet();
    go();
    const result = await asking;
    expect(result).toMatchObject({ ok: true, value: { shape: [page.state.yours.tokens.length] } });
    expect(page.text).toBe('Four words are here');
    expect(computed()).toHaveLength(2);
  });

  it('is asked again of a text that has grown', async () => {
    await page.actions.compute(request);
    page.actions.step();
    await page.quiet();
    expect(await page.actions.compute(request)).toMatchObject({ value: { shape: [6] } });
  });
});
