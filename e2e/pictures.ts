import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { GeneratePage } from './page';

const pictures = [
  { name: 'generate-light', width: 1440, height: 900, colorScheme: 'light' },
  { name: 'generate-dark', width: 1440, height: 900, colorScheme: 'dark' },
  { name: 'phone-light', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
] as const;

for (const { name, colorScheme, ...viewport } of pictures) {
  test(name, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      viewport,
      colorScheme,
      baseURL,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const here = new GeneratePage(page);
    await here.open();
    // A × 16 in the last layer: the ball is forgotten.
    await here.slider('A').press('End');
    await expect(page.getByRole('main')).toContainText('yours');
    await page.mouse.move(0, 0);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.screenshot({ path: fileURLToPath(new URL(`../docs/${name}.png`, import.meta.url)) });
    await context.close();
  });
}
