/** Starts a command of this folder: `node src/engine/cli/run.mjs generate …`, under a Vulkan driver if need be. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { vulkanEnvironment } from '../node/vulkan.mjs';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
// By its address, so that it is found from any folder that the command is started in.
const tsx = import.meta.resolve('tsx');
const args = ['--import', tsx, main, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, {
  stdio: 'inherit',
  env: { ...process.env, ...vulkanEnvironment() },
});
process.exit(status ?? 1);
