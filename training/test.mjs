/**
 * Runs the tests of training/ with Python 3.11 or newer: those of text and stories, which need nothing else, and with
 * PyTorch also those of the models. Installs Python through Debian's packages as root, or says what to install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEW_ENOUGH = 'import sys; sys.exit(sys.version_info < (3, 11))';
const find = () =>
  ['python3', 'python', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', NEW_ENOUGH], { stdio: 'ignore' }).status === 0,
  );

if (!find() && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
  console.log('No Python 3.11 found; installing one for the tests of training/.');
  for (const args of [['update'], ['install', '-y', 'python3']]) {
    spawnSync('apt-get', args, { stdio: 'inherit' });
  }
}
const python = find();
if (!python) {
  console.error('The tests of training/ need Python 3.11 or newer: install it as python3.');
  process.exit(1);
}
const { status } = spawnSync(python, ['-m', 'unittest', 'discover', '-s', '.', '-p', 'test_*.py'], {
  stdio: 'inherit',
  cwd: fileURLToPath(new URL('.', import.meta.url)),
});
process.exit(status ?? 1);
