/** Starts a command of this folder: `node src/engine/cli/run.mjs generate …`, under a Vulkan driver if need be. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { vulkanEnvironment } from '../node/vulkan.mjs';

const [command, ...args] = process.argv.slice(2);
const main = fileURLToPath(new URL('main.ts', import.meta.url));
const { status } = spawnSync(process.execPath, ['--import', 'tsx', main, command, ...args], {
  stdio: 'inherit',
  env: { ...process.env, ...vulkanEnvironment() },
});
process.exit(status ?? 1);
