import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';
import { GeneratePage } from './page';

/** What each scene is shown with: an address of the page. */
const SCENES = {
  // A × 16 in the last layer: the ball is forgotten.
  generate: 'A=16',
  block: 'scene=block&token=17',
  discretise: 'scene=discretise&token=17',
  select: 'scene=select&token=17&A=16',
  state: 'scene=state&token=52',
  views: 'scene=views&token=45',
  duality: 'scene=duality&model=mamba2&token=38',
  memory: 'scene=memory',
};

const LOOKS = [
  { look: 'light', width: 1440, height: 900, colorScheme: 'light' },
  { look: 'dark', width: 1440, height: 900, colorScheme: 'dark' },
  { look: 'phone-light', width: 390, height: 844, colorScheme: 'light' },
  { look: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
] as const;

/** Those that the README shows. */
const KEPT = new Set([
  ...['select', 'views', 'memory'].flatMap((scene) => [`${scene}-light`, `${scene}-dark`]),
  'select-phone-light',
  'select-phone-dark',
]);

const path = (from: string): string => fileURLToPath(new URL(from, import.meta.url));
/** All of them, to be looked at. */
const ALL = path('../test-results/pictures/');

for (const { look, colorScheme, ...viewport } of LOOKS) {
  test(look, async ({ browser, baseURL }) => {
    mkdirSync(ALL, { recursive: true });
    const context = await browser.newContext({
      viewport,
      colorScheme,
      baseURL,
      reducedMotion: 'reduce',
    });
    for (const [scene, address] of Object.entries(SCENES)) {
      const page = await context.newPage();
      await page.goto(`#${address}`);
      const here = new GeneratePage(page);
      await here.ready();
      await page.getByRole('main').locator('canvas, svg[role]').first().waitFor();
      // The last pictures follow the first by a moment.
      await page.waitForTimeout(2000);
      await page.screenshot({ path: `${ALL}${scene}-${look}.png` });
      if (KEPT.has(`${scene}-${look}`)) {
        copyFileSync(`${ALL}${scene}-${look}.png`, path(`../docs/${scene}-${look}.png`));
      }
      await page.close();
    }
    await context.close();
  });
}
