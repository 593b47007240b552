import { expect, test } from '@playwright/test';
import { GeneratePage } from './page';

/** The same story on both devices: the project says which one the page must find. */
test('a person types, plays, steps, turns Δ down and up, puts it back and is exactly where they were', async ({
  page,
}, { project }) => {
  const home = new URL(project.use.baseURL!).origin;
  const here = new GeneratePage(page);
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== home) foreign.push(request.url());
  });
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));

  await here.open();
  await expect(here.badge).toContainText(
    project.name === 'webgpu' ? /^WebGPU · ./ : /^CPU · WebAssembly SIMD$/,
  );
  await here.usePrompt('Once upon a time');
  await here.expectWords(4);

  await here.button(/^Play/).click();
  await expect.poll(() => here.words.count()).toBeGreaterThan(10);
  await here.button('Pause').click();
  await expect.poll(() => here.count()).toBeGreaterThan(10);
  const played = await here.count();
  await here.button(/^Step:/).click();
  await here.expectWords(played + 1);
  await page.keyboard.press('ArrowRight');
  await here.expectWords(played + 2);
  await here.button('Step back').click();
  await expect(here.position).toContainText(`word ${played + 1} of ${played + 2}`);
  await page.keyboard.press('End');
  await here.expectWords(played + 2);

  await expect(here.texts).toContainText('Once upon a time');
  const untouched = await here.everything();

  for (const [factor, shown] of [
    [0.2, /× 0\.(19|2|21) in/],
    [5, /× (4\.76|5|5\.66) in/],
  ] as const) {
    await here.dragTo('Δ', factor);
    await page.getByRole('radio', { name: 'in all layers' }).check();
    // Both runs stand side by side, and the words, the chances and the state have followed.
    await expect(here.texts.getByRole('heading', { name: shown })).toBeVisible();
    await expect(here.texts.getByRole('heading', { name: 'before' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('yours');
    await expect
      .poll(async () => JSON.stringify((await here.everything()) as object))
      .not.toBe(JSON.stringify(untouched));
    const turned = (await here.everything()) as {
      words: string[];
      pixels: string[];
      candidates: string;
    };
    const before = untouched as typeof turned;
    expect(turned.pixels).not.toEqual(before.pixels);
    expect(turned.candidates).not.toEqual(before.candidates);
    expect(turned.words).not.toEqual(before.words);
    await here.button('reset').click();
    await page.getByRole('radio', { name: 'in layer 7' }).check();
    await expect(page.getByRole('main')).not.toContainText('yours');
    await expect.poll(() => here.everything()).toEqual(untouched);
  }
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
});

test('the same seed writes the same text, another seed another one', async ({ page }) => {
  const here = new GeneratePage(page);
  await here.open();
  const write = async (seed: string): Promise<string> => {
    await here.button(/^Change how/).click();
    await page.getByRole('textbox', { name: 'temperature' }).fill('1');
    await page.getByRole('textbox', { name: 'seed' }).fill(seed);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await here.usePrompt('Tom had a');
    await here.expectWords(3);
    for (let count = 4; count <= 12; count++) {
      await page.keyboard.press('ArrowRight');
      await here.expectWords(count);
    }
    return (await here.words.allInnerTexts()).join(' ');
  };
  const first = await write('7');
  const other = await write('8');
  expect(await write('7')).toBe(first);
  expect(other).not.toBe(first);
});

test('the cursor moves by keyboard through words, layers and channels', async ({ page }) => {
  const here = new GeneratePage(page);
  await here.open();
  const count = await here.count();
  await page.keyboard.press('Home');
  await expect(here.position).toContainText(`word 1 of ${count}`);
  await page.keyboard.press('End');
  await expect(here.position).toContainText(`word ${count} of ${count}`);
  await page.keyboard.press('[');
  await expect(page.getByRole('radio', { name: 'layer 6', exact: true })).toBeChecked();
  await page.keyboard.press(']');
  await expect(page.getByRole('radio', { name: 'layer 7', exact: true })).toBeChecked();
  await expect(page.getByRole('main')).toContainText('channel 489, state 0');
  await page.keyboard.press('.');
  await expect(page.getByRole('main')).not.toContainText('channel 489, state 0');
  await page.keyboard.press(',');
  await expect(page.getByRole('main')).toContainText('channel 489, state 0');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await here.words.nth(2).click();
  await expect(here.words.nth(2)).toHaveAttribute('aria-selected', 'true');
});
