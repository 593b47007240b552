/** Every scene is one folder of one shape, and the registry is the only file that knows it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ModelInfo } from '../../engine/types';
import { codeFile, codeFiles, type CodePlace } from '../frame/codeFiles';
import { recordedRun } from '../recorded/recordedRun';
import { Prose } from '../frame/Prose';
import { AppContext, type App, createAppStore } from '../store/store';
import { lineOf } from '../../viz/code/lineOf';
import { SCENES } from './registry';

const here = fileURLToPath(new URL('.', import.meta.url));
const app = join(here, '..');
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(ts|tsx|mdx)$/.test(name));

it('every folder is in the registry, once, under its own name', () => {
  expect(SCENES.map(({ meta }) => meta.id).toSorted()).toEqual(folders.toSorted());
});

it('a projection is shown by the shaders that run on this device, each with when it runs', () => {
  const of = (place: CodePlace) =>
    codeFiles(['rmsNorm', 'linear'], place).map(({ name, when }) => [name, when]);
  expect(of({ code: 'shaders' })).toEqual([
    ['rmsNorm.wgsl', undefined],
    ['linearTiled.wgsl', 'many'],
    ['linearStep.wgsl', 'one'],
  ]);
  expect(of({ code: 'shaders', software: true })[1]).toEqual(['linear.wgsl', 'many']);
  expect(of({ code: 'wasm' })).toEqual([
    ['wasm/assembly/rmsNorm.ts', undefined],
    ['wasm/assembly/linear.ts', undefined],
  ]);
});

it('nothing but the registry and the scene itself imports a scene', () => {
  const strangers = sources
    .filter((file) => file !== 'scenes/registry.ts')
    .flatMap((file) => {
      const text = readFileSync(join(app, file), 'utf8');
      const own = /^scenes\/([^/]+)\//.exec(file)?.[1];
      return folders
        .filter((folder) => folder !== own)
        .filter((folder) => new RegExp(`from '[^']*(scenes|\\.\\.?)/${folder}/`).test(text))
        .map((folder) => `${file} imports ${folder}`);
    });
  expect(strangers).toEqual([]);
});

describe.each(SCENES.map((entry) => [entry.meta.id, entry] as const))('%s', (id, entry) => {
  const { meta } = entry;
  const folder = join(here, id);
  const files = readdirSync(folder);

  it('has the files of every scene', () => {
    const shape = [
      'meta.ts',
      'derive.ts',
      'derive.test.ts',
      'code.ts',
      'Scene.tsx',
      'prose.en.mdx',
      'tour.ts',
    ];
    expect(files).toEqual(expect.arrayContaining(shape));
    const long = files.filter(
      (file) => readFileSync(join(folder, file), 'utf8').split('\n').length > 301,
    );
    expect(long).toEqual([]);
  });

  it('says of itself only what can be known before it is fetched', () => {
    const imports = [...readFileSync(join(folder, 'meta.ts'), 'utf8').matchAll(/^import (.*)$/gm)];
    for (const [, what] of imports) expect(what).toMatch(/^type /);
  });

  it('derives without React, the page or the engine’s machinery', () => {
    const text = readFileSync(join(folder, 'derive.ts'), 'utf8');
    expect(text).not.toMatch(/from '(react|zustand|comlink)/);
    expect(text).not.toMatch(/store\/store'/);
  });

  it('shows code that there is, for every model and device', () => {
    for (const kind of ['Mamba', 'Mamba-2', 'S4D']) {
      const operations = meta.operations({ kind } as ModelInfo);
      expect(operations.length).toBeGreaterThan(0);
      // Each runs as a shader; the CPU has some of them under other names, and the first one always.
      const missing = operations.filter((operation) => codeFile(operation, 'shaders') === null);
      expect(missing).toEqual([]);
    }
  });

  it('lights lines that there are, in a file of every model on every device', async () => {
    const { code } = (await entry.load()).scene;
    const parts = Object.keys(code.why('en'));
    const seen = new Set<string>();
    const devices: CodePlace[] = [
      { code: 'shaders' },
      { code: 'shaders', software: true },
      { code: 'wasm' },
      { code: 'reference' },
    ];
    for (const device of devices)
      for (const kind of ['Mamba', 'Mamba-2', 'S4D']) {
        let lit = 0;
        for (const file of codeFiles(meta.operations({ kind } as ModelInfo), device)) {
          const source = await file.load();
          const lines = Object.entries(code.lines[file.name] ?? {}).map(([part, fragment]) => {
            if (parts.includes(part)) lit += 1;
            return lineOf(source, fragment!);
          });
          // No two parts on one line: each has a value beside it.
          expect(new Set(lines).size).toBe(lines.length);
          seen.add(file.name);
        }
        expect(lit, `${kind} by ${device.code}`).toBeGreaterThan(0);
      }
    expect(Object.keys(code.lines).filter((name) => !seen.has(name))).toEqual([]);
  });

  it('has a concept and mathematics, with numbers that it can state', async () => {
    const { scene } = await entry.load();
    const context: App = {
      store: createAppStore({ ...recordedRun(), theme: 'system' }),
      actions: {} as App['actions'],
    };
    for (const section of ['concept', 'maths'] as const) {
      const prose = createElement(Prose, { scene, section });
      const html = renderToStaticMarkup(createElement(AppContext, { value: context }, prose));
      expect(html.replaceAll(/<[^>]+>/g, '').length).toBeGreaterThan(200);
      expect(html).not.toMatch(/NaN|undefined|katex-error/);
    }
  });

  it('has two or three things to try, each with a name of its own', async () => {
    const { tour } = (await entry.load()).scene;
    expect(tour.length).toBeGreaterThanOrEqual(2);
    expect(tour.length).toBeLessThanOrEqual(3);
    expect(new Set(tour.map(({ id: step }) => step)).size).toBe(tour.length);
    const { yours } = recordedRun();
    for (const step of tour) expect(step.text(yours.tokens, 'en').length).toBeGreaterThan(10);
  });
});
