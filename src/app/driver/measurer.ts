import type { BenchEvent, BenchOptions, BenchReport } from '../../engine/bench/types';
import type { EngineApi, Result } from '../../engine/host/api';
import { proxy, type StartEngine } from './client';
import { safely } from './safely';

/** Measures in a worker of its own, started when first asked, so that the text and its model go on meanwhile. */
export class Measurer {
  private readonly start: StartEngine;
  private engine: EngineApi | null = null;
  /** Ends the call that a broken worker never answers. */
  private broken: (message: string) => void = () => {};

  constructor(start: StartEngine) {
    this.start = start;
  }

  /** Runs the scan at a size of the reader's own; no model is needed for that. */
  bench(options: BenchOptions, onEvent: (event: BenchEvent) => void): Promise<Result<BenchReport>> {
    const failed = new Promise<Result<BenchReport>>((resolve) => {
      this.broken = (message) => resolve({ ok: false, problem: { kind: 'unexpected', message } });
    });
    const engine = (this.engine ??= this.start((message) => {
      this.engine = null;
      this.broken(message);
    }));
    return Promise.race([failed, safely(() => engine.bench('', [], options, proxy(onEvent)))]);
  }

  stop(): void {
    void this.engine?.stopBench();
  }
}
