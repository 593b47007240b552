/**
 * `npm run bench:ui [-- scene …]`: how long a step of the cursor takes until it is painted, in every scene, while a text
 * of 256 tokens is scrubbed, one token a frame. A step begins with the frame: key → store → React → style, layout and
 * paint on the page's main thread. Of several passes the calmest counts, for other work on the machine only ever adds.
 * Beside it the main thread's own time a step (its CPU clock, which other processes do not move), all of it: also what
 * follows the step once it is painted. `--memory` scrubs 10,000 steps in every scene and reports what is then still held.
 * Figures are of this machine and of a Chromium without a graphics card; they go to test-results/bench-ui.json, and
 * nothing fails by them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { scrub } from './scrub.mjs';

const PORT = Number(process.env.BENCH_UI_PORT ?? 4198);
const STEPS = 240;
const PASSES = 5;
const TARGET_MS = 16;
/** Steps of `--memory`, and after how many of them it looks. */
const LONG = 10_000;
const LOOK = 2_000;
const withMemory = process.argv.includes('--memory');
const wanted = process.argv.slice(2).filter((name) => !name.startsWith('--'));

const at = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
};
const ms = (value) => `${value.toFixed(1)}`.padStart(5);

/** Scrubs back over the text from its end. */
async function pass(page, steps = STEPS) {
  await page.keyboard.press('End');
  await page.waitForTimeout(500);
  return page.evaluate(scrub, steps);
}

/** Seconds that the main thread has been at work until now, by kind. */
async function metrics(cdp) {
  const { metrics: list } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

async function timed(page, cdp) {
  await pass(page, 60); // warm
  const passes = [];
  for (let i = 0; i < PASSES; i++) {
    await page.keyboard.press('End');
    await page.waitForTimeout(500);
    const before = await metrics(cdp);
    const { times, long } = await page.evaluate(scrub, STEPS);
    const after = await metrics(cdp);
    const cpu = (name) => ((after[`${name}Duration`] - before[`${name}Duration`]) * 1000) / STEPS;
    const [all, script, layout] = [cpu('Task'), cpu('Script'), cpu('RecalcStyle') + cpu('Layout')];
    passes.push({
      p50: at(times, 0.5),
      p95: at(times, 0.95),
      worst: Math.max(...times),
      longFrames: long,
      cpu: { all, script, layout, paint: all - script - layout },
    });
  }
  const calmest = passes.toSorted((a, b) => a.p95 - b.p95)[0];
  return { steps: STEPS, passes: PASSES, ...calmest, withinTarget: calmest.p95 <= TARGET_MS };
}

/** What the page holds after so many steps, once all garbage is collected. */
async function held(page, cdp) {
  const looks = [];
  const look = async (steps) => {
    await page.waitForTimeout(1000);
    await cdp.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize: heap, Nodes: nodes, JSEventListeners: listeners } = await metrics(cdp);
    looks.push({ steps, megabytes: heap / 1e6, nodes, listeners });
  };
  await pass(page);
  await look(0);
  for (let steps = 0; steps < LONG;) {
    for (let i = 0; i < LOOK; i += STEPS) await pass(page, Math.min(STEPS, LOOK - i));
    steps += LOOK;
    await look(steps);
  }
  return looks;
}

spawnSync('npx', ['vite', 'build'], { stdio: 'ignore' });
const server = spawn('node', ['e2e/serve.mjs', String(PORT), '/'], { stdio: 'ignore' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ['--no-sandbox', '--disable-background-networking', '--disable-features=WebGPU'],
});
const results = [];
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg() };
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
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
  const load = machine.load.map((value) => value.toFixed(1)).join(', ');
  console.log(`Scrubbing a text of ${tokens} tokens. ${machine.cpu}, ${machine.cores} cores.`);
  console.log(`Processes that wanted them in the last 1, 5 and 15 minutes: ${load}.`);
  for (const [i, name] of names.entries()) {
    const scene = name.replace(/^\d+\s*/, '');
    if (wanted.length > 0 && !wanted.includes(scene.toLowerCase())) continue;
    await page.keyboard.press(String((i + 1) % 10));
    await page.waitForTimeout(1500);
    const line = { scene, ...(await timed(page, cdp)) };
    const { all, script, layout, paint } = line.cpu;
    console.log(
      `${scene.padEnd(11)} painted after p50 ${ms(line.p50)}  p95 ${ms(line.p95)}  worst ${ms(line.worst)} ms  long frames ${line.longFrames}   CPU a step ${ms(all)} ms = script ${ms(script)} + style, layout ${ms(layout)} + paint, rest ${ms(paint)}  ${line.withinTarget ? '' : `over ${TARGET_MS} ms`}`,
    );
    if (withMemory) {
      line.held = await held(page, cdp);
      for (const { steps, megabytes, nodes, listeners } of line.held)
        console.log(
          `  after ${String(steps).padStart(6)} steps: heap ${megabytes.toFixed(1)} MB, ${nodes} nodes, ${listeners} listeners`,
        );
    }
    results.push(line);
  }
  mkdirSync('test-results', { recursive: true });
  const report = { ...machine, tokens, results };
  writeFileSync('test-results/bench-ui.json', `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await browser.close();
  server.kill();
}
