import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANCHOR_DEVICE } from '../bench/anchors';
import { casesFor } from '../bench/cases';
import { runBench } from '../bench/run';
import type { BenchEvent, BenchOptions } from '../bench/types';
import { nodeBench } from '../node/bench';
import { checkFolder, number, parseOptions, UsageError } from './arguments';
import { header, line } from './benchTable';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  model: text,
  device: text,
  only: text,
  largest: text,
  all: flag,
  quick: flag,
  json: text,
} as const;

/** The bundled models: of the folder that this runs in, or else of these sources. */
const BUNDLED = ['mamba', 'mamba2', 's4', 'transformer']
  .map((name) => {
    const here = join('public', 'models', name);
    return existsSync(here) ? here : fileURLToPath(new URL(`../../../${here}`, import.meta.url));
  })
  .filter((folder) => existsSync(folder));

/**
 * `bench`: times the device's copy, the scan, SSD, prefill and decode, each checked against the reference in the same run.
 * --only takes beginnings of the ids that it prints, with commas; --largest leaves out what has more channels × tokens;
 * --quick takes few and small ones; --all also runs what would take long; --model takes the place of the bundled ones.
 */
export async function main(args: string[]): Promise<void> {
  const given = parseOptions(args, options);
  const device = given.device ?? 'webgpu';
  if (device !== 'webgpu' && device !== 'cpu') {
    throw new UsageError(`--device must be cpu or webgpu, not "${device}".`);
  }
  const wanted: BenchOptions = {
    device,
    quick: given.quick ?? false,
    all: given.all ?? false,
    only: given.only?.split(',').map((id) => id.trim()) ?? [],
    largest: number('largest', given.largest, { min: 1, max: 1e12, fallback: Infinity }),
  };
  if (given.model !== undefined) checkFolder(given.model);
  const place = nodeBench(given.model === undefined ? BUNDLED : [given.model]);
  const names = place.models.map(({ name }) => name);
  if (casesFor(wanted, names).length === 0) {
    const ids = casesFor({ ...wanted, only: [] }, names).map(({ id }) => id);
    throw new UsageError(`--only ${given.only}: there is none. There are ${ids.join(', ')}.`);
  }
  console.log(`Anchors: the official kernels on one ${ANCHOR_DEVICE}, batch 1.\n${header()}`);
  const report = await runBench(place, wanted, print);
  if (given.json) writeFileSync(given.json, `${JSON.stringify(report, null, 2)}\n`);
  const bad = report.results.filter(({ state }) => state === 'wrong' || state === 'failed');
  if (bad.length > 0) process.exitCode = 1;
}

function print(event: BenchEvent): void {
  if (event.kind === 'device') console.log(`# ${event.device.kind} · ${event.device.name}`);
  if (event.kind === 'result') console.log(line(event.result));
}
