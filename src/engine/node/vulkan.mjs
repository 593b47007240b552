/**
 * Finds a Chromium, and the software Vulkan driver (SwiftShader) that it brings: Dawn for Node uses that where
 * the machine has no graphics card of its own. Plain JavaScript, so that it runs before anything is compiled.
 */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** Path of a Chromium or Chrome on this machine, or null. CHROMIUM_PATH goes before all others. */
export function findChromium() {
  const { CHROMIUM_PATH, PATH = '', PLAYWRIGHT_BROWSERS_PATH } = process.env;
  if (CHROMIUM_PATH) return existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : null;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = PATH.split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  const cache =
    PLAYWRIGHT_BROWSERS_PATH ??
    (process.platform === 'darwin'
      ? join(homedir(), 'Library/Caches/ms-playwright')
      : join(process.env.LOCALAPPDATA ?? join(homedir(), '.cache'), 'ms-playwright'));
  const builds = existsSync(cache)
    ? readdirSync(cache)
        .filter((name) => /^chromium-\d+$/.test(name))
        .toSorted()
        .toReversed()
    : [];
  const inBuild = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  const playwright = builds.flatMap((build) => inBuild.map((path) => join(cache, build, path)));
  const apps = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  return [...onPath, ...playwright, ...apps].find((path) => existsSync(path)) ?? null;
}

/** True if Linux shows a graphics card of its own. */
const hasGpu = () =>
  existsSync('/dev/nvidia0') ||
  (existsSync('/dev/dri') && readdirSync('/dev/dri').some((name) => name.startsWith('renderD')));

/**
 * Environment variables under which a new Node process finds a Vulkan driver; empty if nothing is needed
 * (macOS, Windows, a machine with a graphics card) or nothing can be found.
 */
export function vulkanEnvironment() {
  if (process.platform !== 'linux' || process.env.VK_ICD_FILENAMES || hasGpu()) return {};
  const chromium = findChromium();
  const folders = [
    chromium && dirname(realpathSync(chromium)),
    '/usr/lib/chromium',
    '/usr/lib/chromium-browser',
    '/opt/google/chrome',
  ];
  const folder = folders.find((dir) => dir && existsSync(join(dir, 'vk_swiftshader_icd.json')));
  if (!folder) return {};
  return {
    VK_ICD_FILENAMES: join(folder, 'vk_swiftshader_icd.json'),
    // Chromium ships the Vulkan loader as well; a bare machine has no other.
    LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, folder].filter(Boolean).join(delimiter),
  };
}
