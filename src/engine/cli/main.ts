import { CheckpointError } from '../checkpoint/errors';
import { NoWebGpuError } from '../errors';
import { UsageError } from './arguments';

const commands: Record<string, () => Promise<{ main(args: string[]): Promise<void> }>> = {
  generate: () => import('./generate'),
  score: () => import('./score'),
  manifest: () => import('./manifest'),
  record: () => import('./record'),
};

/** Runs one command. Exit code 2 for wrong arguments, 1 for anything else that went wrong, with one clear line. */
async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands[name];
  try {
    if (!command)
      throw new UsageError(`Unknown command "${name}": ${Object.keys(commands).join(', ')}.`);
    await (await command()).main(args);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${name}: ${error.message}`);
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

// Dawn for Node keeps a process alive as long as its objects live, so the end is said aloud.
process.exit(await main());
