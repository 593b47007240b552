/** The shared instruments on their own page, which only the development server has. */
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';

const PORT = 4197;
let server: ViteDevServer;

test.beforeAll(async () => {
  server = await createServer({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'error',
    server: { port: PORT, strictPort: true, hmr: false },
  });
  await server.listen();
});
test.afterAll(async () => {
  await server.close();
});

async function open(page: Page, theme = 'light'): Promise<void> {
  await page.goto(`http://localhost:${PORT}/gallery.html?theme=${theme}`);
  await expect(page.getByRole('grid')).toHaveCount(5);
}

const figure = (page: Page, id: string): Locator => page.locator(`[data-hover="${id}"]`);
const readout = (page: Page): Locator => page.locator('.hover-readout');
const cell = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name }).getByRole('gridcell');

/** Points at a share of a figure's width and height. */
async function pointAt(page: Page, id: string, x: number, y: number): Promise<void> {
  const box = (await figure(page, id).boundingBox())!;
  await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
}

test('pointing shows place, value and formula, and never covers the cell', async ({ page }) => {
  await open(page);
  for (const id of ['delta', 'B', 'yours'])
    for (const [x, y] of [
      [0.01, 0.05],
      [0.5, 0.5],
      [0.99, 0.95],
    ]) {
      await pointAt(page, id, x, y);
      await expect(readout(page)).toContainText(/word \d+, (channel|state) \d+/);
      const [line, frame] = await Promise.all([
        readout(page).boundingBox(),
        page.locator('.hover-layer rect.ink').last().boundingBox(),
      ]);
      const apart =
        line!.y >= frame!.y + frame!.height ||
        line!.y + line!.height <= frame!.y ||
        line!.x >= frame!.x + frame!.width ||
        line!.x + line!.width <= frame!.x;
      expect(apart, `${id} ${x} ${y}`).toBe(true);
    }
  // The same cell before, and thin lines to the three cells in sight that it came from.
  await pointAt(page, 'yours', 0.5, 0.3);
  await expect(page.locator('.hover-layer rect.ink')).toHaveCount(2);
  await expect(page.locator('.hover-layer line.leader')).toHaveCount(3);
  await expect(readout(page)).toContainText('→');
  await page.mouse.move(5, 5);
  await expect(readout(page)).toHaveCount(0);
});

test('a click pins and unfolds, and leads on; Escape or a press elsewhere lets go', async ({
  page,
}) => {
  await open(page);
  await pointAt(page, 'yours', 0.5, 0.3);
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.move(5, 5);
  const operands = page.getByRole('list', { name: 'What it came from' });
  await expect(operands.getByRole('listitem')).toHaveCount(5);
  const B = operands.getByRole('button', { name: /^B / });
  const place = /“.*”, word \d+/.exec((await B.getAttribute('aria-label'))!)![0];
  await B.click();
  await expect(readout(page)).toContainText(place);
  await expect(operands).toHaveCount(0);
  // Away from the lanes, which would answer the pointer again.
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await expect(readout(page)).toHaveCount(0);
  await figure(page, 'C').click();
  await expect(readout(page)).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(readout(page)).toHaveCount(0);
});

test('the keyboard reaches everything that the pointer does', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  const delta = cell(page, 'Step size of channels over the sentence');
  const before = await delta.innerText();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(delta).not.toHaveText(before);
  await expect(readout(page)).toContainText((await delta.innerText()).split('. ')[0]);

  await page.getByRole('grid', { name: 'h, yours' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, 'h, yours')).toContainText(/h −?\d\.\d\d, was −?\d\.\d\d equals A bar/);
  await page.keyboard.press('Enter');
  await expect(cell(page, 'h, yours')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  const operand = page.locator('.hover-readout button').first();
  await expect(operand).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(readout(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'h, yours' })).toBeFocused();
  await expect(cell(page, 'h, yours')).toHaveAttribute('aria-selected', 'false');
});

test('a formula’s symbol lights its cell', async ({ page }) => {
  await open(page);
  await page
    .getByRole('group', { name: /^h .* equals A bar/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^B / }).first().hover();
  await expect(readout(page)).toContainText('“had”, word 15, state 4');
  await expect(page.locator('.hover-layer rect.ink')).toHaveCount(1);
});

test('a tap pins, and the line stays on the phone’s screen', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await open(page);
  await figure(page, 'before').tap();
  await expect(readout(page)).toHaveClass(/pinned/);
  const box = (await readout(page).boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await context.close();
});

test('pointing answers within a frame', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const spent: number[] = [];
    let start = 0;
    addEventListener('pointermove', () => (start = performance.now()), { capture: true });
    addEventListener('pointermove', () => spent.push(performance.now() - start));
    Object.assign(globalThis, { spent });
  });
  for (let i = 0; i <= 60; i++) await pointAt(page, 'yours', i / 61, (i % 8) / 8);
  const spent = await page.evaluate(() => (globalThis as unknown as { spent: number[] }).spent);
  expect(spent.length).toBeGreaterThan(50);
  // The middle, because a busy machine stops the page now and then, whatever it does.
  expect(spent.toSorted((a, b) => a - b)[Math.floor(spent.length / 2)]).toBeLessThan(16);
});

test('the running line is in sight, and the page has not moved for it', async ({ page }) => {
  await open(page);
  const code = page.getByRole('region', { name: 'selectiveStep.wgsl' });
  await expect(code.locator('[aria-current]')).toContainText('let after = Abar * before');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const [outer, line] = await Promise.all([
    code.boundingBox(),
    code.locator('[aria-current]').boundingBox(),
  ]);
  expect(line!.y).toBeGreaterThan(outer!.y);
  expect(line!.y + line!.height).toBeLessThan(outer!.y + outer!.height);
});

test('a figure saves itself as a picture, two pixels a pixel', async ({ page }) => {
  await open(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /as a picture/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('instruments.png');
  const stream = await download.createReadStream();
  const bytes = Buffer.concat(await stream.toArray());
  const stage = (await page.locator('.hover-stage').boundingBox())!;
  // Width and height stand in the header of a PNG.
  expect(bytes.readUInt32BE(16)).toBe(Math.round(stage.width * 2));
  expect(Math.abs(bytes.readUInt32BE(20) - stage.height * 2)).toBeLessThanOrEqual(2);
});

for (const theme of ['light', 'dark'])
  test(`axe finds nothing, ${theme}`, async ({ page }) => {
    await open(page, theme);
    await figure(page, 'yours').click();
    await expect(readout(page)).toHaveClass(/pinned/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

/** The drawing itself, in the browser, by the names that the development server gives its files. */
const draw = async (page: Page, rows: number, columns: number, size: Size, times: number) =>
  page.evaluate(
    async ([R, C, { width, height }, repeat]) => {
      const files = ['/src/viz/heat/draw.ts', '/src/viz/colour.ts', '/src/viz/hover/geometry.ts'];
      const [{ drawHeat }, { buildPalette }, { uniformSpans }] = await Promise.all(
        files.map((file) => import(/* @vite-ignore */ file)),
      );
      const grey = Array.from({ length: 9 }, (_, i) => [i * 25, i * 25, i * 25]);
      const canvas = document.createElement('canvas');
      canvas.style.width = `${width}px`;
      document.body.append(canvas);
      const picture = {
        rows: R,
        spans: uniformSpans(C, 0, width),
        value: (row: number, column: number) => (row + column) / (R + C - 2),
        scale: { kind: 'magnitude', max: 1 },
        palette: buildPalette(grey, grey),
        width,
        height,
      };
      const spent: number[] = [];
      for (let i = 0; i < repeat; i++) {
        const start = performance.now();
        drawHeat(canvas, picture);
        spent.push(performance.now() - start);
      }
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, Math.min(height, 8));
      canvas.remove();
      return { pixels: Array.from(data), spent };
    },
    [rows, columns, size, times] as const,
  );

interface Size {
  width: number;
  height: number;
}

test('a heat map has a column’s colour up to a pixel of paper, row under row', async ({ page }) => {
  await open(page);
  const { pixels } = await draw(page, 3, 3, { width: 18, height: 6 }, 1);
  const at = (x: number, y: number) => pixels.slice(4 * (y * 18 + x), 4 * (y * 18 + x) + 4);
  expect(at(0, 0)).toEqual([0, 0, 0, 255]);
  expect(at(4, 0)).toEqual([0, 0, 0, 255]);
  // Paper shows through between the columns.
  expect(at(5, 0)[3]).toBe(0);
  const quarter = at(6, 0);
  expect(quarter[0]).toBeGreaterThan(45);
  expect(quarter[0]).toBeLessThan(55);
  expect(at(0, 2)).toEqual(quarter);
});

test('512 rows and 256 columns are drawn within a frame', async ({ page }) => {
  await open(page);
  const { spent } = await draw(page, 512, 256, { width: 1024, height: 138 }, 25);
  // The first ones also compile.
  const steady = spent.slice(5).toSorted((a, b) => a - b);
  expect(steady[Math.floor(steady.length / 2)]).toBeLessThan(16);
});
