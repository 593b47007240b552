import { defineConfig } from '@playwright/test';
import base from '../playwright.config';

/** `npm run pictures`: makes the README's pictures from the running app. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'pictures.ts',
  outputDir: '../test-results',
  projects: [{ ...base.projects!.find(({ name }) => name === 'webgpu'), testMatch: 'pictures.ts' }],
});
