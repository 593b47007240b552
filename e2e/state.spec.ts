/** The scene State, with mouse, keyboard and finger, in both themes. One page for several checks: loading takes seconds. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { nothingWrong } from './nothingWrong';
import { GeneratePage } from './page';

const main = (page: Page): Locator => page.getByRole('main');
const choose = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).click();

async function openState(page: Page): Promise<GeneratePage> {
  const here = new GeneratePage(page);
  await here.open();
  await page.getByRole('navigation').getByRole('button', { name: 'State' }).click();
  // Both equalities have been checked, and hold.
  await expect(main(page).getByText('equal up to rounding')).toHaveCount(2);
  return here;
}

test('what the state holds adds up, follows mouse and keyboard, and is drawn in 3-D or flat', async ({
  page,
}) => {
  const here = await openState(page);
  const stage = main(page);

  // The sum of the words is what the model gave, to four decimals.
  const [sum, out] = await stage.locator('dl').first().locator('dd').allInnerTexts();
  expect(Math.abs(Number(sum.replace('−', '-')) - Number(out.replace('−', '-')))).toBeLessThan(
    2e-4,
  );

  // Mouse: a number of the state says what it is; a click moves word and state.
  const states = stage.getByRole('grid', { name: /^State of channel 489/ });
  const box = (await states.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + box.height * 0.6);
  await expect(stage.locator('.hover-readout')).toContainText('channel 489');
  await expect(stage.locator('.hover-readout')).toContainText('half-life');
  const heading = stage.getByRole('heading', { name: /^The whole layer after/ });
  const before = await heading.innerText();
  await page.mouse.click(box.x + 30, box.y + box.height * 0.6);
  await expect(heading).not.toHaveText(before);
  await page.keyboard.press('Escape');

  // Keyboard: arrows walk the state’s numbers, Enter holds on to one.
  await states.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(stage.locator('.hover-readout.pinned li').first()).toBeVisible();
  await page.keyboard.press('Escape');

  // One step on: the step of Try this is done.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('listitem').filter({ hasText: 'Step on by one word' })).toContainText(
    /done/i,
  );

  // Another channel: its numbers, and the sum again.
  const other = stage.getByRole('grid', { name: /^State of channel (?!489)/ }).first();
  const name = (await other.getAttribute('aria-label'))!.match(/channel \d+/)![0];
  await other.focus();
  await page.keyboard.press('Enter');
  await expect(stage.getByRole('heading', { name: `${name}: 16 numbers` })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(stage.getByText('equal up to rounding')).toHaveCount(2);

  // The mean of all channels has no sum of its own.
  await choose(page, /^mean of/);
  await expect(stage.getByText('equal up to rounding')).toHaveCount(1);
  await expect(stage.getByRole('heading', { name: /^Who hears whom, mean/ })).toBeVisible();
  await choose(page, /^channel/);

  // In 3-D: turned by keys and by hand, and back to where it was; nothing moves by itself.
  await choose(page, '3-D');
  const field = stage.getByRole('application');
  await field.scrollIntoViewIfNeeded();
  const canvas = field.locator('canvas');
  await expect(canvas).toBeVisible();
  await page.mouse.move(5, 5);
  await page.waitForTimeout(400);
  const picture = async (): Promise<string> => (await canvas.screenshot()).toString('base64');
  const first = await picture();
  await page.waitForTimeout(300);
  expect(await picture()).toBe(first);
  await field.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(picture).not.toBe(first);
  await here.button('reset view').click();
  await page.mouse.move(5, 5);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await field.scrollIntoViewIfNeeded();
  await expect.poll(picture).toBe(first);

  // A bar that is pointed at says what it is; a click chooses that one, not one behind it.
  const at = (await canvas.boundingBox())!;
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  const told = stage.locator('.told:not(.chosen)');
  await expect(told).toContainText(/channel \d+, state \d+/);
  const pointed = /channel \d+, state \d+/.exec(await told.innerText())![0];
  await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
  await expect(page.getByText(new RegExp(`layer 7, ${pointed}$`))).toBeVisible();

  // Flat: the same numbers, each with a name.
  await choose(page, 'flat');
  await expect(stage.getByRole('grid', { name: /^State of the layer/ })).toBeVisible();

  // Turned: the untouched model’s state beside the reader’s.
  await here.slider('A').press('End');
  await expect(stage.getByText('before', { exact: true })).toBeVisible();
  await expect(stage.getByText('equal up to rounding')).toHaveCount(2);
});

test('axe finds nothing in either theme, on a phone neither, and nothing scrolls sideways', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openState(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await nothingWrong(page);
  }
  await choose(page, '3-D');
  await expect(main(page).getByRole('application').locator('canvas')).toBeVisible();
  await nothingWrong(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(main(page).getByText('equal up to rounding')).toHaveCount(2);
  await nothingWrong(page);
});

test('without WebGL the flat picture stands in, and says why', async ({ page }) => {
  await page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    const get = function (this: HTMLCanvasElement, ...args: [kind: string]) {
      return args[0].startsWith('webgl') ? null : Reflect.apply(real, this, args);
    };
    HTMLCanvasElement.prototype.getContext = get as typeof real;
  });
  await openState(page);
  await choose(page, '3-D');
  await expect(main(page).getByText(/draws no 3-D/)).toBeVisible();
  await expect(main(page).getByRole('grid', { name: /^State of the layer/ })).toBeVisible();
});

test('a text of more than a thousand words is seen through a window, in every scene', async ({
  page,
}) => {
  const story = 'Tom saw a big red ball. He ran to it and took it home. '.repeat(80).trim();
  const here = new GeneratePage(page);
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(`#scene=state&prompt=${encodeURIComponent(story)}&written=0`);
  await here.ready();
  // Where the cursor is, is said once it rests there.
  await expect.poll(() => here.count()).toBeGreaterThan(1024);
  const words = await here.count();
  // The parts of the words in the window, and what all words before it add, are what the model gave.
  await expect(main(page).getByText(/^all before word \d+$/)).toBeVisible();
  await expect(main(page).getByText('equal up to rounding')).toBeVisible();
  await expect(main(page).getByText(/^Not a softmax.* words \d+ to \d+ are drawn/)).toBeVisible();

  const index = page.getByRole('navigation', { name: 'Scenes' });
  for (const [scene, shown] of [
    ['Select', main(page).getByRole('img', { name: /kernel/i })],
    ['Discretise', main(page).getByText('The model’s own numbers.')],
    ['Block', main(page).getByRole('button', { name: /^conv1d/, expanded: true })],
    ['Generate', here.candidates],
  ] as const) {
    await index.getByRole('button', { name: scene }).click();
    await expect(shown.first()).toBeVisible();
    await expect(main(page)).not.toContainText(/NaN|undefined|Infinity/);
    // Near the beginning and back at the end the window goes along.
    await page.keyboard.press('Home');
    await expect(here.position).toContainText(`word 1 of ${words}`);
    await expect(shown.first()).toBeVisible();
    await page.keyboard.press('End');
    await expect(here.position).toContainText(`word ${words} of ${words}`);
    await expect(main(page)).not.toContainText(/NaN|undefined|Infinity/);
  }
  expect(errors).toEqual([]);
});

test('a hand that runs over the text moves the sentence; what is out of sight waits until it rests', async ({
  page,
}) => {
  const here = await openState(page);
  const below = main(page).getByRole('region', { name: 'A state never grows; a cache does' });
  await page.keyboard.press('End');
  await page.waitForTimeout(600);
  const count = await here.count();
  // What each of twenty quick steps leaves on the tape, and in a figure far below.
  const seen = await below.evaluate(async (figure) => {
    const steps: [word: string | undefined, below: string | null][] = [];
    for (let i = 0; i < 20; i++) {
      await new Promise(requestAnimationFrame);
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true }),
      );
      await new Promise((resolve) => setTimeout(resolve));
      const word = document.querySelector('[role="option"][aria-selected="true"]')?.id;
      steps.push([word, figure.textContent]);
    }
    return steps;
  });
  expect(new Set(seen.map(([word]) => word)).size).toBe(20);
  const stages = new Set(seen.map(([, text]) => text));
  expect(stages.size).toBeLessThan(10);
  // At rest it tells of the last word.
  await expect(here.position).toContainText(`word ${count - 20} of ${count}`);
  await expect.poll(async () => stages.has(await below.textContent())).toBe(false);
  await expect(page.locator('html')).not.toHaveAttribute('data-scrubbing');
});
