/** Code, in every scene: the file that runs on this device, lines lit in it, and numbers that follow the cursor. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { GeneratePage } from './page';

const lit = (page: Page) => page.locator('#drawer-panel [aria-current=step]');

/** True if a lit line is seen within the box that scrolls. */
const inSight = (page: Page): Promise<boolean> =>
  lit(page).evaluateAll((lines) => {
    const box = document.querySelector('.code-box')!.getBoundingClientRect();
    return lines.some((line) => {
      const { top, bottom } = line.getBoundingClientRect();
      return top >= box.top && bottom <= box.bottom;
    });
  });

/** The lit lines with their numbers, once they are known and have come to rest. */
async function settled(page: Page): Promise<string[]> {
  await expect(page.locator('#drawer-panel .code-beside').filter({ hasText: '…' })).toHaveCount(0);
  let seen: string[] = [];
  const isStill = async () => {
    const last = seen.join();
    seen = await lit(page).allInnerTexts();
    return seen.join() === last;
  };
  await expect.poll(isStill, { intervals: [300] }).toBe(true);
  return seen;
}

async function nothingWrong(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('.drawer').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)).toEqual(
    [],
  );
}

test('each scene lights its lines in the file that runs, with numbers that follow the cursor', async ({
  page,
}, { project }) => {
  const here = new GeneratePage(page);
  await here.open();
  const panel = page.locator('#drawer-panel');
  const scenes = page.getByRole('navigation', { name: 'Scenes' }).getByRole('listitem');
  const count = await scenes.count();
  const home = project.name === 'cpu' ? /^wasm\/assembly\/\w+\.ts/ : /^\w+\.wgsl/;
  for (let i = 0; i < count; i++) {
    await scenes.nth(i).getByRole('button').click();
    const open = page.getByRole('button', { name: 'Code', exact: true });
    if ((await open.getAttribute('aria-expanded')) === 'false') await open.click();
    await expect(panel.getByRole('region')).toHaveAttribute('aria-label', home);
    await expect.poll(() => inSight(page)).toBe(true);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Home');
    await expect(here.position).toContainText('word 1 of');
    const first = await settled(page);
    // The bytes of Memory are those of a whole text, the same at every word.
    if (/Memory/.test(await scenes.nth(i).innerText())) continue;
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => lit(page).allInnerTexts()).not.toEqual(first);
    expect(await lit(page).allInnerTexts()).toHaveLength(first.length);
  }

  // A far line is reached by its button, and another file by the choice.
  await scenes.filter({ hasText: 'State' }).getByRole('button').click();
  await settled(page);
  const last = panel.getByRole('button', { name: /^line \d+/ }).last();
  const line = Number(/\d+/.exec(await last.innerText())![0]);
  await panel.getByRole('region').evaluate((box) => box.scrollTo(0, 0));
  await last.click();
  await expect(panel.locator('.code-line').nth(line - 1)).toBeInViewport();
  const files = panel.getByRole('combobox', { name: 'File' });
  const other = await files.locator('option').last().innerText();
  await files.selectOption(other);
  await expect(panel.getByRole('region', { name: other })).toBeVisible();
  await nothingWrong(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await nothingWrong(page);

  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  // Figures are laid out anew a moment after the window.
  await expect.poll(overflow).toBe(0);
});
