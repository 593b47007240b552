import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { GeneratePage } from './page';

async function expectNothingForAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)).toEqual(
    [],
  );
}

test('a reader sees what Δ keeps, word by word, and how freezing it makes one kernel of many', async ({
  page,
}) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const here = new GeneratePage(page);
  await here.open();
  await page.getByRole('button', { name: /Select$/ }).click();
  const main = page.getByRole('main');
  const stems = page.getByRole('img', { name: /^Δ of channel 489 from/ });
  const map = page.getByRole('grid', { name: 'Step size Δ of the channels over the text' });
  await expect(stems).toBeVisible();

  // The mouse: the first ball lets go of more than the word after the last one.
  await page.keyboard.press('Home');
  await here.words
    .filter({ hasText: /^\s*ball/ })
    .first()
    .click();
  await expect(stems).toContainText(/keeps \d+%, takes in the word/);
  await expect(page.getByText('0.41', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/^not softplus\(3\.90\)/)).toBeVisible();
  const table = page.getByRole('table').getByRole('row', { name: /kept of h/ });
  // 1 − σ(v) and e^−Δ: the same number.
  const [gate, hold] = (await table.getByRole('cell').allInnerTexts()).map(
    (cell) => /0\.\d{3}/.exec(cell)?.[0],
  );
  expect(gate).toBe(hold);
  expect(Number(gate)).toBeGreaterThan(0.1);

  // The keyboard: another channel, lower in the map.
  await map.focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(main.getByText(/^channel 489, state 0$/)).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'short memory' })).toContainText(
    'done',
  );
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'by Δ here' }).click();
  await page.getByRole('radio', { name: 'all 512' }).click();
  await page.getByRole('button', { name: 'against own median' }).click();
  await expect(main).toContainText('÷ median');

  // The kernels part; frozen, they are one. So is the twin's loss there.
  await expect(page.getByRole('heading', { name: 'Why there is no one kernel' })).toBeVisible();
  await expect(main).toContainText(/the frozen twin\s*\d\.\d\d bits a word/);
  await page.getByRole('button', { name: 'Freeze them and let it write' }).click();
  await expect(page.getByRole('heading', { name: 'One kernel for all words' })).toBeVisible();
  await expect(main).toContainText(/largest difference (0\.000|< 10⁻)/);
  await expect(main).toContainText('It writes');
  await expectNothingForAxe(page);
  await here.button('reset').click();
  await expect(main).not.toContainText('It writes');

  // Dark, and a phone: nothing reaches beyond the page.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectNothingForAxe(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(stems.or(page.getByRole('img', { name: /^Δ of channel \d+ from/ }))).toBeVisible();
  await expect
    .poll(() =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    )
    .toBe(0);
  await expectNothingForAxe(page);
  expect(errors).toEqual([]);
});
