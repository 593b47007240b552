import type { Mamba2Config } from '../checkpoint/config';
import type { Ops, Tensor } from '../ops';
import type { Numbers, Pass } from '../pass';
import { softplus } from '../reference/math';
import { turnedDelta } from '../turn';
import { Block } from './block';
import type { Mixer, SsmState } from './mixer';
import {
  recordDiscretised,
  recordGate,
  recordShared,
  recordWeights,
  runningA,
  sharedNumbers,
  statePlanes,
} from './ssmProbes';
import type { WeightLoader } from './weights';

/** Buffers that all layers of a model share, sized for `maxRows` tokens. */
export interface Mamba2Scratch {
  /** (L, 2E + 2GN + H): z | x | B | C | Δ, as projected. */
  zxbcdt: Tensor;
  /** (L, E + 2GN): x | B | C after conv1d and SiLU. */
  xbc: Tensor;
  /** (L, E). */
  y: Tensor;
}

export function createMamba2Scratch(
  ops: Ops,
  config: Mamba2Config,
  maxRows: number,
): Mamba2Scratch {
  const { dInner: E, dState: N, nGroups: G, nHeads: H } = config;
  return {
    zxbcdt: ops.zeros('zxbcdt', [maxRows, 2 * E + 2 * G * N + H]),
    xbc: ops.zeros('xbc', [maxRows, E + 2 * G * N]),
    y: ops.zeros('y', [maxRows, E]),
  };
}

/** The Mamba-2 block with its norm (arXiv 2405.21060, §7, Figure 6): every weight by its checkpoint name. */
export class Mamba2Mixer implements Mixer {
  readonly halfLife: Float32Array;
  private readonly ops: Ops;
  private readonly config: Mamba2Config;
  private readonly layer: number;
  private readonly scratch: Mamba2Scratch;
  readonly ssm: Tensor; // (H, 3): A_log | D | bias of Δ
  private readonly gatedNorm: Tensor; // (E)
  private readonly aLog: Float32Array; // (H)
  private readonly skip: Float32Array; // D, (H)
  private readonly dtBias: Float32Array; // (H)
  private readonly block: Block;

  constructor(
    ops: Ops,
    config: Mamba2Config,
    layer: number,
    weights: WeightLoader,
    scratch: Mamba2Scratch,
  ) {
    this.ops = ops;
    this.config = config;
    this.layer = layer;
    this.scratch = scratch;
    const { dState: N, dInner: E, nGroups: G, nHeads: H, headDim: P } = config;
    const at = (name: string): string => `backbone.layers.${layer}.${name}`;
    this.gatedNorm = weights.constant(at('mixer.norm.weight'));
    const gatedNorm = weights.values(at('mixer.norm.weight')); // (E)
    this.block = new Block(ops, config, layer, weights, E + 2 * G * N, gatedNorm);
    const aLog = weights.values(at('mixer.A_log')); // (H)
    const skip = weights.values(at('mixer.D')); // (H)
    const bias = weights.values(at('mixer.dt_bias')); // (H)
    [this.aLog, this.skip, this.dtBias] = [aLog, skip, bias];
    const ssm = Float32Array.from({ length: 3 * H }, (_, i) => {
      const head = Math.floor(i / 3);
      return [aLog, skip, bias][i % 3]![head]!;
    });
    this.ssm = ops.constant(at('mixer.ssm'), [H, 3], ssm);
    this.halfLife = Float32Array.from({ length: E }, (_, e) => {
      const head = Math.floor(e / P);
      return Math.LN2 / (softplus(bias[head]!) * Math.exp(aLog[head]!));
    });
  }

  createState(): SsmState {
    const { dState: N, nHeads: H, headDim: P } = this.config;
    return {
      conv: this.block.createConvState(),
      h: this.ops.zeros('h', [H, P, N]),
    };
  }

  run(pass: Pass, residual: Tensor, state: SsmState): void {
    const { ops, layer, scratch, config } = this;
    const { rows } = pass;
    const { dInner: E, dState: N, nGroups: G, nHeads: H, normEpsilon: epsilon } = config;
    const { zxbcdt, xbc, y } = scratch;
    this.block.projectIn(pass, residual, zxbcdt);
    recordGate(pass, layer, zxbcdt, { width: E });
    this.block.convolve(pass, zxbcdt, E, state.conv, xbc);
    pass.record('layer.x', layer, xbc, { width: E });
    const planes = statePlanes(E, E * N);
    const probe = pass.scanProbe(layer, planes);
    const shared = {
      rows,
      xbc,
      zxbcdt,
      ssm: this.ssm,
      h: state.h,
      y,
      nGroups: G,
      deltaLimit: config.deltaLimit,
      turn: pass.turn(layer),
    };
    // Chunks never form the states between their ends, so whoever asks for those gets the recurrence.
    if (rows === 1 || probe) ops.ssdRecurrence({ ...shared, probe });
    else ops.ssdChunked({ ...shared, chunkSize: config.chunkSize });
    pass.recordScan(layer, probe, planes, H);
    this.recordSsm(pass, state.h);
    pass.record('layer.ssmOut', layer, y);
    ops.gatedRmsNorm({ rows, y, zxbcdt, weight: this.gatedNorm, epsilon });
    pass.record('layer.y', layer, y);
    this.block.projectOut(pass, y, residual);
  }

  /** What is asked for of the SSM beside what the scan wrote. */
  private recordSsm(pass: Pass, h: Tensor): void {
    const { layer, skip, dtBias } = this;
    const { zxbcdt, xbc } = this.scratch;
    const { dInner: E, dState: N, nGroups: G, nHeads: H } = this.config;
    const B = () => sharedNumbers(pass, layer, 'B', xbc, { first: E, width: G * N });
    const C = () => sharedNumbers(pass, layer, 'C', xbc, { first: E + G * N, width: G * N });
    const A = () => runningA(this.aLog, pass.turnValues(layer).planes.aFactor);
    const delta = (unit?: number) => this.delta(pass, unit);
    recordDiscretised(pass, layer, { delta, A, B, units: H, dState: N, unitsPerGroup: H / G });
    recordShared(pass, layer, B, C);
    recordWeights(pass, layer, { A, D: skip, dtBias });
    if (pass.wants('layer.delta', layer)) pass.give('layer.delta', layer, delta());
    pass.record('layer.dt', layer, zxbcdt, this.placeOfDt());
    pass.record('layer.hLast', layer, h, { rows: 1, width: E * N });
  }

  /** Where the Δ of all heads, or of one, lie in the projection. */
  private placeOfDt(unit?: number): { first: number; width: number } {
    const { nHeads: H } = this.config;
    const first = this.scratch.zxbcdt.shape.at(-1)! - H;
    return unit === undefined ? { first, width: H } : { first: first + unit, width: 1 };
  }

  /** Δ as the kernels have it, (L, H), or (L) of one head: the chunks do not keep it, so it is worked out here. */
  private delta(pass: Pass, unit?: number): Numbers {
    const { dtBias, config, layer } = this;
    const [low, high] = config.deltaLimit;
    const { planes } = pass.turnValues(layer);
    const dt = pass.read(this.scratch.zxbcdt, this.placeOfDt(unit));
    return () =>
      dt().map((value, i) => {
        const head = unit ?? i % config.nHeads;
        const own = Math.min(Math.max(softplus(value + dtBias[head]!), low), high);
        return turnedDelta(planes, head, own);
      });
  }
}
