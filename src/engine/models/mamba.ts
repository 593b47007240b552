import type { MambaConfig } from '../checkpoint/config';
import type { Matrix, Ops, ScanProbe, Tensor } from '../ops';
import type { Pass } from '../pass';
import { softplus } from '../reference/math';
import { Block } from './block';
import type { Mixer, SsmState } from './mixer';
import {
  recordDiscretised,
  recordGate,
  recordShared,
  recordWeights,
  runningA,
  scanPlanes,
  sharedNumbers,
} from './ssmProbes';
import type { WeightLoader } from './weights';

/** Buffers that all layers of a model share, sized for `maxRows` tokens. */
export interface MambaScratch {
  /** (L, 2E). */
  xz: Tensor;
  /** (L, E). */
  x: Tensor;
  /** (L, R + 2N): low-rank Δ | B | C. */
  dbc: Tensor;
  /** (L, E): dt_proj's output, over which the scan writes its own. */
  y: Tensor;
}

export function createMambaScratch(ops: Ops, config: MambaConfig, maxRows: number): MambaScratch {
  const { dInner: E, dState: N, dtRank: R } = config;
  return {
    xz: ops.zeros('xz', [maxRows, 2 * E]),
    x: ops.zeros('x', [maxRows, E]),
    dbc: ops.zeros('dbc', [maxRows, R + 2 * N]),
    y: ops.zeros('y', [maxRows, E]),
  };
}

/** The Mamba block with its norm (arXiv 2312.00752, §3.4, Figure 3): every weight by its checkpoint name. */
export class MambaMixer implements Mixer {
  readonly halfLife: Float32Array;
  private readonly ops: Ops;
  private readonly config: MambaConfig;
  private readonly layer: number;
  private readonly scratch: MambaScratch;
  private readonly xProj: Matrix; // (R + 2N, E)
  private readonly dtProj: Matrix; // (E, R)
  readonly ssm: Tensor; // (E, N + 2): A_log | D | bias of Δ
  private readonly aLog: Float32Array; // (E, N)
  private readonly skip: Float32Array; // D, (E)
  private readonly dtBias: Float32Array; // (E)
  private readonly block: Block;

  constructor(
    ops: Ops,
    config: MambaConfig,
    layer: number,
    weights: WeightLoader,
    scratch: MambaScratch,
  ) {
    this.ops = ops;
    this.config = config;
    this.layer = layer;
    this.scratch = scratch;
    const { dInner: E, dState: N } = config;
    const at = (name: string): string => `backbone.layers.${layer}.${name}`;
    this.xProj = weights.matrix(at('mixer.x_proj.weight'));
    this.dtProj = weights.matrix(at('mixer.dt_proj.weight'));
    this.block = new Block(ops, config, layer, weights, E);
    const aLog = weights.values(at('mixer.A_log')); // (E, N)
    const skip = weights.values(at('mixer.D')); // (E)
    const bias = weights.values(at('mixer.dt_proj.bias')); // (E)
    const ssm = new Float32Array(E * (N + 2));
    for (let e = 0; e < E; e++) {
      ssm.set(aLog.subarray(e * N, (e + 1) * N), e * (N + 2));
      ssm[e * (N + 2) + N] = skip[e]!;
      ssm[e * (N + 2) + N + 1] = bias[e]!;
    }
    [this.aLog, this.skip, this.dtBias] = [aLog, skip, bias];
    this.ssm = ops.constant(at('mixer.ssm'), [E, N + 2], ssm);
    this.halfLife = Float32Array.from({ length: E }, (_, e) => {
      const slowest = Math.exp(Math.min(...aLog.subarray(e * N, (e + 1) * N)));
      return Math.LN2 / (softplus(bias[e]!) * slowest);
    });
  }

  createState(): SsmState {
    const { dInner: E, dState: N } = this.config;
    return {
      conv: this.block.createConvState(),
      h: this.ops.zeros('h', [E, N]),
    };
  }

  run(pass: Pass, residual: Tensor, state: SsmState): void {
    const { ops, layer, scratch, config } = this;
    const { rows } = pass;
    const { dInner: E, dState: N } = config;
    const { xz, x, dbc } = scratch;
    // A step's output takes the place of its input, a scan's that of dt.
    const y = rows === 1 ? x : scratch.y;
    this.block.projectIn(pass, residual, xz);
    recordGate(pass, layer, xz, { first: E, width: E });
    this.block.convolve(pass, xz, 0, state.conv, x);
    pass.record('layer.x', layer, x);
    ops.linear({ rows, x, weight: this.xProj, out: dbc });
    const planes = scanPlanes(E, E * N, ['layer.Abar', 'layer.Bbar']);
    const probe = pass.scanProbe(layer, planes);
    const shared = { xz, dbc, ssm: this.ssm, h: state.h, y, turn: pass.turn(layer), probe };
    if (rows === 1) {
      ops.selectiveStep({ ...shared, dtWeight: this.dtProj });
    } else {
      ops.linear({ rows, x: dbc, weight: this.dtProj, out: y });
      ops.selectiveScan({ ...shared, rows, x });
    }
    pass.recordScan(layer, probe, planes, E);
    this.recordSsm(pass, dbc, state.h, probe);
    pass.record('layer.y', layer, y);
    this.block.projectOut(pass, y, residual);
  }

  /** What is asked for of the SSM beside what the scan wrote. */
  private recordSsm(pass: Pass, dbc: Tensor, h: Tensor, probe?: ScanProbe): void {
    const { layer } = this;
    const { dInner: E, dState: N, dtRank: R } = this.config;
    const B = () => sharedNumbers(pass, layer, 'B', dbc, { first: R, width: N });
    const C = () => sharedNumbers(pass, layer, 'C', dbc, { first: R + N, width: N });
    const A = () => runningA(this.aLog, pass.turnValues(layer).planes.aFactor);
    const delta = (unit?: number) => {
      const [first, width] = unit === undefined ? [probe!.delta!, E] : [probe!.delta! + unit, 1];
      return pass.read(probe!.out, { first, stride: E, width });
    };
    // Before anything else is computed where the scan has written.
    recordDiscretised(pass, layer, { delta, A, B, units: E, dState: N, unitsPerGroup: E });
    recordShared(pass, layer, B, C);
    recordWeights(pass, layer, { A, D: this.skip, dtBias: this.dtBias });
    pass.record('layer.hLast', layer, h, { rows: 1, width: E * N });
    pass.compute('layer.dt', layer, E, (out) =>
      this.ops.linear({ rows: pass.rows, x: dbc, weight: this.dtProj, out }),
    );
  }
}
