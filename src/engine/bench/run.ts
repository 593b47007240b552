/** Runs the benchmark, one case after the other, in Node and in a worker alike. */
import type { Checkpoint } from '../checkpoint/load';
import { CancelledError } from '../errors';
import type { Ops } from '../ops';
import type { WebGpuOps } from '../webgpu/ops';
import { casesFor } from './cases';
import { runCopy } from './copy';
import { needOf, Pool, type Shapes } from './data';
import { cpuKernelDevice, runCpuKernel } from './cpuKernel';
import { runKernel, tryKernel, type KernelWork } from './kernel';
import { pause, RUNS_IN_ALL } from './measure';
import { BenchModel, runDecode, runPrefill, runWriting, type ModelOutcome } from './models';
import { fitted, ownScanWork } from './ownScan';
import { SSD, ssdWork } from './ssd';
import type {
  BenchCase,
  BenchEvent,
  BenchOptions,
  BenchReport,
  BenchResult,
  Outcome,
  ScanSize,
} from './types';

/** What the benchmark needs of the place it runs in. */
export interface BenchPlace {
  /** A device of its own. Throws NoWebGpuError. */
  openGpu(): Promise<WebGpuOps>;
  openCpu(): Promise<Ops>;
  models: readonly { name: string; load(signal?: AbortSignal): Promise<Checkpoint> }[];
}

/** Seconds that a case may take unless all are asked for. */
const PATIENCE = { quick: 10, full: 30 };
/** Tokens of a trial by which a kernel's time is foretold. */
const TRIAL = 128;

/**
 * Measures what was asked for and tells of each result as it comes. A case that fails does not stop the others.
 * Throws CancelledError when stopped, and NoWebGpuError if the GPU is asked for and not to be had.
 */
export async function runBench(
  place: BenchPlace,
  options: BenchOptions,
  onEvent: (event: BenchEvent) => void,
  signal?: AbortSignal,
): Promise<BenchReport> {
  const bench = new Bench(place, options, onEvent, signal);
  try {
    return await bench.run();
  } finally {
    bench.close();
  }
}

class Bench {
  private readonly place: BenchPlace;
  private readonly options: BenchOptions;
  private readonly onEvent: (event: BenchEvent) => void;
  private readonly signal: AbortSignal | undefined;
  private readonly report: BenchReport;
  private gpu: { ops: WebGpuOps; pool: Pool } | null = null;
  private model: { key: string; bench: BenchModel } | null = null;
  /** Microseconds a unit of work, by kind of case: the last one measured. */
  private readonly pace = new Map<string, number>();

  constructor(
    place: BenchPlace,
    options: BenchOptions,
    onEvent: (event: BenchEvent) => void,
    signal: AbortSignal | undefined,
  ) {
    this.place = place;
    this.options = options;
    this.onEvent = onEvent;
    this.signal = signal;
    this.report = {
      devices: [],
      date: new Date().toISOString(),
      copyGigabytesPerSecond: null,
      results: [],
    };
  }

  async run(): Promise<BenchReport> {
    const { place, options, report } = this;
    const cases = casesFor(
      options,
      place.models.map(({ name }) => name),
    );
    this.onEvent({ kind: 'plan', cases });
    for (const planned of cases) {
      await pause(this.signal);
      this.onEvent({ kind: 'started', id: planned.id });
      const wanted = await this.fitting(planned);
      const result: BenchResult = { ...wanted, ...(await this.outcome(wanted)) };
      report.results.push(result);
      this.onEvent({ kind: 'result', result });
    }
    return report;
  }

  private async outcome(wanted: BenchCase): Promise<Outcome> {
    try {
      const outcome = await this.measure(wanted);
      // A device that has refused memory may have lost more than that; one that was not asked has not.
      const refused = outcome.state === 'memory' && outcome.has === null;
      if (refused || outcome.state === 'wrong') this.close();
      return outcome;
    } catch (error) {
      // Without a device there is no benchmark.
      if (error instanceof CancelledError || this.report.devices.length === 0) throw error;
      this.close();
      return { state: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  private async measure(wanted: BenchCase): Promise<Outcome> {
    const { L = 0 } = wanted.sizes;
    switch (wanted.group) {
      case 'copy':
        return await this.copy();
      case 'scan':
        return await this.scan(wanted);
      case 'ssd':
        return await this.kernel(wanted.group, SSD.H * SSD.P, L, ssdWork);
      case 'prefill':
        return await this.prefill(wanted, L);
      case 'decode': {
        const model = await this.openModel(wanted);
        const { way } = wanted;
        return withoutBytes(
          way === 'greedy' || way === 'sampled'
            ? await runWriting(model, way, this.signal)
            : await runDecode(model, this.signal),
        );
      }
    }
  }

  private async copy(): Promise<Outcome> {
    const { ops, pool } = await this.openGpu();
    const outcome = await runCopy(ops, pool, this.signal);
    if (outcome.state !== 'done') return outcome;
    const { timing, check, length } = outcome;
    const moved = 2 * 4 * length;
    const gigabytesPerSecond = moved / timing.microseconds / 1000;
    this.report.copyGigabytesPerSecond = gigabytesPerSecond;
    return {
      state: 'done',
      timing,
      check,
      bytes: { least: moved, asked: moved },
      gigabytesPerSecond,
      shareOfCopy: 1,
      tokensPerSecond: null,
      timesFused: null,
    };
  }

  /** A size of the reader's own, cut to what the device takes; any other case as it is. */
  private async fitting(wanted: BenchCase): Promise<BenchCase> {
    const { scan } = this.options;
    if (!scan || wanted.group !== 'scan') return wanted;
    const most = wanted.device === 'cpu' ? Infinity : (await this.openGpu()).ops.maxTensorBytes;
    return { ...wanted, sizes: { ...fitted(scan, most) } };
  }

  private async scan({ way, device, sizes }: BenchCase): Promise<Outcome> {
    const size: ScanSize = { E: 0, L: 0, N: 16, batch: 1, ...sizes };
    const make = (pool: Pool, L: number) => ownScanWork(pool, way, { ...size, L });
    if (device === 'cpu') this.tellOf({ info: cpuKernelDevice() });
    const outcome =
      device === 'cpu'
        ? await runCpuKernel((pool) => make(pool, size.L), this.patience, RUNS_IN_ALL, this.signal)
        : await this.kernel(`${way} ${size.N}`, size.E * size.batch, size.L, make);
    if (outcome.state !== 'done' || way !== 'unfused') return outcome;
    const fused = fusedMicroseconds(this.report.results, sizes);
    return { ...outcome, timesFused: fused && outcome.timing.microseconds / fused };
  }

  private async kernel<S extends Shapes>(
    pace: string,
    channels: number,
    tokens: number,
    make: (pool: Pool, tokens: number) => KernelWork<S>,
  ): Promise<Outcome> {
    const work = channels * tokens;
    if (work > this.largest) return { state: 'left out' };
    const { ops, pool } = await this.openGpu();
    const wanted = make(pool, tokens);
    // What does not fit is no matter of patience.
    const { largest } = needOf(wanted.shapes);
    if (largest > ops.maxTensorBytes) {
      return { state: 'memory', needs: largest, has: ops.maxTensorBytes };
    }
    if (!this.pace.has(pace)) {
      const trial = await tryKernel(ops, make(pool, TRIAL), this.signal);
      if (trial !== null) this.pace.set(pace, trial / (channels * TRIAL));
    }
    const seconds = this.secondsFor(pace, work);
    if (seconds > this.patience) return { state: 'slow', seconds };
    const outcome = await runKernel(ops, wanted, this.signal);
    if (outcome.state !== 'done') return outcome;
    const { microseconds } = outcome.timing;
    this.pace.set(pace, microseconds / work);
    const gigabytesPerSecond = outcome.bytes.least / microseconds / 1000;
    const copy = this.report.copyGigabytesPerSecond;
    return {
      ...outcome,
      gigabytesPerSecond,
      shareOfCopy: copy && gigabytesPerSecond / copy,
      tokensPerSecond: null,
      timesFused: null,
    };
  }

  private async prefill(wanted: BenchCase, tokens: number): Promise<Outcome> {
    const model = await this.openModel(wanted);
    if (tokens * model.model.info.dInner > this.largest) return { state: 'left out' };
    const pace = `${wanted.device} ${wanted.model}`;
    const seconds = this.secondsFor(pace, tokens);
    if (seconds > this.patience) return { state: 'slow', seconds };
    const outcome = await runPrefill(model, tokens, this.signal);
    if (outcome.state === 'done') this.pace.set(pace, outcome.timing.microseconds / tokens);
    return withoutBytes(outcome);
  }

  private get largest(): number {
    return this.options.largest ?? Infinity;
  }

  private get patience(): number {
    const { all, quick } = this.options;
    return all ? Infinity : PATIENCE[quick ? 'quick' : 'full'];
  }

  /** Seconds that so much work will take, by what went before it; 0 if nothing did. */
  private secondsFor(pace: string, work: number): number {
    return ((this.pace.get(pace) ?? 0) * work * RUNS_IN_ALL) / 1e6;
  }

  private async openGpu(): Promise<{ ops: WebGpuOps; pool: Pool }> {
    if (!this.gpu) {
      const ops = await this.place.openGpu();
      this.gpu = { ops, pool: new Pool(ops) };
      this.tellOf(ops);
    }
    return this.gpu;
  }

  /** The model of a case, on a device of its own; the one before it is given back first. */
  private async openModel({ device, model }: BenchCase): Promise<BenchModel> {
    const key = `${device} ${model}`;
    if (this.model?.key === key) return this.model.bench;
    this.close();
    const ops = await (device === 'cpu' ? this.place.openCpu() : this.place.openGpu());
    this.tellOf(ops);
    try {
      const known = this.place.models.find(({ name }) => name === model)!;
      const bench = await BenchModel.open(ops, await known.load(this.signal));
      this.model = { key, bench };
      return bench;
    } catch (error) {
      ops.dispose();
      throw error;
    }
  }

  private tellOf({ info }: Pick<Ops, 'info'>): void {
    if (this.report.devices.some(({ kind }) => kind === info.kind)) return;
    this.report.devices.push(info);
    this.onEvent({ kind: 'device', device: info });
  }

  /** Gives all devices back; the next case opens what it needs. */
  close(): void {
    this.gpu?.ops.dispose();
    this.model?.bench.model.dispose();
    this.gpu = null;
    this.model = null;
  }
}

/** What the fused scan took at the same sizes; null if it was not measured. */
export function fusedMicroseconds(
  results: readonly BenchResult[],
  { E, L }: BenchCase['sizes'],
): number | null {
  const fused = results.find(
    ({ way, sizes }) => way === 'fused' && sizes['E'] === E && sizes['L'] === L,
  );
  return fused?.state === 'done' ? fused.timing.microseconds : null;
}

/** A whole model's result: what it moves is not what it is judged by. */
function withoutBytes(outcome: ModelOutcome): Outcome {
  if (outcome.state !== 'done') return outcome;
  return { ...outcome, bytes: null, gigabytesPerSecond: null, shareOfCopy: null, timesFused: null };
}
