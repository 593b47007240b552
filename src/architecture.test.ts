/** The direction of imports: app → viz → (types only) engine → shaders, and never in a circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts'));

/** All relative imports and re-exports of the sources, resolved to files below `src`. */
const imports = files.flatMap((from): Import[] => {
  const text = readFileSync(join(root, from), 'utf8');
  const pattern =
    /^(?:import|export)\s+(type\s+)?(?:([\w*\s{},]+?)\s+from\s+)?'(\.[^']+)'|import\('(\.[^']+)'\)|new URL\('(\.[^']+)', import\.meta\.url\)/gm;
  return [...text.matchAll(pattern)].map(([, type, names = '', fixed, dynamic, url]) => {
    const target = (fixed ?? dynamic ?? url)!.replace(/\?.*$/, '');
    const path = relative(root, resolve(root, dirname(from), target)).replaceAll('\\', '/');
    const to = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) =>
      files.includes(candidate),
    );
    const named = /\{([^}]*)\}/
      .exec(names)?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '');
    const allTypes = named?.length ? named.every((name) => /^\s*type\s/.test(name)) : false;
    return { from, to: to ?? path, typeOnly: type !== undefined || allTypes };
  });
});

const layer = (file: string): string => file.split('/')[0]!;

it('finds the imports that it is to judge', () => {
  expect(files.length).toBeGreaterThan(50);
  const known = { from: 'engine/host/worker.ts', to: 'engine/webgpu/device.ts', typeOnly: false };
  expect(imports).toContainEqual(known);
});

it('a lower folder never imports a higher one', () => {
  const order = ['shaders', 'engine', 'viz', 'app'];
  const up = imports.filter(
    ({ from, to }) =>
      order.includes(layer(from)) &&
      order.includes(layer(to)) &&
      order.indexOf(layer(to)) > order.indexOf(layer(from)) &&
      // Tests of a lower layer may look at the files that the page ships.
      !from.endsWith('.test.ts'),
  );
  expect(up).toEqual([]);
});

it('viz takes types alone from the engine, and nothing from the shaders', () => {
  const own = imports.filter(({ from }) => layer(from) === 'viz');
  expect(own.filter(({ to, typeOnly }) => layer(to) === 'engine' && !typeOnly)).toEqual([]);
  expect(own.filter(({ to }) => layer(to) === 'shaders')).toEqual([]);
});

it('the engine knows neither React nor the page', () => {
  const foreign = files
    .filter((file) => layer(file) === 'engine' && !file.endsWith('.test.ts'))
    .filter((file) =>
      // That it does without the DOM is for its own tsconfig to say.
      /from '(react|react-dom|zustand|d3|katex)/.test(readFileSync(join(root, file), 'utf8')),
    );
  expect(foreign).toEqual([]);
});

it('no file imports itself in a circle', () => {
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    // A type leaves nothing behind at run time, so it cannot close a circle.
    if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of files) expect(visit(file, [])).toBeNull();
});
