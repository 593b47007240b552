/**
 * Runs a command with a Chromium at hand: `node e2e/withChromium.mjs vitest run`. Uses the machine's own, or
 * Playwright's; failing both, installs one (Playwright's, then Debian's as root), or says what to install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, vulkanEnvironment } from '../src/engine/node/vulkan.mjs';

const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

function installChromium() {
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    return run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium']);
  }
  return run('npx', ['playwright', 'install', 'chromium']);
}

if (!findChromium()) {
  console.log('No Chromium found; installing one for the tests.');
  if (!installChromium() || !findChromium()) {
    console.error('The tests need Chromium: install the package "chromium", or set CHROMIUM_PATH.');
    process.exit(1);
  }
}
const [command, ...args] = process.argv.slice(2);
const { status, signal } = spawnSync(command, args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, CHROMIUM_PATH: findChromium(), ...vulkanEnvironment() },
});
if (signal) console.error(`${command} was ended by ${signal}.`);
process.exit(status ?? 1);
