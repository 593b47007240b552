import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative addresses: the build is a static site that works from any path on any host.
  base: './',
  plugins: [{ enforce: 'pre', ...mdx() }, react()],
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
