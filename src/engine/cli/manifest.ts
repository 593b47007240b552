/**
 * Writes manifest.json for every model folder, and models.json, the list of them that the page offers:
 * `npm run manifest [-- <folder of folders>]`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../checkpoint/config';
import { parseManifest } from '../checkpoint/manifest';
import { KINDS } from '../models/kinds';

/** What a page loads. Golden tensors are for tests and are not listed. */
const LISTED = ['config.json', 'tokenizer.json', 'model.safetensors'];

/** Writes the manifests below `args[0]`, or `public/models`; says what it wrote. */
export async function main(args: readonly string[]): Promise<void> {
  const root = args[0] ?? 'public/models';
  const folders = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'config.json')),
  );
  if (folders.length === 0) console.log(`There is no model folder in ${root}.`);
  for (const { name } of folders) {
    const path = join(root, name, 'manifest.json');
    writeFileSync(path, manifestText(join(root, name), name));
    console.log(`Wrote ${path}.`);
  }
  if (folders.length === 0) return;
  const path = join(root, 'models.json');
  writeFileSync(path, listText(root, folders.map(({ name }) => name).toSorted()));
  console.log(`Wrote ${path}.`);
}

/** The text of models.json: `[{ "name": folder, "kind": "Mamba-2", "title": …, "bytes": to download }, …]`. */
export function listText(root: string, names: readonly string[]): string {
  const list = names.map((name) => {
    const folder = join(root, name);
    const config = parseConfig(readFileSync(join(folder, 'config.json'), 'utf8'));
    const { title, files } = parseManifest(manifestText(folder, name));
    const bytes = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
    return { name, kind: KINDS[config.kind], title, bytes };
  });
  return `${JSON.stringify(list, null, 2)}\n`;
}

/** The text of a folder's manifest.json. Its title is written by hand and stays. */
export function manifestText(folder: string, name: string): string {
  const files = LISTED.filter((file) => existsSync(join(folder, file))).map((file) => {
    const bytes = readFileSync(join(folder, file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return [file, { bytes: bytes.byteLength, sha256 }] as const;
  });
  const manifest = { title: titleOf(folder) ?? name, files: Object.fromEntries(files) };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function titleOf(folder: string): string | null {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return null;
  const { title }: { title?: unknown } = JSON.parse(readFileSync(path, 'utf8'));
  return typeof title === 'string' ? title : null;
}
