import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/** Chromium's software adapter, so that WebGPU is real on machines without a graphics card too. */
const webgpu = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];
/** Another one where several copies of the project are tested on one machine. */
const port = Number(process.env.E2E_PORT ?? 4199);
const quiet = ['--no-sandbox', '--disable-background-networking'];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One at a time: the software GPU uses every core there is.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  use: { baseURL: `http://localhost:${port}/some/path/`, viewport: { width: 1440, height: 900 } },
  webServer: {
    // The build itself, served from a folder below the root: it must work from any path.
    command: `npm run build && node e2e/serve.mjs ${port} /some/path/`,
    url: `http://localhost:${port}/some/path/`,
    timeout: 120_000,
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  },
  projects: [
    {
      name: 'webgpu',
      // What does not depend on the device is tested once, where it is quicker; a software GPU reads a long text for minutes.
      testIgnore: ['frame.spec.ts', 'look.spec.ts'],
      grepInvert: [/in either theme, on a phone neither/, /more than a thousand words/],
      use: {
        launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: [...quiet, ...webgpu] },
      },
    },
    {
      name: 'cpu',
      testMatch: [
        'frame.spec.ts',
        'look.spec.ts',
        'generate.spec.ts',
        'block.spec.ts',
        'discretise.spec.ts',
        'select.spec.ts',
        'state.spec.ts',
        'views.spec.ts',
        'duality.spec.ts',
        'memory.spec.ts',
        'bench.spec.ts',
        'code.spec.ts',
      ],
      use: {
        launchOptions: {
          executablePath: process.env.CHROMIUM_PATH,
          args: [...quiet, '--disable-features=WebGPU', '--disable-webgpu'],
        },
      },
    },
  ],
});
