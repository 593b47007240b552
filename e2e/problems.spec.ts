import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { GeneratePage } from './page';

const folder = new URL('../public/models/mamba/', import.meta.url);
const read = (file: string): Buffer => readFileSync(new URL(file, folder));

/** Serves something else in place of one model file. */
async function replace(page: Page, file: string, body: Buffer | string): Promise<void> {
  await page.route(`**/models/mamba/${file}`, (route) => route.fulfill({ body }));
}

/** The safetensors file with its header changed by `edit`. */
function withHeader(edit: (header: Record<string, { shape: number[] }>) => void): Buffer {
  const bytes = read('model.safetensors');
  const length = Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.subarray(8, 8 + length).toString());
  edit(header);
  const text = Buffer.from(JSON.stringify(header).padEnd(length));
  return Buffer.concat([bytes.subarray(0, 8), text, bytes.subarray(8 + length)]);
}

test('weights cut short are named, the recorded run stays, and a retry loads the model', async ({
  page,
}) => {
  const here = new GeneratePage(page);
  await replace(page, 'model.safetensors', read('model.safetensors').subarray(0, 5_000_000));
  await page.goto('');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The model could not be loaded');
  await expect(alert).toContainText('model.safetensors');
  await expect(alert).toContainText(/5\.0 MB of 9\.1 MB/);
  await expect(here.badge).toContainText('Recorded run');
  await expect(here.words.first()).toBeVisible();
  await page.unroute('**/models/mamba/model.safetensors');
  await alert.getByRole('button', { name: /again|retry/i }).click();
  await here.ready();
  await expect(alert).toHaveCount(0);
});

test('a damaged byte, a wrong shape, a foreign file and a missing file each get a message of their own', async ({
  page,
}) => {
  const damaged = read('model.safetensors');
  damaged[8_000_000]! ^= 1;
  const wrong = withHeader((header) => {
    header['backbone.norm_f.weight']!.shape = [128, 2];
  });
  const noManifest = (): Promise<unknown> =>
    page.route('**/manifest.json', (route) => route.fulfill({ status: 404 }));
  const cases: [string, Buffer | string, RegExp, boolean][] = [
    ['model.safetensors', damaged, /damaged|corrupt|changed|SHA/i, false],
    ['model.safetensors', wrong, /backbone\.norm_f\.weight/, true],
    [
      'model.safetensors',
      '<!doctype html><p>Sign in to this network</p>',
      /model\.safetensors/,
      true,
    ],
    ['config.json', '{"model_type": "gpt2"}', /gpt2/, true],
  ];
  for (const [file, body, message, withoutManifest] of cases) {
    await page.unrouteAll();
    if (withoutManifest) await noManifest();
    await replace(page, file, body);
    await page.goto('');
    await expect(page.getByRole('alert')).toContainText(message);
  }
  await page.unrouteAll();
  await noManifest();
  await page.route('**/models/mamba/config.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('config.json');
});

test('loading shows bytes and percent, can be cancelled, and taken up again', async ({ page }) => {
  const here = new GeneratePage(page);
  let openGate: (value: unknown) => void;
  const gate = new Promise((resolve) => (openGate = resolve));
  await page.route('**/models/mamba/model.safetensors', async (route) => {
    await gate;
    await route.continue().catch(() => {}); // the page may have given up on it
  });
  await page.goto('');
  const bar = page.getByRole('progressbar');
  await expect(bar).toBeVisible();
  await expect(page.getByRole('banner')).toContainText(/MB of 9\.4 MB\D*\d+%/);
  await page.getByRole('button', { name: /cancel|stop/i }).click();
  await expect(page.getByRole('banner')).toContainText('Loading was stopped');
  await expect(here.badge).toContainText('Recorded run');
  openGate!(null);
  await page.unroute('**/models/mamba/model.safetensors');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /load|again/i })
    .click();
  await here.ready();
});

test('a scene that looks inside the model says what it waits for: the model, its loading anew, the reading', async ({
  page,
}) => {
  const here = new GeneratePage(page);
  const main = page.getByRole('main');
  const title = main.getByRole('heading', { name: 'Select looks inside the running model' });
  const figure = main.getByRole('heading', { name: /^Δ, B, C and the state/ });
  await page.route('**/models/mamba/model.safetensors', () => {}); // never answered
  await page.goto('#scene=select');
  await expect(title).toBeVisible();
  await expect(main).toContainText('Until it is here, Generate shows a recorded run.');
  await expect(main.getByRole('progressbar')).toBeVisible();
  // What is to be taken away stands there already; the formula has no numbers yet.
  await expect(page.getByRole('complementary').locator('.lead')).not.toBeEmpty();
  await expect(page.getByRole('complementary').locator('.formula-grid')).toHaveCount(0);
  await expect(figure).toHaveCount(0);

  await page.getByRole('banner').getByRole('button', { name: 'Cancel' }).click();
  await expect(main).toContainText('The model is not loaded.');
  await expect(main.getByRole('progressbar')).toHaveCount(0);
  await page.unroute('**/models/mamba/model.safetensors');
  await main.getByRole('button', { name: /load/i }).click();
  await here.ready();
  await expect(figure).toBeAttached();
  await expect(title).toHaveCount(0);

  // Generate reads nothing of the inside: what Select needs is read when it is opened anew, of another text.
  const index = page.getByRole('navigation', { name: 'Scenes' });
  await index.getByRole('button', { name: 'Generate' }).click();
  // Long enough that it cannot be read between two pictures.
  await here.usePrompt('Tom had a cat. '.repeat(60).trim());
  await expect.poll(() => here.count()).toBeGreaterThan(200);
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => seen.add(document.querySelector('main')!.innerText)).observe(
      document.body,
      { childList: true, subtree: true },
    );
  });
  await index.getByRole('button', { name: 'Select' }).click();
  await expect(figure).toBeAttached();
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen.filter((text) => text.includes('The model is reading the text.'))).not.toEqual([]);
});

test('a second visit takes the weights from the browser’s cache, and works without the network', async ({
  page,
}) => {
  const here = new GeneratePage(page);
  await here.open();
  // Storing goes on behind the first picture.
  await expect
    .poll(() =>
      page.evaluate(async () => (await (await caches.open('inside-mamba-models')).keys()).length),
    )
    .toBeGreaterThanOrEqual(4);
  await page.route('**/models/**', (route) => route.abort('internetdisconnected'));
  await page.reload();
  await here.ready();
  await here.usePrompt('The dog');
  await here.expectWords(2);
});

test('an empty prompt is refused kindly and nothing is lost', async ({ page }) => {
  const here = new GeneratePage(page);
  await here.open();
  const before = await here.everything();
  await here.usePrompt('   ');
  await expect(page.getByRole('dialog')).toContainText('Type at least one word');
  await page.keyboard.press('Escape');
  expect(await here.everything()).toEqual(before);
});

test('emoji, other scripts and unknown characters are read, shown and written on from', async ({
  page,
}) => {
  const here = new GeneratePage(page);
  await here.open();
  await here.usePrompt('🐍 你好 नमस्ते \u0000 👩‍👩‍👧 The snake said');
  await expect(here.texts).toContainText('🐍 你好 नमस्ते');
  await expect(here.texts).toContainText('👩‍👩‍👧');
  // The words are announced a moment after they are shown.
  await expect(here.position).toContainText('“said”');
  const count = await here.count();
  await page.keyboard.press('ArrowRight');
  await here.expectWords(count + 1);
});

test('a prompt of 20,000 characters is read in pieces, with progress, and goes on as usual', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const here = new GeneratePage(page);
  await here.open();
  const story = 'One day, Tom and Lily went to the park to play with the big red ball. ';
  const prompt = story.repeat(Math.ceil(20_000 / story.length)).slice(0, 20_000);
  await here.usePrompt(prompt);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect.poll(() => here.count(), { timeout: 200_000 }).toBeGreaterThan(4000);
  const count = await here.count();
  await page.keyboard.press('ArrowRight');
  await here.expectWords(count + 1);
  await page.keyboard.press('Home');
  await expect(here.position).toContainText(`word 1 of ${count + 1}`);
});

test('a lost graphics device comes back with text, cursor and settings as they were', async ({
  page,
}) => {
  // The worker keeps its device to itself; the test slips in before it to get hold of it.
  await page.route('**/worker-*.js', async (route) => {
    const response = await route.fetch();
    const grab = `{ const request = GPUAdapter.prototype.requestDevice;
      GPUAdapter.prototype.requestDevice = async function (...args) {
        return (self.testDevice = await request.apply(this, args)); }; }\n`;
    await route.fulfill({ response, body: grab + (await response.text()) });
  });
  const here = new GeneratePage(page);
  await here.open();
  await here.usePrompt('Once upon a time');
  await here.expectWords(4);
  for (let count = 5; count <= 8; count++) {
    await page.keyboard.press('ArrowRight');
    await here.expectWords(count);
  }
  await here.slider('A').press('ArrowRight');
  await expect(page.getByRole('main')).toContainText('yours');
  await page.keyboard.press('Escape');
  const text = await here.texts.innerText();
  const words = await here.words.allInnerTexts();
  const lose = (): Promise<void> =>
    page
      .workers()[0]!
      .evaluate(() => (self as unknown as { testDevice: GPUDevice }).testDevice.destroy());
  const message = page.getByRole('status', { name: 'Status' });

  await lose();
  await expect(message).toContainText('The graphics device was lost, and is back');
  await expect(here.badge).toContainText('WebGPU');
  expect(await here.texts.innerText()).toBe(text);
  expect(await here.words.allInnerTexts()).toEqual(words);

  await lose();
  await expect(message).toContainText('the CPU goes on');
  await expect(here.badge).toContainText('CPU');
  expect(await here.words.allInnerTexts()).toEqual(words);
  await here.button(/^Step:/).click();
  await here.expectWords(9);
});
