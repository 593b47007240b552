import { writeFileSync } from 'node:fs';
import { openNodeWebGpu } from '../node/webgpu';
import type { Model } from '../models/model';
import type { Ops } from '../ops';
import { ReferenceOps } from '../reference/ops';
import { maxAbsError } from '../testing/devices';
import { Random } from '../testing/random';
import { selectiveData, upload } from '../testing/selective';
import { scaledTurn } from '../testing/turn';
import { number, openModel, parseOptions } from './arguments';

const text = { type: 'string' } as const;
const options = { model: text, device: text, json: text, largest: text } as const;

/** Channels × tokens at which the scan is timed: those of the published CUDA kernel's measurements. */
const SCANS: readonly (readonly [E: number, L: number])[] = [
  [768, 2048],
  [1536, 2048],
  [1536, 16_384],
  [1536, 65_536],
  [8192, 8192],
];
const PREFILLS = [128, 512, 2048, 8192];
const STATE = 16;

/**
 * `bench`: times the fused scan, prefill and decode. Wall-clock time of many calls minus that of few, so that what a
 * submission and a readback cost cancels out; medians of five, after a warm-up. The scan's result is checked against
 * the reference in the same run. --largest leaves out scans of more channels × tokens (a software GPU takes minutes).
 */
export async function main(args: string[]): Promise<void> {
  const given = parseOptions(args, options);
  const device = given.device ?? 'webgpu';
  const largest = number('largest', given.largest, { min: 1, max: 1e12, fallback: Infinity });
  const { model } = await openModel(given.model ?? 'public/models/mamba', device);
  const result: Record<string, unknown> = {
    device: model.ops.info,
    date: new Date().toISOString(),
  };
  console.log(`${model.ops.info.kind} · ${model.ops.info.name}`);
  if (device === 'webgpu') {
    const ops = await openNodeWebGpu();
    result['scanError'] = await checkScan(ops);
    console.log(`scan against the reference: largest error ${String(result['scanError'])}`);
    const scans: Record<string, number> = {};
    for (const [E, L] of SCANS.filter(([e, l]) => e * l <= largest)) {
      scans[`${E}x${L}`] = await timeScan(ops, E, L);
      console.log(`scan ${E} × ${L}: ${scans[`${E}x${L}`]!.toFixed(1)} µs`);
    }
    result['scanMicroseconds'] = scans;
    ops.dispose();
  }
  result['prefillTokensPerSecond'] = await timePrefill(model, largest);
  result['decodeTokensPerSecond'] = await timeDecode(model, true);
  result['decodeWithoutReadback'] = await timeDecode(model, false);
  console.log(`decode: ${fixed(result['decodeTokensPerSecond'])} tokens/s, logits read each token`);
  console.log(`decode: ${fixed(result['decodeWithoutReadback'])} tokens/s, nothing read`);
  if (given.json) writeFileSync(given.json, `${JSON.stringify(result, null, 2)}\n`);
}

const fixed = (value: unknown): string => (value as number).toFixed(0);
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Largest error of the chunked scan against the reference, on random data. */
async function checkScan(ops: Ops): Promise<number> {
  const sizes = { L: 530, E: 70, N: STATE, R: 4 };
  const data = selectiveData(new Random(1), sizes);
  const run = async (on: Ops): Promise<Float32Array> => {
    const tensors = upload(on, data, sizes);
    on.selectiveScan({ ...tensors, turn: scaledTurn(on, [sizes.E, sizes.N]) });
    return (await on.collect([on.capture(tensors.y, 0, sizes.L * sizes.E)]))[0]!;
  };
  return maxAbsError(await run(ops), await run(new ReferenceOps()));
}

/** Microseconds of one scan of L tokens and E channels. */
async function timeScan(ops: Ops, E: number, L: number): Promise<number> {
  const R = 1;
  const zeros = (name: string, shape: number[]) => ops.zeros(name, shape);
  const tensors = {
    x: zeros('x', [L, E]),
    xz: zeros('xz', [L, 2 * E]),
    dbc: zeros('dbc', [L, R + 2 * STATE]),
    ssm: zeros('ssm', [E, STATE + 2]),
    h: zeros('h', [E, STATE]),
    y: zeros('y', [L, E]),
  };
  const turn = scaledTurn(ops, [E, STATE]);
  const run = async (times: number): Promise<number> => {
    const started = performance.now();
    for (let i = 0; i < times; i++) {
      ops.selectiveScan({ rows: L, ...tensors, turn });
    }
    await ops.collect([ops.capture(tensors.h, 0, 1)]);
    return performance.now() - started;
  };
  await run(1);
  // About a tenth of a second of work, so that a slow device is not kept for minutes.
  const many = Math.max(1, Math.min(200, Math.round(100 / (await run(1)))));
  await run(many);
  const differences: number[] = [];
  for (let i = 0; i < 5; i++) differences.push((await run(2 * many)) - (await run(many)));
  ops.release(...Object.values(tensors), turn.table);
  return (1000 * median(differences)) / many;
}

/** Tokens a second at several lengths, nothing read but the last logits. */
async function timePrefill(model: Model, largest: number): Promise<Record<string, number>> {
  const speeds: Record<string, number> = {};
  for (const length of PREFILLS.filter((l) => l * model.info.dInner <= largest)) {
    const ids = Array.from({ length }, (_, i) => (i * 7919) % model.info.vocabSize);
    const times: number[] = [];
    for (let i = 0; i < 6; i++) {
      const session = model.createSession();
      const started = performance.now();
      await session.prefill(ids);
      await session.logits();
      times.push(performance.now() - started);
      session.dispose();
    }
    speeds[length] = (1000 * length) / median(times.slice(1));
    console.log(`prefill ${length}: ${speeds[length].toFixed(0)} tokens/s`);
  }
  return speeds;
}

/** Tokens a second in generation, with or without reading the logits back after each. */
async function timeDecode(model: Model, readback: boolean): Promise<number> {
  const session = model.createSession();
  const run = async (tokens: number): Promise<number> => {
    const started = performance.now();
    for (let i = 0; i < tokens; i++) {
      await session.step(i % model.info.vocabSize);
      if (readback) await session.logits();
    }
    await session.logits();
    return performance.now() - started;
  };
  await run(20);
  const times = [await run(100), await run(100), await run(100)];
  session.dispose();
  return 100_000 / median(times);
}
