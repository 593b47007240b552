import type { MambaConfig } from '../checkpoint/config';
import type { Matrix, Ops, Tensor } from '../ops';
import type { Pass } from '../pass';
import { softplus } from '../reference/math';
import { Block } from './block';
import type { LayerState, Mixer } from './mixer';
import type { WeightLoader } from './weights';

/** Buffers that all layers of a model share, sized for `maxRows` tokens. */
export interface MambaScratch {
  /** (L, 2E). */
  xz: Tensor;
  /** (L, E). */
  x: Tensor;
  /** (L, R + 2N): low-rank Δ | B | C. */
  dbc: Tensor;
  /** (L, E). */
  dt: Tensor;
  /** (L, E). */
  y: Tensor;
}

export function createMambaScratch(ops: Ops, config: MambaConfig, maxRows: number): MambaScratch {
  const { dInner: E, dState: N, dtRank: R } = config;
  return {
    xz: ops.zeros('xz', [maxRows, 2 * E]),
    x: ops.zeros('x', [maxRows, E]),
    dbc: ops.zeros('dbc', [maxRows, R + 2 * N]),
    dt: ops.zeros('dt', [maxRows, E]),
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
    this.ssm = ops.constant(at('mixer.ssm'), [E, N + 2], ssm);
    this.halfLife = Float32Array.from({ length: E }, (_, e) => {
      const slowest = Math.exp(Math.min(...aLog.subarray(e * N, (e + 1) * N)));
      return Math.LN2 / (softplus(bias[e]!) * slowest);
    });
  }

  createState(): LayerState {
    const { dInner: E, dState: N } = this.config;
    return {
      conv: this.block.createConvState(),
      h: this.ops.zeros('h', [E, N]),
    };
  }

  run(pass: Pass, residual: Tensor, state: LayerState): void {
    const { ops, layer, scratch, config } = this;
    const { rows } = pass;
    const { dInner: E, dState: N, dtRank: R } = config;
    const { xz, x, dbc, dt, y } = scratch;
    this.block.projectIn(pass, residual, xz);
    pass.record('layer.z', layer, xz, { first: E, width: E });
    this.block.convolve(pass, xz, 0, state.conv, x);
    pass.record('layer.x', layer, x);
    ops.linear({ rows, x, weight: this.xProj, out: dbc });
    pass.record('layer.B', layer, dbc, { first: R, width: N });
    pass.record('layer.C', layer, dbc, { first: R + N, width: N });
    const widths = { delta: E, channels: E, state: E * N };
    const probe = pass.scanProbe(layer, widths);
    const shared = { x, xz, dbc, ssm: this.ssm, h: state.h, y, probe, ...pass.scales(layer) };
    if (rows === 1) {
      ops.selectiveStep({ ...shared, dtWeight: this.dtProj });
    } else {
      ops.linear({ rows, x: dbc, weight: this.dtProj, out: dt });
      ops.selectiveScan({ ...shared, rows, dt });
    }
    pass.recordScan(layer, probe, widths);
    pass.record('layer.y', layer, y);
    this.block.projectOut(pass, y, residual);
  }
}
