import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { modelFolder } from '../testing/devices';
import { listText, manifestText } from './manifest';

const root = join(modelFolder('mamba'), '..');

it('the list and the manifests beside the models are those of the files that are there', () => {
  const names = ['mamba', 'mamba2', 's4'];
  expect(readFileSync(join(root, 'models.json'), 'utf8')).toBe(listText(root, names));
  for (const name of names) {
    const folder = join(root, name);
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(manifestText(folder, name));
  }
});
