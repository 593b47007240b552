import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { GeneratePage } from './page';

/** The Block scene, by role and name. */
class BlockPage extends GeneratePage {
  get parts() {
    return this.page.getByRole('list', { name: /^The parts of the block/ });
  }
  part(name: string) {
    return this.parts.getByRole('button', { name, exact: true });
  }
  async goTo(): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: 'Block' }).click();
    await expect(this.parts).toBeVisible();
  }
}

/** Boxes that must stand clear of one another: what is read and what is pressed. */
async function overlaps(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll('.block .node, .block .picture, .block .tensor-caption'),
    ].map((element) => ({ element, box: element.getBoundingClientRect() }));
    const found: string[] = [];
    for (const [i, a] of all.entries())
      for (const b of all.slice(i + 1))
        if (
          a.box.left < b.box.right - 1 &&
          b.box.left < a.box.right - 1 &&
          a.box.top < b.box.bottom - 1 &&
          b.box.top < a.box.bottom - 1
        )
          found.push(`${a.element.textContent} / ${b.element.textContent}`);
    return found;
  });
}

const violations = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`,
  );

test('the block opens part by part, with mouse and keyboard, and follows words and sliders; on a phone too', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  const here = new BlockPage(page);
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await here.goTo();

  // The convolution is open, with the last four words; the sum is that of its products and its bias.
  const taps = here.parts.getByRole('table');
  await expect(taps).toBeVisible();
  const numbers = async (row: string | RegExp): Promise<number[]> =>
    (await taps.getByRole('row', { name: row }).innerText())
      .replaceAll('−', '-')
      .match(/-?\d+\.\d+/g)!
      .map(Number);
  const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
  const check = async (): Promise<void> => {
    const [products, [bias, total]] = [await numbers(/^product/), await numbers(/^sum/)];
    expect(products).toHaveLength(4);
    // Five numbers of two decimals.
    expect(Math.abs(sum(products) + bias! - total!)).toBeLessThan(0.026);
  };
  await check();
  const last = await taps.innerText();
  await here.words.nth(8).click();
  await expect(taps).not.toHaveText(last);
  await check();

  // By keyboard along the data flow; one part is open at a time.
  await here.part('conv1d').press('Enter');
  await expect(taps).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(here.part('SiLU')).toBeFocused();
  await page.keyboard.press('End');
  await expect(here.part('add')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(here.part('add')).toHaveAttribute('aria-expanded', 'true');
  await here.part('state').click();
  await expect(here.part('add')).toHaveAttribute('aria-expanded', 'false');
  await here.part('gate').click();
  await expect(page.getByText('Done: Open state, then gate')).toBeAttached();

  // Every part says what its picture shows, with numbers.
  const pictures = here.parts.getByRole('img');
  await expect(pictures).not.toHaveCount(0);
  const silent = () =>
    pictures.evaluateAll((all) =>
      all
        .map((e) => e.getAttribute('aria-label')!)
        .filter((label) => !/= \(\d+, .*from −?\d.*: −?\d/.test(label)),
    );
  await expect.poll(silent).toEqual([]);

  // Turned: what it was stands beside what it is.
  await here.part('Δ').click();
  await here.slider('Δ').press('Home');
  await expect(here.parts).toContainText('→');
  await expect(here.parts).toContainText('before');
  expect(await overlaps(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);

  await page.setViewportSize({ width: 390, height: 844 });
  await here.part('conv1d').click();
  await expect(taps).toBeVisible();
  expect(await overlaps(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violations(page)).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
  expect(errors).toEqual([]);
});
