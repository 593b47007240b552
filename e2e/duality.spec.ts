/** The scene Duality, with mouse, keyboard and finger, in both themes. One page for several checks: loading takes seconds. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { nothingWrong } from './nothingWrong';
import { GeneratePage } from './page';

const main = (page: Page): Locator => page.getByRole('main');
const choose = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).click();
const number = (text: string): number => Number(text.replace('−', '-'));

async function openDuality(page: Page): Promise<GeneratePage> {
  const here = new GeneratePage(page);
  await page.goto('#scene=duality&model=mamba2&token=30');
  await here.ready();
  // Three ways have been compared with the model, and agree.
  await expect(main(page).getByText('equal up to rounding')).toBeVisible();
  return here;
}

test('one head is one matrix: pointed at, cut, walked through, and the same y every time', async ({
  page,
}) => {
  const here = await openDuality(page);
  const stage = main(page);
  const done = (text: string) => page.getByRole('listitem').filter({ hasText: text });
  const table = stage.getByRole('table', { name: 'One y, three ways' });
  const ys = async () => (await table.locator('td:nth-of-type(1)').allInnerTexts()).map(number);
  const agree = async () => {
    const all = await ys();
    expect(all).toHaveLength(4);
    for (const y of all) expect(Math.abs(y - all[3]!)).toBeLessThan(2e-4);
    await expect(stage.getByText('equal up to rounding')).toBeVisible();
  };
  await agree();

  // Mouse: an entry of L is exp of a difference of two sums, which the lane above shows.
  await choose(page, /^Decay L/);
  const grid = stage.getByRole('grid', { name: /^The matrix/ });
  const box = (await grid.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.5);
  const readout = stage.locator('.hover-readout');
  await expect(readout).toContainText('decays');
  const [, sumI, sumJ] = /exp\((−?[\d.]+) − (−?[\d.]+)\)/.exec(await readout.innerText())!;
  const shown = await stage.locator('.sums-difference text').textContent();
  expect(number(sumI!) - number(sumJ!)).toBeCloseTo(number(shown!), 1);

  // A click chooses the word that reads.
  const place = page.locator('.formula-place');
  const before = await place.innerText();
  await page.mouse.click(box.x + 3, box.y + box.height * 0.2);
  await expect(place).not.toHaveText(before);
  await page.keyboard.press('Escape');
  await agree();

  // Keyboard: arrows walk the entries, Enter holds on to one and unfolds what it comes from.
  await choose(page, /^M =/);
  await grid.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(stage.locator('.hover-readout.pinned li')).toHaveCount(2);
  await page.keyboard.press('Escape');

  // The chunk size by keys: the recurrence at one end, the whole matrix at the other.
  const slider = page.getByRole('slider', { name: 'Chunk size Q' });
  await slider.press('Home');
  await expect(page.getByText(/This is the recurrence/)).toBeVisible();
  await agree();
  await slider.press('End');
  await expect(page.getByText(/This is the quadratic form/)).toBeVisible();
  await agree();
  await expect(done('move Q to an end')).toContainText(/done/i);
  for (let i = 0; i < 3; i++) await slider.press('ArrowLeft');

  // The four steps, one by one; Code follows with the file of each.
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  const box4 = stage.locator('.block');
  for (const [step, outlines, file] of [
    ['1 diagonal blocks', 1, /ssdScores|ssdSteps|ssdChunked/],
    ['2 chunk states', 2, /ssdChunkState|ssdSteps|ssdChunked/],
    ['3 passing', 1, /ssdPassing|ssdSteps|ssdChunked/],
    ['4 output', 2, /ssdOutput|ssdSteps|ssdChunked/],
  ] as const) {
    await choose(page, step);
    await expect(box4).toHaveCount(outlines);
    await expect(page.locator('.tabs .file')).toContainText(file);
  }
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await here.button('Next chunk').click();
  await expect(stage.getByText(/^4 output, chunk \d of \d$/)).toBeVisible();
  await expect(done('walk to step 4')).toContainText(/done/i);
  await expect.poll(() => page.url()).toMatch(/ssdStep=4&ssdChunk=\d/);
  await expect(stage.getByText(/hears all before/)).toBeVisible();
  // What it says of the cursor's word is what the formula adds.
  await choose(page, 'whole');
  await choose(page, '4 output');
  const heard = number(await stage.locator('.du-values .total dd').innerText());
  const C = page.locator('.formula-columns .term').nth(2).locator('.number').last();
  expect(heard).toBeCloseTo(number(await C.innerText()), 2);

  // Played, it walks by itself until it is told to rest.
  await choose(page, 'whole');
  await here.button('Play the four steps').click();
  await expect(stage.getByText(/^1 diagonal blocks, chunk 2 of/)).toBeVisible();
  await here.button('Pause').click();

  // Turned: the untouched model's numbers stand beside the reader's, and the ways still agree.
  await choose(page, 'whole');
  await here.slider('A').press('End');
  await expect(page.locator('.formula-rows')).toContainText('before');
  await agree();
  await expect(done('up to × 4 or more')).toContainText(/done/i);

  // The naive ratio breaks, the segment sum does not.
  const ways = stage.getByRole('table').filter({ hasText: 'ratio of two products' });
  await ways.scrollIntoViewIfNeeded();
  await expect(ways.getByRole('row', { name: /ratio of two/ })).toContainText(' of ');
  await expect(ways.getByRole('row', { name: /each segment/ })).toContainText('none');
});

test('Mamba and S4 say why they have none, show what they have, and lead to Mamba-2', async ({
  page,
}) => {
  const here = new GeneratePage(page);
  await page.goto('#scene=duality&model=s4&token=30');
  await here.ready();
  await expect(main(page).getByText(/along a diagonal they differ by 0 at most/)).toBeVisible();
  // A page of its own: the address alone would not load it again.
  await page.goto('about:blank');
  await page.goto('#scene=duality&model=mamba&token=30');
  await here.ready();
  await expect(main(page).getByText(/here from 0\.\d+ to \d\.\d+/)).toBeVisible();
  await expect(main(page).getByRole('grid', { name: /^The matrix/ })).toBeVisible();
  await nothingWrong(page);
  await here.button('Load Mamba-2').click();
  await expect(main(page).getByText('equal up to rounding')).toBeVisible({ timeout: 60_000 });
});

test('axe finds nothing in either theme, on a phone neither, and nothing scrolls sideways', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDuality(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await nothingWrong(page);
  }
  await choose(page, '3 passing');
  await nothingWrong(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(main(page).getByText('equal up to rounding')).toBeVisible();
  await nothingWrong(page);
});
