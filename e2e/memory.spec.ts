/** The scene Memory, with mouse, keyboard and finger, in both themes. One page for several checks: loading takes seconds. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { nothingWrong } from './nothingWrong';
import { GeneratePage } from './page';

const hasGpu = (): boolean => test.info().project.name === 'webgpu';
const main = (page: Page): Locator => page.getByRole('main');
const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click();

async function openMemory(page: Page): Promise<GeneratePage> {
  const here = new GeneratePage(page);
  await page.goto('#scene=memory');
  await here.ready();
  await expect(page.getByRole('heading', { name: 'Between two memories' })).toBeVisible();
  return here;
}

/** The last number of a text, as a number: “424 MB” → 424e6. */
function bytes(text: string): number {
  const [, digits, unit] = /([\d,.]+)\s*([kMGT]?)B/.exec(text)!;
  return Number(digits!.replaceAll(',', '')) * { '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12 }[unit!]!;
}

const ticked = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('listitem').filter({ hasText: text })).toContainText(/done/i);

test('the walk counts bytes up to the totals, by mouse and keyboard, solid and flat', async ({
  page,
}) => {
  const here = await openMemory(page);
  const stage = main(page);
  const board = stage.getByRole('img', { name: /^Board/ });
  const place = page.getByRole('slider', { name: 'Place in the walk' });

  // A step: what is read is on its way; nothing moves by itself.
  await expect(board).toHaveAccessibleName(/Δ, B, x, A come in/);
  await here.button('Next step').click();
  await expect(board).toHaveAccessibleName(/arithmetic runs in SRAM/);
  await expect(stage.locator('.pseudo [aria-current="step"]').first()).toContainText('exp(Δ·A)');
  await here.button('Next step').click();
  await expect(board).toHaveAccessibleName(/Ā, B̄x go out.*In HBM: .*Ā/);

  // A tensor says what it is: at the board, and at its letter by keyboard.
  const told = stage.locator('#memory-told');
  const box = (await board.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 80);
  await expect(told).toContainText('written by discretise; read by scan');
  await stage.locator('.pseudo').getByRole('button', { name: 'h', exact: true }).first().focus();
  await expect(told).toContainText('of shape (L, E, N)');
  await expect(told).toContainText('written by scan; read by contract');

  // To the end, by key: all bytes of the table have crossed. Then the same, fused.
  const total = stage.getByRole('table', { name: 'unfused' }).getByRole('row').last();
  const all = bytes((await total.getByRole('cell').nth(2).innerText())!);
  await place.press('End');
  const counted = stage.locator('.counters dd').first().locator('b');
  expect(bytes(await counted.innerText())).toBe(all);
  await choose(page, 'fused');
  await expect(board).toHaveAccessibleName(/Never made: Ā, B̄x, h/);
  await place.press('End');
  const fused = bytes(await counted.innerText());
  const ratio = Number.parseFloat(await stage.locator('.board-ratio > b').innerText());
  expect(Math.abs(all / fused / ratio - 1)).toBeLessThan(0.01);
  await ticked(page, 'Walk through');

  // Larger N: more bytes unfused, hardly more fused.
  const states = page.getByRole('slider', { name: 'N, states a channel' });
  await states.press('End');
  await expect(stage.locator('.board-ratio > b')).not.toHaveText(`${ratio}×`);
  await ticked(page, /^.*Pull N up/);
  await states.dblclick();

  // In training: what is kept, and more kernels.
  await choose(page, 'training');
  await expect(page.getByRole('heading', { name: 'Kept for the backward pass' })).toBeVisible();
  await expect(board).toHaveAccessibleName(/Kernel 1 of 2/);
  await choose(page, 'forward');

  // In 3-D: the same words, turned by keys and back.
  await choose(page, '3-D');
  const solid = stage.getByRole('application', { name: /^Board/ });
  await expect(solid).toHaveAccessibleName(/Never made: Ā, B̄x, h/);
  const canvas = solid.locator('canvas');
  await expect(canvas).toBeVisible();
  await page.waitForTimeout(500);
  const picture = async (): Promise<string> => (await canvas.screenshot()).toString('base64');
  const first = await picture();
  await solid.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect.poll(picture).not.toBe(first);
  await here.button('reset view').click();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await expect.poll(picture).toBe(first);

  // The address has it all: a reload lands on the same picture.
  await page.reload();
  await here.ready();
  await expect(solid).toHaveAccessibleName(/Never made: Ā, B̄x, h/);
  await expect(page.getByRole('radio', { name: '3-D', checked: true })).toBeVisible();
});

test('both ways really run on this device, beside what was predicted; the text goes on meanwhile', async ({
  page,
}) => {
  const here = await openMemory(page);
  const stage = main(page);
  // Small enough for a software GPU.
  await page.getByRole('slider', { name: 'L, tokens' }).press('Home');
  await page.getByRole('slider', { name: 'E, channels' }).press('Home');
  const words = await here.count();
  await here.button('Run both').click();
  await expect(here.button('Stop')).toBeVisible();
  await here.button('Step: next word').click();
  await here.expectWords(words + 1);
  const table = stage.getByRole('table', { name: /^Ran:/ });
  await expect(table).toBeVisible({ timeout: 90_000 });
  await expect(table).toHaveAccessibleName(hasGpu() ? /WebGPU/ : /CPU · TypeScript/);
  for (const way of ['unfused', 'fused']) {
    const row = table.getByRole('row', { name: new RegExp(`^${way} [^÷]`) });
    await expect(row).toContainText(/[µm]?s/);
    const ledger = stage.getByRole('table', { name: way, exact: true }).getByRole('row').last();
    // Predicted is what the table of all bytes says.
    const predicted = await row.getByRole('cell').first().innerText();
    await expect(ledger.getByRole('cell').nth(2)).toHaveText(predicted);
  }
  await expect(table.getByRole('row', { name: /^unfused ÷ fused/ })).toContainText('×');
  await ticked(page, 'Run both');

  // A run can be stopped, and what was measured stays.
  await here.button('Run both again').click();
  await here.button('Stop').click();
  await expect(stage.getByText('Stopped.')).toBeVisible();
  await expect(table).toBeVisible();
});

test('axe finds nothing in either theme, on a phone neither, and nothing scrolls sideways', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openMemory(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await nothingWrong(page);
  }
  await choose(page, 'training');
  await choose(page, '3-D');
  await expect(main(page).getByRole('application').locator('canvas')).toBeVisible();
  await nothingWrong(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await nothingWrong(page);
  await choose(page, 'flat');
  await nothingWrong(page);
});
