import type { S4dConfig } from '../checkpoint/config';
import type { Ops, Tensor } from '../ops';
import type { Numbers, Pass } from '../pass';
import { turnedDelta } from '../turn';
import { Block } from './block';
import type { Mixer, SsmState } from './mixer';
import { recordGate, recordWeights, repeated, scanPlanes } from './ssmProbes';
import type { WeightLoader } from './weights';

/** Buffers that all layers of a model share, sized for `maxRows` tokens. */
export interface S4dScratch {
  /** (L, 2E). */
  xz: Tensor;
  /** (L, E). */
  x: Tensor;
  /** (L, E). */
  y: Tensor;
}

export function createS4dScratch(ops: Ops, config: S4dConfig, maxRows: number): S4dScratch {
  const { dInner: E } = config;
  return {
    xz: ops.zeros('xz', [maxRows, 2 * E]),
    x: ops.zeros('x', [maxRows, E]),
    y: ops.zeros('y', [maxRows, E]),
  };
}

/** The Mamba block with S4D (arXiv 2206.11893) for its SSM: diagonal, complex, the same at every token. */
export class S4dMixer implements Mixer {
  readonly halfLife: Float32Array;
  private readonly ops: Ops;
  private readonly config: S4dConfig;
  private readonly layer: number;
  private readonly scratch: S4dScratch;
  readonly ssm: Tensor; // (E, 4N + 2): A_log | A_imag | C real | C imaginary | D | log_dt
  private readonly aLog: Float32Array; // (E, N)
  private readonly aImag: Float32Array; // (E, N)
  private readonly skip: Float32Array; // D, (E)
  private readonly logDt: Float32Array; // (E)
  private readonly block: Block;

  constructor(
    ops: Ops,
    config: S4dConfig,
    layer: number,
    weights: WeightLoader,
    scratch: S4dScratch,
  ) {
    this.ops = ops;
    this.config = config;
    this.layer = layer;
    this.scratch = scratch;
    const { dInner: E, dState: N } = config;
    const at = (name: string): string => `backbone.layers.${layer}.${name}`;
    this.block = new Block(ops, config, layer, weights, E);
    const aLog = weights.values(at('mixer.A_log')); // (E, N)
    const aImag = weights.values(at('mixer.A_imag')); // (E, N)
    const C = weights.values(at('mixer.C')); // (E, N, 2)
    const skip = weights.values(at('mixer.D')); // (E)
    const logDt = weights.values(at('mixer.log_dt')); // (E)
    [this.aLog, this.aImag, this.skip, this.logDt] = [aLog, aImag, skip, logDt];
    const width = 4 * N + 2;
    const ssm = new Float32Array(E * width);
    for (let e = 0; e < E; e++) {
      const states = C.subarray(e * N * 2, (e + 1) * N * 2);
      ssm.set(aLog.subarray(e * N, (e + 1) * N), e * width);
      ssm.set(aImag.subarray(e * N, (e + 1) * N), e * width + N);
      ssm.set(
        states.filter((_, i) => i % 2 === 0),
        e * width + 2 * N,
      );
      ssm.set(
        states.filter((_, i) => i % 2 === 1),
        e * width + 3 * N,
      );
      ssm[e * width + 4 * N] = skip[e]!;
      ssm[e * width + 4 * N + 1] = logDt[e]!;
    }
    this.ssm = ops.constant(at('mixer.ssm'), [E, width], ssm);
    this.halfLife = Float32Array.from({ length: E }, (_, e) => {
      const slowest = Math.exp(Math.min(...aLog.subarray(e * N, (e + 1) * N)));
      return Math.LN2 / (Math.exp(logDt[e]!) * slowest);
    });
  }

  createState(): SsmState {
    const { dInner: E, dState: N } = this.config;
    return { conv: this.block.createConvState(), h: this.ops.zeros('h', [E, 2 * N]) };
  }

  run(pass: Pass, residual: Tensor, state: SsmState): void {
    const { ops, layer, scratch, config } = this;
    const { rows } = pass;
    const { dInner: E, dState: N } = config;
    const { xz, x, y } = scratch;
    this.block.projectIn(pass, residual, xz);
    recordGate(pass, layer, xz, { first: E, width: E });
    this.block.convolve(pass, xz, 0, state.conv, x);
    pass.record('layer.x', layer, x);
    const planes = scanPlanes(E, 2 * E * N);
    const probe = pass.scanProbe(layer, planes);
    const turn = pass.turn(layer);
    // Always the recurrence: as a convolution the same takes longer at every length measured (docs/performance.md).
    ops.s4dScan({ rows, x, xz, ssm: this.ssm, h: state.h, y, turn, probe });
    pass.recordScan(layer, probe, planes, E);
    this.recordSsm(pass, state.h);
    pass.record('layer.y', layer, y);
    this.block.projectOut(pass, y, residual);
  }

  /** What is asked for of the SSM beside what the scan wrote. */
  private recordSsm(pass: Pass, h: Tensor): void {
    const { layer, skip } = this;
    const { dInner: E, dState: N } = this.config;
    recordWeights(pass, layer, { A: () => this.runningA(pass), D: skip });
    for (const unit of pass.wishes('layer.Abar', layer)) {
      pass.give('layer.Abar', layer, this.abar(pass, unit), unit);
    }
    pass.record('layer.hLast', layer, h, { rows: 1, width: 2 * E * N });
  }

  /** A times the turn's factor, (E, 2N): real | imaginary. */
  private runningA(pass: Pass): Float32Array {
    const { dState: N } = this.config;
    const { aFactor } = pass.turnValues(this.layer).planes;
    return Float32Array.from({ length: 2 * this.aLog.length }, (_, i) => {
      const [e, n] = [Math.floor(i / (2 * N)), i % (2 * N)];
      const own = n < N ? -Math.exp(this.aLog[e * N + n]!) : this.aImag[e * N + n - N]!;
      return own * aFactor[e]!;
    });
  }

  /** Ā = exp(ΔA), real | imaginary, the same for every token: (L, E, 2N), or (L, 2N) of one channel. */
  private abar(pass: Pass, unit?: number): Numbers {
    const { dState: N, dInner: E } = this.config;
    const { planes } = pass.turnValues(this.layer);
    const A = this.runningA(pass); // (E, 2N)
    const row = Float32Array.from({ length: (unit === undefined ? E : 1) * 2 * N }, (_, i) => {
      const [e, n] = [unit ?? Math.floor(i / (2 * N)), i % (2 * N)];
      const delta = turnedDelta(planes, e, Math.exp(this.logDt[e]!));
      const [re, im] = [A[e * 2 * N + (n % N)]!, A[e * 2 * N + N + (n % N)]!];
      return Math.exp(delta * re) * (n < N ? Math.cos(delta * im) : Math.sin(delta * im));
    });
    return () => repeated(row, pass.rows);
  }
}
