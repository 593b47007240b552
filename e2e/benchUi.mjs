/**
 * `npm run bench:ui [-- scene …]`: how long a step of the cursor takes until it is painted, in every scene, while a text
 * of 256 tokens is scrubbed. A step begins with the frame: key → store → React → style, layout and paint on the page's
 * main thread; then the next frame is awaited. Long frames are those of more than 50 ms. Figures are of this machine and
 * of a Chromium without a graphics card; they go to test-results/bench-ui.json, and nothing fails by them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { chromium } from '@playwright/test';

const PORT = Number(process.env.BENCH_UI_PORT ?? 4198);
const STEPS = 240;
const TARGET_MS = 16;
const wanted = process.argv.slice(2);

/** Runs in the page: the cursor steps back from the end of the text, one token a frame. */
async function scrub(steps) {
  const times = [];
  const long = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) if (duration > 50) long.push(duration);
  });
  observer.observe({ type: 'long-animation-frame' });
  const painted = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(performance.now()), { once: true });
      port1.start();
      // A message that is sent in a frame is delivered after that frame has been painted.
      port2.postMessage(null);
    });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let i = 0; i < steps; i++) {
    await frame();
    const start = performance.now();
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true }),
    );
    times.push((await painted()) - start);
  }
  observer.disconnect();
  return { times, long };
}

const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

spawnSync('npx', ['vite', 'build'], { stdio: 'ignore' });
const server = spawn('node', ['e2e/serve.mjs', String(PORT), '/'], { stdio: 'ignore' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--no-sandbox', '--disable-background-networking', '--disable-features=WebGPU'],
});
const results = [];
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const sentence = 'One day, Tom and Lily went to the park to play with the big red ball. ';
  const prompt = `${sentence.repeat(14)}One day, Tom`; // 256 tokens
  await page.goto(`http://localhost:${PORT}/#prompt=${encodeURIComponent(prompt)}`, {
    waitUntil: 'load',
  });
  await page.waitForFunction(() =>
    /^\D*CPU/.test(document.querySelector('.badge')?.textContent ?? ''),
  );
  const names = await page.locator('.index ol button').allInnerTexts();
  const tokens = Number(await page.locator('[aria-setsize]').first().getAttribute('aria-setsize'));
  console.log(`Scrubbing a text of ${tokens} tokens.`);
  for (const [i, name] of names.entries()) {
    const title = name.replace(/^\d+\s*/, '');
    if (wanted.length > 0 && !wanted.includes(title.toLowerCase())) continue;
    await page.keyboard.press(String((i + 1) % 10));
    await page.keyboard.press('End');
    await page.waitForTimeout(1500);
    await page.evaluate(scrub, 20); // warm
    await page.keyboard.press('End');
    await page.waitForTimeout(500);
    const { times, long } = await page.evaluate(scrub, STEPS);
    const sorted = times.toSorted((a, b) => a - b);
    const line = {
      scene: title,
      steps: times.length,
      p50: at(sorted, 0.5),
      p95: at(sorted, 0.95),
      worst: sorted.at(-1),
      longFrames: long.length,
      withinTarget: at(sorted, 0.95) <= TARGET_MS,
    };
    results.push(line);
    const ms = (value) => `${value.toFixed(1)} ms`.padStart(9);
    console.log(
      `${title.padEnd(12)} p50 ${ms(line.p50)}  p95 ${ms(line.p95)}  worst ${ms(line.worst)}  long frames ${line.longFrames}  ${line.withinTarget ? '' : `over ${TARGET_MS} ms`}`,
    );
  }
  mkdirSync('test-results', { recursive: true });
  const report = { cpu: cpus()[0]?.model, cores: cpus().length, tokens, results };
  writeFileSync('test-results/bench-ui.json', `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await browser.close();
  server.kill();
}
