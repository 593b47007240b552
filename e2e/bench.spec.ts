import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { GeneratePage } from './page';

const hasGpu = (): boolean => test.info().project.name === 'webgpu';

/** The first line of a run: the copy on a GPU, a prompt of 128 tokens on the CPU. */
const firstLine = (page: Page): Locator =>
  page.getByRole('row', { name: hasGpu() ? /^From one buffer/ : /^128 tokens/ });

test('the benchmark is found from the device badge, measures, stops, and leaves the live model as it was', async ({
  page,
}) => {
  const here = new GeneratePage(page);
  await here.open();
  const words = await here.words.allInnerTexts();
  const length = await here.count();
  await here.badge.click();
  await page.getByRole('link', { name: 'Measure this device' }).click();
  await expect(page.getByRole('heading', { name: /^How fast/ })).toBeFocused();
  await expect(page).toHaveURL(/#bench$/);
  const without = page.getByText(/only the CPU can be measured/);
  if (hasGpu()) await expect(without).toHaveCount(0);
  else await expect(without).toBeVisible();

  await here.button(/^Run$/).click();
  const line = firstLine(page);
  await expect(line).toContainText(hasGpu() ? /\d GB\/s/ : /\d tokens\/s/, { timeout: 90_000 });
  await expect(line).toContainText('right');
  await expect(line).toContainText(hasGpu() ? 'not a bit off its source' : 'off the reference');
  // Each result is said; by now it may be the next one's turn.
  await expect(page.getByRole('status').filter({ hasText: /: .*(right|Left out)/ })).toHaveCount(1);
  await here.button('Stop').click();
  await expect(page.getByText('Stopped. What was measured stays.')).toBeAttached();
  await expect(line).toContainText('right');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    here.button('Download').click(),
  ]);
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const report = JSON.parse(Buffer.concat(chunks).toString());
  expect(report.results[0]).toMatchObject({ state: 'done', timing: { runs: 5 } });

  await page.getByRole('link', { name: 'Back to the model' }).click();
  expect(await here.words.allInnerTexts()).toEqual(words);
  await here.button('Step: next word').click();
  await here.expectWords(length + 1);
});

test('leaving the page stops the benchmark, so that the model answers at once', async ({
  page,
}) => {
  const here = new GeneratePage(page);
  await here.open();
  await page.goto('#bench');
  await here.button(/^Run$/).click();
  await expect(here.button('Stop')).toBeVisible();
  await page.goto('#');
  await here.usePrompt('The dog');
  await here.expectWords(2);
});

for (const [name, viewport] of [
  ['desktop', { width: 1440, height: 900 }],
  ['narrow', { width: 1000, height: 800 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing, the table is a table, and nothing scrolls sideways`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ viewport, colorScheme, baseURL });
      const page = await context.newPage();
      await page.goto('#bench');
      const rows = page.getByRole('table', { name: 'Results, line by line' }).getByRole('row');
      await expect(rows.first()).toBeAttached();
      expect(await rows.count()).toBeGreaterThan(hasGpu() ? 10 : 4);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`),
      ).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      await context.close();
    });
  }
}
