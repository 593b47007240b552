import { expect, test, type Locator, type Page } from '@playwright/test';
import { GeneratePage } from './page';

const hash = (page: Page): string => new URL(page.url()).hash;
/** Longer than a place waits to be announced. */
const ANNOUNCED_MS = 1500;
const picker = (page: Page) => page.getByRole('button', { name: /^Model:/ });

/**
 * All that the page says of the run, once it has said it: the place is announced a moment after the picture. Its
 * colours may differ by a shade where another device rounds a number anew.
 */
async function said(here: GeneratePage): Promise<unknown> {
  let last: unknown;
  const read = async (): Promise<boolean> => {
    const { pixels: _, ...rest } = (await here.everything()) as { pixels: string[] };
    const same = JSON.stringify(rest) === JSON.stringify(last);
    last = rest;
    return same;
  };
  await expect.poll(read, { intervals: [ANNOUNCED_MS] }).toBe(true);
  return last;
}

async function choose(page: Page, kind: string): Promise<void> {
  await picker(page).click();
  await page.getByRole('button', { name: new RegExp(`^${kind} `) }).click();
  await expect(picker(page)).toContainText(new RegExp(`${kind} 4\\.`), { timeout: 60_000 });
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}

test('a link holds the whole page: a reload lands on the same picture', async ({ page }) => {
  const here = new GeneratePage(page);
  await here.open();
  expect(hash(page)).toBe('');
  await here.usePrompt('Tom & Anna had a cat? #1');
  await expect(here.position).toContainText('“1”');
  const prompt = await here.count();
  for (let count = prompt + 1; count <= prompt + 4; count++) {
    await page.keyboard.press('ArrowRight');
    await here.expectWords(count);
  }
  await page.keyboard.press('[');
  await page.keyboard.press('.');
  await here.slider('A').press('End');
  await here.button('Freeze B to its mean over the prompt').click();
  await here.button(/^Theme/).click();
  await here.button(/^Words are tinted/).click();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(here.texts).toContainText('A × 16, B frozen in layer 6');
  await expect(here.position).toContainText(`word ${prompt + 2} of ${prompt + 4}`);
  await expect.poll(() => hash(page)).toContain(`token=${prompt + 1}`);
  expect(hash(page)).toContain('prompt=Tom+%26+Anna+had+a+cat%3F+%231&written=4');
  expect(hash(page)).toContain('layer=6');
  expect(hash(page)).toContain('A=16&freeze=B&where=6');
  expect(hash(page)).toContain('tint=delta&theme=light');
  // The word at the cursor is announced once the reader rests.
  await page.waitForTimeout(500);
  const before = await said(here);
  const address = page.url();

  await page.reload();
  await here.ready();
  await expect.poll(() => said(here)).toEqual(before);
  expect(page.url()).toBe(address);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');

  // And in a browser that has never been here.
  const other = await page
    .context()
    .browser()!
    .newContext({ viewport: { width: 1440, height: 900 } });
  const fresh = new GeneratePage(await other.newPage());
  await fresh.page.goto(address);
  await fresh.ready();
  await expect.poll(() => said(fresh)).toEqual(before);
  await other.close();
});

test('what is chosen within a scene is in the link too', async ({ page }) => {
  const here = new GeneratePage(page);
  const main = page.getByRole('main');
  const choices: Record<string, () => Promise<{ shown: Locator; address: string }>> = {
    block: async () => {
      await main.getByRole('button', { name: /^gate/ }).click();
      const shown = main.getByRole('button', { name: /^gate/, expanded: true });
      return { shown, address: 'open=gate' };
    },
    discretise: async () => {
      await page.getByRole('slider', { name: 'Δ of the last step' }).press('End');
      await page.getByRole('radio', { name: 'toy impulse' }).click();
      return { shown: main.getByText(/^Toy: h starts at 1/), address: 'toyDelta=16&input=impulse' };
    },
    select: async () => {
      await main.getByRole('radio', { name: 'by Δ here' }).click();
      const shown = main.getByRole('radio', { name: 'by Δ here', checked: true });
      return { shown, address: 'order=delta' };
    },
    state: async () => {
      await page.getByRole('radio', { name: /^mean/ }).click();
      await main.getByRole('radio', { name: '3-D' }).click();
      const shown = main.getByRole('radio', { name: '3-D', checked: true });
      return { shown, address: 'heard=mean&look=solid' };
    },
  };
  for (const [scene, act] of Object.entries(choices)) {
    await page.goto('about:blank');
    await page.goto(`#scene=${scene}`);
    await here.ready();
    const { shown, address } = await act();
    await expect.poll(() => hash(page)).toBe(`#scene=${scene}&${address}`);
    await page.reload();
    await here.ready();
    await expect(shown).toBeVisible();
    expect(hash(page)).toBe(`#scene=${scene}&${address}`);
  }
});

test('a broken link is taken as far as it makes sense, and says what did not', async ({ page }) => {
  const here = new GeneratePage(page);
  await page.goto('#layer=3&channel=banana&A=1000&token=99999&foo=bar&prompt=Tom+had+a&written=2');
  await here.ready();
  const message = page.getByRole('status', { name: 'Status' });
  await expect(message).toContainText('channel “banana”');
  await expect(message).toContainText('A “1000”');
  await expect(message).toContainText('foo “bar”');
  await here.expectWords(5);
  await expect(page.getByRole('radio', { name: 'layer 3', exact: true })).toBeChecked();
  await expect(here.texts).toContainText('Tom had a');

  // Nothing of this is a link to anywhere: the page comes up as it would without.
  await page.goto('about:blank');
  await page.goto('#%E0%A4%A&&==&scene=&model=%00');
  await here.ready();
  await expect(here.words.first()).toBeVisible();
  await expect(message).toContainText('not understood');
});

test('a link pasted over the page is followed; the benchmark keeps its own address', async ({
  page,
}) => {
  const here = new GeneratePage(page);
  await here.open();
  await page.evaluate(() => (location.hash = '#prompt=The+dog&layer=2'));
  await here.ready();
  await here.expectWords(2);
  await page.goto('#bench');
  await expect(page.getByRole('heading', { name: /^How fast/ })).toBeVisible();
  await expect(page).toHaveURL(/#bench$/);
  await page.getByRole('link', { name: 'Back to the model' }).click();
  await here.expectWords(2);
  await expect.poll(() => hash(page)).toContain('prompt=The+dog');
});

test('the three models read the same text, one after the other; what does not fit is said', async ({
  page,
}) => {
  const here = new GeneratePage(page);
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await here.open();
  await here.usePrompt('Once upon a time');
  await here.expectWords(4);
  await page.keyboard.press('ArrowRight');
  await here.expectWords(5);
  const seen = [await said(here)];
  for (const [kind, heading] of [
    ['Mamba-2', '8 layers × 512 channels × 128 states'],
    ['S4D', '8 layers × 512 channels × 16 states'],
  ] as const) {
    await choose(page, kind);
    await here.expectWords(5);
    await expect(page.getByRole('main')).toContainText(heading);
    seen.push(await said(here));
    expect((await here.words.allInnerTexts()).slice(0, 4)).toEqual(['Once', 'upon', 'a', 'time']);
  }
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(3);
  expect(hash(page)).toContain('model=s4');
  await expect(page.getByText(/^Nothing to freeze/)).toBeVisible();
  await expect(page.getByRole('main')).toContainText('real parts are drawn');
  await page.reload();
  await here.ready();
  await expect(picker(page)).toContainText('S4D');
  await expect.poll(() => said(here)).toEqual(seen[2]);

  await choose(page, 'Mamba');
  await expect.poll(() => said(here)).toEqual(seen[0]);
  expect(errors).toEqual([]);
});

test('a model on its way can be stopped, and the old one goes on', async ({ page }) => {
  const here = new GeneratePage(page);
  await here.open();
  const count = await here.count();
  await page.route('**/models/mamba2/model.safetensors', () => {}); // never answered
  await picker(page).click();
  await page.getByRole('button', { name: /^Mamba-2 / }).click();
  await expect(page.getByRole('banner')).toContainText(/MB of 9\.\d MB/);
  await page.getByRole('banner').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status', { name: 'Status' })).toContainText('Mamba stays');
  await page.keyboard.press('ArrowRight');
  await here.expectWords(count + 1);
});

test('Δ, B and C are frozen and thawed, and the text ends where it began', async ({ page }) => {
  const here = new GeneratePage(page);
  await here.open();
  const untouched = await here.everything();
  const freeze = (letter: string) => here.button(`Freeze ${letter} to its mean over the prompt`);
  for (const letter of ['Δ', 'B', 'C']) {
    await freeze(letter).click();
    await expect(freeze(letter)).toHaveAttribute('aria-pressed', 'true');
  }
  await page.getByRole('radio', { name: 'in all layers' }).check();
  await expect(
    here.texts.getByRole('heading', { name: 'Δ, B, C frozen in all layers' }),
  ).toBeVisible();
  await expect(here.texts.locator('mark').first()).toBeVisible();
  await expect.poll(() => hash(page)).toContain('freeze=delta,B,C&where=all');
  await here.button('reset').click();
  await page.getByRole('radio', { name: 'in layer 7' }).check();
  await expect(freeze('B')).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => here.everything()).toEqual(untouched);
});

test('scenes are reached by pointer, by keyboard and by the browser’s own buttons', async ({
  page,
}) => {
  const here = new GeneratePage(page);
  await here.open();
  const index = page.getByRole('navigation', { name: 'Scenes' });
  const scenes = index.getByRole('listitem').getByRole('button');
  const names = (await scenes.allInnerTexts()).map((text) => text.replace(/^\d+\s*/, '').trim());
  const current = index.locator('[aria-current=page]');
  for (const [i, name] of names.entries()) {
    if (i > 9) break;
    await page.keyboard.press(String((i + 1) % 10));
    await expect(current).toContainText(name);
    await expect(page.getByRole('complementary').locator('.lead')).not.toBeEmpty();
    await expect(page.getByRole('main')).not.toBeEmpty();
  }
  await scenes.first().focus();
  await page.keyboard.press('Enter');
  await expect(current).toContainText(names[0]!);
  if (names.length > 1) {
    await page.goBack();
    await expect(current).toContainText(names.at(-1)!);
  }
  // In a text field, digits and arrows are the field's.
  await here.button(/^Prompt/).click();
  await page.getByRole('textbox', { name: 'Prompt' }).fill('');
  await page.keyboard.type('1 2 ? [ ]');
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue('1 2 ? [ ]');
});

test('sharing copies the address and says so', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(baseURL!).origin,
  });
  const here = new GeneratePage(page);
  await here.open();
  await page.keyboard.press('Home');
  await expect.poll(() => hash(page)).toContain('token=0');
  await here.button(/^Copy the link/).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('a figure fills the screen, and comes back', async ({ page }) => {
  const here = new GeneratePage(page);
  await here.open();
  const full = () => page.evaluate(() => document.fullscreenElement?.className ?? null);
  const figure = page.getByRole('region', { name: /^Surprise and change/ });
  await figure.getByRole('button', { name: 'This figure on the whole screen' }).click();
  await expect.poll(full).toContain('fig');
  // Its words go with it, and the page itself stays as large as it was.
  await expect(figure.getByRole('listbox', { name: /^The text/ })).toBeVisible();
  const zoom = (selector: string) =>
    page.locator(selector).evaluate((element) => getComputedStyle(element).zoom);
  expect(Number(await zoom('.fig.full'))).toBeGreaterThan(1.3);
  expect(Number(await zoom('html'))).toBe(1);
  await figure.getByRole('button', { name: 'Leave full screen' }).click();
  await expect.poll(full).toBeNull();
});
