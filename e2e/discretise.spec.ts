/** The scene Discretise, with mouse, keyboard and finger, in both themes. One page for several checks: loading takes seconds. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { nothingWrong } from './nothingWrong';
import { GeneratePage } from './page';

const main = (page: Page): Locator => page.getByRole('main');
const delta = (page: Page): Locator => page.getByRole('slider', { name: 'Δ of the last step' });
const status = (page: Page, text: string): Locator => main(page).getByText(text, { exact: true });
const own = 'The model’s own numbers.';
const done = (page: Page, text: string): Locator =>
  page.getByRole('listitem').filter({ hasText: text }).filter({ hasText: /done/i });

async function openDiscretise(page: Page): Promise<GeneratePage> {
  const here = new GeneratePage(page);
  await here.open();
  await page.getByRole('navigation').getByRole('button', { name: 'Discretise' }).click();
  await expect(status(page, own)).toBeVisible();
  return here;
}

/** A row of the table: its numbers. */
async function numbers(page: Page, way: string | RegExp): Promise<number[]> {
  const row = main(page).getByRole('row').filter({ hasText: way });
  const texts = await row.getByRole('cell').allInnerTexts();
  return texts.map((t) => Number(t.replace('−', '-'))).filter((v) => !Number.isNaN(v));
}

async function drag(page: Page, handle: Locator, by: number): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y, { steps: 3 });
  await page.mouse.move(x + by, y, { steps: 3 });
  await page.mouse.up();
}

/** A slider's value. The lower figures follow a moment after the hand, so it is polled for. */
const valueOf = async (slider: Locator): Promise<number> =>
  Number(await slider.getAttribute('aria-valuenow'));

test('a step is the model’s own until the reader moves it, by mouse or keys, and again when put back', async ({
  page,
}) => {
  await openDiscretise(page);
  // A real place: the word with the longest step. The code's row says which formula B̄ is.
  await page.getByRole('button', { name: 'longest step: “ball”' }).click();
  await expect(main(page).getByText('The step of “ball”, four ways')).toBeVisible();
  await expect(done(page, 'longest step')).toBeVisible();
  await expect(main(page).getByRole('row').nth(1)).toContainText('this model’s code');
  const code = await numbers(page, 'this model’s code');
  const zoh = await numbers(page, 'Zero-order hold');
  // Ā, B̄, B̄ ÷ ZOH's, h.
  expect(code).toHaveLength(4);
  expect(code[0]).toBe(zoh[0]);
  expect(code[1] / zoh[1]).toBeCloseTo(code[2], 1);
  expect(code[2]).toBeGreaterThan(1.05);

  // Keys: Δ to both ends. It is a toy now, and says so.
  await delta(page).press('Home');
  await expect(status(page, 'Toy: this word’s Δ is yours.')).toBeVisible();
  await expect.poll(async () => (await numbers(page, 'this model’s code'))[0]).toBeCloseTo(1, 2);
  await delta(page).press('End');
  await expect.poll(async () => (await numbers(page, 'this model’s code'))[0]).toBeLessThan(0.001);
  await expect(done(page, 'all the way down')).toBeVisible();
  await page.getByRole('button', { name: 'back to the model’s own' }).click();
  await expect(status(page, own)).toBeVisible();
  await expect.poll(() => numbers(page, 'this model’s code')).toEqual(code);

  // Mouse: the end of the step, then the point in the plane, until Euler leaves the disc.
  const end = main(page).getByRole('slider', { name: 'End of the last step' });
  const before = await valueOf(end);
  await drag(page, end, 60);
  await expect.poll(() => valueOf(end)).toBeGreaterThan(before * 1.05);
  const point = main(page).getByRole('slider', { name: 'Point ΔA' });
  await drag(page, point, -130);
  await expect(status(page, 'Toy: Δ and A are yours.')).toBeVisible();
  await expect(main(page).getByText('Euler has left the circle')).toBeVisible();
  await expect(done(page, 'Euler leaves the circle')).toBeVisible();
  // Keys on the same points; the text's own arrows rest meanwhile.
  const was = await valueOf(point);
  await point.press('Shift+ArrowRight');
  await expect.poll(() => valueOf(point)).toBeCloseTo(was + 0.5, 5);
  await end.press('ArrowLeft');
  await expect(main(page).getByText('The step of “ball”, four ways')).toBeVisible();

  // Inputs that are toys.
  await page.getByRole('radio', { name: 'toy step' }).click();
  await expect(main(page).getByText(/^Toy: from rest/)).toBeVisible();
  await page.getByRole('radio', { name: 'toy impulse' }).click();
  await expect(main(page).getByText(/^Toy: h starts at 1/)).toBeVisible();
  await page.getByRole('button', { name: 'back to the model’s own' }).click();

  // The cursor is followed again; a click on an earlier word moves it.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('ArrowLeft');
  await expect(main(page).getByText('The step of “red”, four ways')).toBeVisible();
});

test('axe finds nothing in either theme, on a phone neither, and nothing scrolls sideways', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDiscretise(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await nothingWrong(page);
  }
  await delta(page).press('End');
  await nothingWrong(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(main(page).getByText(/^Toy: this word/)).toBeVisible();
  await nothingWrong(page);
});

test('S4D has a complex A, and its code is full zero-order hold', async ({ page }) => {
  const here = new GeneratePage(page);
  await page.goto('#scene=discretise&model=s4');
  await here.ready();
  await expect(main(page).getByRole('row').nth(1)).toContainText('Zero-order hold');
  await expect(main(page).getByRole('row').nth(1)).toContainText('this model’s code');
  await expect(main(page).getByRole('row').nth(1)).toContainText(/[+−] \d\.\d+i/);
  const point = main(page).getByRole('slider', { name: 'Point ΔA' });
  await point.press('Shift+ArrowUp');
  await expect(point).toHaveAttribute('aria-valuetext', / \+ 0\.5\d+i/);
});
