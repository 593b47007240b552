import { compile } from '@mdx-js/mdx';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Prose in MDX. The compiler alone: its plugin for Rollup brings a second bundler along, built for some platforms only. */
const mdx = (): Plugin => ({
  name: 'mdx',
  enforce: 'pre',
  async transform(source, id) {
    if (!id.endsWith('.mdx')) return undefined;
    return { code: String(await compile({ value: source, path: id })), map: null };
  },
});

export default defineConfig({
  // Relative addresses: the build is a static site that works from any path on any host.
  base: './',
  plugins: [mdx(), react()],
  worker: { format: 'es' },
  // The largest chunk is three.js, which is fetched only for the 3-D drawing.
  build: { target: 'es2023', sourcemap: true, chunkSizeWarningLimit: 1000 },
  preview: { port: 4173 },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // Each file in a process of its own: Dawn for Node keeps a process alive and is happiest alone.
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['src/engine/testing/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
