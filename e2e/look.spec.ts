import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { GeneratePage } from './page';

const sizes = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'narrow', width: 1100, height: 800 },
  { name: 'phone', width: 390, height: 844 },
];

for (const { name, ...viewport } of sizes) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing, at first and while turned, and the page never scrolls sideways`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({
        viewport,
        colorScheme,
        baseURL,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const here = new GeneratePage(page);
      const check = async (): Promise<void> => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`),
        ).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      };
      await here.open();
      await check();
      await here.slider('Δ').press('ArrowRight');
      await expect(page.getByRole('main')).toContainText('yours');
      await check();
      await here.button(/^Prompt/).click();
      await check();
      await context.close();
    });
  }
}

test('the first picture is a recorded real run, marked as such, before any of the model is there', async ({
  page,
}) => {
  const here = new GeneratePage(page);
  await page.route('**/models/**', () => {}); // never answered
  await page.addInitScript(() => {
    document.addEventListener('transitionrun', ({ target, propertyName }) => {
      const moved = `${(target as Element).className} ${propertyName}`;
      document.documentElement.dataset['moved'] = moved;
    });
  });
  await page.goto('');
  await expect(here.badge).toContainText('Recorded run');
  await expect(here.words.last()).toBeVisible();
  await expect(here.candidates).toContainText('play');
  await expect(page.getByRole('main')).toContainText('channel 489');
  // Nothing moves by itself: not when the fonts come, not when the state does.
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => document.documentElement.dataset['moved'])).toBeUndefined();
});
