import { existsSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { loadCheckpoint, type Checkpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { createModel } from '../models/create';
import type { Model } from '../models/model';
import { openNodeCpu } from '../node/wasm';
import { openNodeWebGpu } from '../node/webgpu';
import type { Ops } from '../ops';
import { ReferenceOps } from '../reference/ops';

/** Wrong arguments: one line that says what to write instead; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Parses options strictly: unknown and repeated words are refused. */
export function parseOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
) {
  try {
    const joined = joinNegative(args);
    const { values, tokens } = parseArgs({
      args: joined,
      options,
      strict: true,
      allowPositionals: false,
      tokens: true,
    });
    const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice) throw new Error(`--${twice} is given twice.`);
    return values;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    throw new UsageError(
      `${message.replace(/\.?$/, '.')} Options: ${Object.keys(options)
        .map((o) => `--${o}`)
        .join(' ')}.`,
    );
  }
}

/** `--logits -1` means the number −1, not an option called 1. */
function joinNegative(args: string[]): string[] {
  const joined: string[] = [];
  for (const word of args) {
    const last = joined.at(-1);
    if (last !== undefined && /^--[a-z-]+$/.test(last) && /^-\d/.test(word)) {
      joined[joined.length - 1] = `${last}=${word}`;
    } else joined.push(word);
  }
  return joined;
}

/** A number within bounds; whole if asked. */
export function number(
  name: string,
  text: string | undefined,
  bounds: { min: number; max: number; whole?: boolean; fallback?: number },
): number {
  if (text === undefined && bounds.fallback !== undefined) return bounds.fallback;
  const { min, max, whole = false } = bounds;
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  if (!(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
    const kind = whole ? 'a whole number' : 'a number';
    throw new UsageError(
      `--${name} must be ${kind} from ${min} to ${max}${text === undefined ? '' : `, not "${text}"`}.`,
    );
  }
  return value;
}

/** Refuses a --model that is no folder. */
export function checkFolder(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`--model: there is no folder ${folder}.`);
  }
}

/** What --device may name. */
const DEVICES: Record<string, () => Promise<Ops>> = {
  /** WebAssembly, as in a page without WebGPU. */
  cpu: openNodeCpu,
  webgpu: () => openNodeWebGpu(),
  /** Plain TypeScript, what the others are measured against. */
  reference: async () => new ReferenceOps(totalmem()),
};

/** Loads the model that --model and --device name. */
export async function openModel(
  folder: string | undefined,
  device: string | undefined,
): Promise<{ model: Model; checkpoint: Checkpoint }> {
  if (!folder) throw new UsageError('--model needs the folder of a checkpoint.');
  checkFolder(folder);
  const open = device !== undefined && Object.hasOwn(DEVICES, device) && DEVICES[device];
  if (!open) {
    const but = device ? `, not "${device}"` : '';
    throw new UsageError(`--device must be cpu, webgpu or reference${but}.`);
  }
  const checkpoint = await loadCheckpoint(folderSource(folder));
  return { model: await createModel(await open(), checkpoint), checkpoint };
}
