import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { main, manifestText } from '../cli/manifest';
import { loadCheckpoint } from './load';
import { parseManifest } from './manifest';
import { folderSource } from './node/folderSource';
import { failure, tinyFiles } from './testing/tiny';

const facts = { bytes: 507, sha256: 'a'.repeat(64) };
const write = (manifest: unknown) => JSON.stringify(manifest);

describe('manifest.json', () => {
  it('is read, with or without a title', () => {
    const manifest = parseManifest(
      write({ title: 'Mamba', files: { 'config.json': facts }, later: 1 }),
    );
    expect(manifest).toEqual({ title: 'Mamba', files: new Map([['config.json', facts]]) });
    expect(parseManifest('{"files":{}}')).toEqual({ title: null, files: new Map() });
  });

  it.each([
    ['{', 'JSON'],
    [write({ title: 1, files: {} }), 'title'],
    [write({ title: 'x' }), 'no files'],
    [write({ files: { '../secret': facts } }), '../secret'],
    [write({ files: { 'a.json': 1 } }), 'a.json'],
    [write({ files: { 'a.json': { ...facts, bytes: -1 } } }), 'bytes'],
    [write({ files: { 'a.json': { ...facts, bytes: 1.5 } } }), 'bytes'],
    [write({ files: { 'a.json': { ...facts, sha256: 'A'.repeat(64) } } }), 'sha256'],
    [write({ files: { 'a.json': { bytes: 5 } } }), 'sha256'],
  ])('is refused as corrupt when it is %s', async (text, words) => {
    const error = await failure(() => parseManifest(text));
    expect(error).toMatchObject({ code: 'corrupt', file: 'manifest.json' });
    expect(error.message).toContain(words);
  });
});

describe('the bundled models', () => {
  const root = 'public/models';
  const folders = readdirSync(root).filter((name) => existsSync(`${root}/${name}/config.json`));

  it.each(folders)('%s has a manifest that matches its files (else: npm run manifest)', (name) => {
    const text = readFileSync(`${root}/${name}/manifest.json`, 'utf8');
    expect(text).toBe(manifestText(`${root}/${name}`, name));
    const { title, files } = parseManifest(text);
    expect(title).toBeTruthy();
    expect([...files.keys()]).toEqual(['config.json', 'tokenizer.json', 'model.safetensors']);
  });
});

it('npm run manifest describes what a page loads and keeps a title written by hand', async () => {
  const root = mkdtempSync(join(tmpdir(), 'manifest-'));
  const folder = join(root, 'tiny');
  mkdirSync(folder);
  mkdirSync(join(root, 'no-model'));
  for (const [name, bytes] of Object.entries(tinyFiles())) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'golden.safetensors'), 'for tests only');
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await main([root]);
  const read = () => readFileSync(join(folder, 'manifest.json'), 'utf8');
  expect(parseManifest(read()).title).toBe('tiny');
  writeFileSync(
    join(folder, 'manifest.json'),
    read().replace('"title": "tiny"', '"title": "Tiny!"'),
  );
  await main([root]);
  log.mockRestore();

  const { title, files } = parseManifest(read());
  expect(title).toBe('Tiny!');
  expect([...files.keys()]).toEqual(['config.json', 'tokenizer.json', 'model.safetensors']);
  const loaded = await loadCheckpoint(folderSource(folder));
  expect(loaded).toMatchObject({ title: 'Tiny!', name: 'tiny' });
  rmSync(root, { recursive: true });
});
