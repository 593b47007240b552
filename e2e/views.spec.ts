/** The scene Views, with mouse, keyboard and finger, in both themes. One page for several checks: loading takes seconds. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { nothingWrong } from './nothingWrong';
import { GeneratePage } from './page';

const main = (page: Page): Locator => page.getByRole('main');
const lane = (page: Page, name: string): Locator =>
  main(page)
    .locator('.views-lane')
    .filter({ has: page.getByRole('heading', { name: new RegExp(`^${name}`) }) });
/** The numbers at the ends of the three lanes, of one moment. */
const results = async (page: Page): Promise<number[]> =>
  (await main(page).locator('.views-given:last-child b').allInnerTexts()).map((text) =>
    Number(text.replace('−', '-')),
  );

async function openViews(page: Page, address = ''): Promise<GeneratePage> {
  const here = new GeneratePage(page);
  await page.goto(`#scene=views${address}`);
  await here.ready();
  await expect(main(page).getByText('One kernel').first()).toBeVisible();
  return here;
}

async function sameResult(page: Page): Promise<number> {
  const found = await results(page);
  expect(found).toHaveLength(3);
  for (const y of found) expect(Math.abs(y - found[0])).toBeLessThan(5e-4);
  return found[0];
}

const step = (page: Page, text: string): Locator =>
  page.getByRole('listitem').filter({ hasText: text });

test('three ways give one y at every word; the best fixed kernel misses it until it is frozen', async ({
  page,
}) => {
  await openViews(page, '&token=30');
  const stage = main(page);
  await expect(stage.getByText('One kernel no longer fits')).toBeVisible();
  await sameResult(page);

  // One word back: another y, the same in three ways; the step of Try this is done.
  const word = stage.getByText(/^kernel of “/).first();
  const before = await word.innerText();
  await page.keyboard.press('ArrowLeft');
  await expect(word).not.toHaveText(before);
  await sameResult(page);
  await expect(step(page, 'Step back by one word')).toContainText(/done/i);

  // Mouse: a product says what it was made of.
  const kernel = stage.getByRole('grid', { name: /^The kernel over the words/ });
  const box = (await kernel.boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + 60);
  await expect(stage.locator('.hover-readout')).toContainText(/back/);
  await page.mouse.move(5, 5);

  // Keyboard: the tree’s pairs lead to the two that each was made of.
  const tree = stage.getByRole('grid', { name: /^Pairs of the scan/ });
  await tree.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(stage.locator('.hover-readout.pinned li')).toHaveCount(3);
  await page.keyboard.press('Escape');

  // Levels: nothing is known of y before they have all happened.
  const levels = page.getByRole('slider', { name: 'Levels that have happened' });
  await levels.press('Home');
  await expect(lane(page, 'Parallel scan')).toContainText('…');
  await levels.press('ArrowRight');
  await expect(step(page, 'level 0')).toContainText(/done/i);
  await levels.press('End');
  await sameResult(page);

  // From selective to frozen: the error grows with every step back up.
  const slider = page.getByRole('slider', { name: 'From frozen to selective' });
  await slider.press('Home');
  const curve = stage.getByRole('img', { name: /^How far the weights/ });
  await expect(curve).toHaveAccessibleName(/0\.0% here/);
  await expect(step(page, 'Slide from')).toContainText(/done/i);
  let last = 0;
  for (let i = 0; i < 3; i++) {
    await slider.press('PageUp');
    await expect(curve).not.toHaveAccessibleName(new RegExp(`, ${last.toFixed(1)}% here`));
    const now = Number(/([\d.]+)% here/.exec((await curve.getAttribute('aria-label'))!)![1]);
    expect(now).toBeGreaterThan(last);
    last = now;
  }

  // Every way has really been run here, once somebody looks.
  await stage
    .getByRole('heading', { name: 'Every way, run on this device' })
    .scrollIntoViewIfNeeded();
  await expect(stage.getByRole('row', { name: /^parallel scan/ })).toContainText('10⁻');

  // And loop and scan are timed when asked for.
  await page.getByRole('button', { name: /^Time loop and scan/ }).click();
  await expect(stage.getByRole('row', { name: /^loop, word by word/ })).toContainText(/\d ms/);
  await expect(stage.getByText(/^Here the (loop|scan) takes/)).toBeVisible();
});

test('in S4D one kernel fits, also turned; in Mamba-2 it does not', async ({ page }) => {
  const here = await openViews(page, '&model=s4&token=30');
  await expect(main(page).getByText('One kernel fits')).toBeVisible();
  const y = await sameResult(page);
  await here.slider('A').press('End');
  await expect.poll(async () => (await results(page))[0]).not.toBe(y);
  await sameResult(page);
  await expect(main(page).getByText('One kernel fits')).toBeVisible();
});

test('in Mamba-2 no kernel fits either', async ({ page }) => {
  await openViews(page, '&model=mamba2&token=30');
  await expect(main(page).getByText('One kernel no longer fits')).toBeVisible();
  await sameResult(page);
});

test('axe finds nothing in either theme, on a phone neither, and nothing scrolls sideways', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openViews(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await nothingWrong(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(lane(page, 'Parallel scan')).toBeVisible();
  await sameResult(page);
  await nothingWrong(page);
});
