import { cachedSource } from '../checkpoint/cache';
import { CheckpointError } from '../checkpoint/errors';
import { loadCheckpoint } from '../checkpoint/load';
import { httpSource } from '../checkpoint/source';
import { CancelledError, DeviceLostError, NoWebGpuError } from '../errors';
import { createModel } from '../models/create';
import type { Model } from '../models/model';
import type { Ops } from '../ops';
import type { WebGpuOps } from '../webgpu/ops';
import type { EngineApi, Loaded, Problem, Result } from './api';
import { Lab } from './lab';

/** What the engine needs of the place it runs in. */
export interface Surroundings {
  /** Opens WebGPU, or throws NoWebGpuError. */
  openWebGpu(): Promise<Ops>;
  /** The same for the benchmark: a device that can be measured. */
  openWebGpuToMeasure(): Promise<WebGpuOps>;
  /** Opens the CPU, as fast as the place allows. */
  openCpu(): Promise<Ops>;
}

/** The engine behind its worker: one device, one model, one lab; calls queue up and can be cancelled. */
export class Engine implements EngineApi {
  private readonly surroundings: Surroundings;
  private model: Model | null = null;
  private lab: Lab | null = null;
  private abort = new AbortController();
  private computeAbort = new AbortController();
  private benchAbort = new AbortController();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  load: EngineApi['load'] = (url, useCpu, onProgress, onLost) =>
    this.enqueue(async (signal): Promise<Loaded> => {
      // What is there stays until the files are: a loading that fails, or is stopped, costs nothing.
      const checkpoint = await loadCheckpoint(cachedSource(httpSource(url)), {
        signal,
        onProgress: ({ bytes, total }) => onProgress(bytes, total),
      });
      if (checkpoint.config.kind === 'transformer') {
        throw new CheckpointError(
          'unsupported',
          'config.json',
          'This is a Transformer. The page shows what happens inside a state-space model: choose one of those. A Transformer runs from the shell.',
        );
      }
      if (!checkpoint.tokenizer) {
        throw new CheckpointError(
          'missing',
          'tokenizer.json',
          'This model has no tokenizer.json, which the page needs to turn text into tokens. Add it to the folder.',
        );
      }
      const { ops, why } = await this.openDevice(useCpu);
      try {
        if (signal.aborted) throw new CancelledError('Stopped.');
        // Not both models at once: a large one may have room only where the other was.
        this.close();
        this.model = await createModel(ops, checkpoint);
      } catch (error) {
        ops.dispose();
        throw error;
      }
      this.lab = new Lab(this.model, checkpoint.tokenizer);
      // A device that we gave up ourselves is not lost.
      void ops.lost.then((reason) => this.model?.ops === ops && onLost(reason));
      return { model: this.model.info, device: ops.info, why };
    });

  private close(): void {
    const { model } = this;
    this.lab = null;
    this.model = null;
    model?.dispose();
  }

  private async openDevice(useCpu: boolean): Promise<{ ops: Ops; why: string | null }> {
    if (useCpu) return { ops: await this.surroundings.openCpu(), why: 'You chose the CPU.' };
    try {
      return { ops: await this.surroundings.openWebGpu(), why: null };
    } catch (error) {
      if (!(error instanceof NoWebGpuError)) throw error;
      return { ops: await this.surroundings.openCpu(), why: error.message };
    }
  }

  open: EngineApi['open'] = (recipe, onProgress) =>
    this.enqueue((signal) => this.theLab().open(recipe, signal, onProgress));

  advance: EngineApi['advance'] = (count) =>
    this.enqueue((signal) => this.theLab().advance(count, signal));

  moment: EngineApi['moment'] = (t) => this.enqueue(() => this.theLab().moment(t));

  trace: EngineApi['trace'] = (request) =>
    this.enqueue((signal) => this.theLab().trace(request, signal));

  compute: EngineApi['compute'] = (request) => {
    const stopped = this.computeAbort.signal;
    return this.enqueue((signal) =>
      this.theLab().compute(request, AbortSignal.any([signal, stopped])),
    );
  };

  async stopCompute(): Promise<void> {
    this.computeAbort.abort();
    this.computeAbort = new AbortController();
  }

  bench: EngineApi['bench'] = (url, models, options, onEvent) => {
    this.benchAbort = new AbortController();
    const stopped = this.benchAbort.signal;
    return this.enqueue(async (signal) => {
      const { runBench } = await import('../bench/run');
      const place = {
        openGpu: this.surroundings.openWebGpuToMeasure,
        openCpu: this.surroundings.openCpu,
        models: models.map((name) => ({
          name,
          load: (until?: AbortSignal) =>
            loadCheckpoint(cachedSource(httpSource(`${url}${name}/`)), { signal: until }),
        })),
      };
      return await runBench(place, options, onEvent, AbortSignal.any([signal, stopped]));
    });
  };

  async stopBench(): Promise<void> {
    this.benchAbort.abort();
  }

  async cancel(): Promise<void> {
    this.abort.abort();
    this.abort = new AbortController();
  }

  private theLab(): Lab {
    if (!this.lab) throw new Error('No model is loaded.');
    return this.lab;
  }

  /** Runs work after all that came before it; cancelling reaches the running and the waiting. */
  private enqueue<T>(work: (signal: AbortSignal) => Promise<T>): Promise<Result<T>> {
    const { signal } = this.abort;
    const result = this.queue.then(async (): Promise<Result<T>> => {
      try {
        if (signal.aborted) throw new CancelledError('Stopped.');
        return { ok: true, value: await work(signal) };
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    });
    this.queue = result;
    return result;
  }
}

/** An error as the page understands it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof CancelledError) return { kind: 'cancelled' };
  if (error instanceof DeviceLostError) return { kind: 'deviceLost', message: error.message };
  if (error instanceof CheckpointError) {
    if (error.code === 'cancelled') return { kind: 'cancelled' };
    const { code, file, message } = error;
    return { kind: 'checkpoint', code, file, message };
  }
  return { kind: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}
