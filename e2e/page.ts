import { expect, type Locator, type Page } from '@playwright/test';

/** The page as a person meets it: found by role and name, never by class. */
export class GeneratePage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get badge(): Locator {
    return this.page.getByRole('button', { name: /^Computed on/ });
  }
  get words(): Locator {
    return this.page.getByRole('listbox', { name: /^The text/ }).getByRole('option');
  }
  get selectedWord(): Locator {
    return this.page.getByRole('option', { selected: true }).first();
  }
  get candidates(): Locator {
    return this.page.getByRole('listbox', { name: /^Candidates/ });
  }
  get texts(): Locator {
    return this.page.getByRole('region', { name: 'The text' });
  }
  get position(): Locator {
    return this.page.getByText(/, word \d+ of \d+/);
  }
  slider(symbol: 'Δ' | 'A'): Locator {
    return this.page.getByRole('slider', { name: `${symbol} times` });
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Opens the page and waits for the live model. */
  async open(): Promise<void> {
    await this.page.goto('');
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.badge).not.toContainText('Recorded', { timeout: 60_000 });
  }

  async usePrompt(text: string): Promise<void> {
    await this.button(/^Prompt/).click();
    await this.page.getByRole('textbox', { name: 'Prompt' }).fill(text);
    await this.button('Use this prompt').click();
  }

  /** Waits until the position reads "word n of n" with the given n. */
  async expectWords(count: number): Promise<void> {
    await expect(this.position).toContainText(`word ${count} of ${count}`);
  }

  /** How many words the text has; while it plays, the position is not announced, so this is then the last count. */
  async count(): Promise<number> {
    return Number(/of (\d+)/.exec(await this.position.innerText())![1]);
  }

  /** Drags a slider's knob to a factor, as a hand does. */
  async dragTo(symbol: 'Δ' | 'A', factor: number): Promise<void> {
    const box = (await this.slider(symbol).boundingBox())!;
    // Range inputs put the middle of a 20 px knob between half a knob from either end.
    const at = (f: number): number => box.x + 10 + ((Math.log2(f) + 4) / 8) * (box.width - 20);
    const y = box.y + box.height / 2;
    const { mouse } = this.page;
    await mouse.move(at(1), y);
    await mouse.down();
    await mouse.move(at(Math.sqrt(factor)), y, { steps: 4 });
    await mouse.move(at(factor), y, { steps: 4 });
    await mouse.up();
  }

  /** Pictures of the drawn state, to see whether it changed. */
  async statePixels(): Promise<string[]> {
    return await this.page
      .locator('main canvas')
      .evaluateAll((canvases) => canvases.map((c) => (c as HTMLCanvasElement).toDataURL()));
  }

  /** All that the page says and draws about the run. */
  async everything(): Promise<unknown> {
    return {
      words: await this.words.allInnerTexts(),
      position: await this.position.innerText(),
      candidates: await this.candidates.innerText(),
      texts: await this.texts.innerText(),
      main: await this.page.getByRole('main').innerText(),
      pixels: await this.statePixels(),
    };
  }
}
