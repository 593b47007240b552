import { CheckpointError } from '../checkpoint/errors';
import { NoWebGpuError } from '../errors';
import { UsageError } from './arguments';

const commands: Record<string, () => Promise<{ main(args: string[]): Promise<void> }>> = {
  generate: () => import('./generate'),
  score: () => import('./score'),
  manifest: () => import('./manifest'),
  record: () => import('./record'),
  bench: () => import('./bench'),
  wasm: () => import('./wasm'),
};

/** Runs one command. Exit code 2 for wrong arguments, 1 for anything else that went wrong, with one clear line. */
async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  try {
    if (!Object.hasOwn(commands, name)) {
      const known = Object.keys(commands).join(', ');
      throw new UsageError(`There is no such command; there are ${known}.`);
    }
    await (await commands[name]!()).main(args);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${name || 'inside-mamba'}: ${error.message}`);
      return 2;
    }
    if (error instanceof CheckpointError || error instanceof NoWebGpuError) {
      console.error(`${name}: ${error.message}`);
      return 1;
    }
    console.error(error);
    return 1;
  }
}

const code = await main();
// Dawn for Node keeps a process alive as long as its objects live, so the end is said aloud; but not before all is
// written, which takes its time where another program reads it.
await new Promise((resolve) => process.stdout.write('', resolve));
process.exit(code);
