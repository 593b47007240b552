import type { MambaConfig } from '../checkpoint/config';
import type { Matrix, Ops, Tensor } from '../ops';
import type { Pass } from '../pass';
import { softplus } from '../reference/math';
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
  private readonly norm: Tensor; // (D)
  private readonly inProj: Matrix; // (2E, D)
  private readonly inBias: Tensor | undefined; // (2E)
  private readonly convWeight: Tensor; // (E, K)
  private readonly convBias: Tensor; // (E)
  private readonly xProj: Matrix; // (R + 2N, E)
  private readonly dtProj: Matrix; // (E, R)
  private readonly ssm: Tensor; // (E, N + 2): A_log | D | bias of Δ
  private readonly outProj: Matrix; // (D, E)
  private readonly outBias: Tensor | undefined; // (D)

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
    const { dInner: E, dState: N, dConv: K } = config;
    const at = (name: string): string => `backbone.layers.${layer}.${name}`;
    const optional = (name: string): Tensor | undefined =>
      config.useBias ? weights.constant(at(name)) : undefined;
    this.norm = weights.constant(at('norm.weight'));
    this.inProj = weights.matrix(at('mixer.in_proj.weight'));
    this.inBias = optional('mixer.in_proj.bias');
    this.convWeight = weights.constant(at('mixer.conv1d.weight'), [E, K]);
    this.convBias = config.useConvBias
      ? weights.constant(at('mixer.conv1d.bias'))
      : ops.zeros('conv1d.bias', [E]);
    this.xProj = weights.matrix(at('mixer.x_proj.weight'));
    this.dtProj = weights.matrix(at('mixer.dt_proj.weight'));
    this.outProj = weights.matrix(at('mixer.out_proj.weight'));
    this.outBias = optional('mixer.out_proj.bias');
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
    const { dInner: E, dState: N, dConv: K } = this.config;
    return {
      conv: this.ops.zeros('conv', [E, K - 1]),
      h: this.ops.zeros('h', [E, N]),
    };
  }

  run(pass: Pass, residual: Tensor, state: LayerState): void {
    const { ops, layer, scratch, config } = this;
    const { rows } = pass;
    const { dInner: E, dState: N, dtRank: R } = config;
    const { xz, x, dbc, dt, y } = scratch;
    ops.linear({
      rows,
      x: residual,
      norm: { weight: this.norm, epsilon: config.normEpsilon },
      weight: this.inProj,
      bias: this.inBias,
      out: xz,
    });
    pass.record('layer.z', layer, xz, { first: E, width: E });
    ops.causalConv1d({
      rows,
      input: xz,
      weight: this.convWeight,
      bias: this.convBias,
      state: state.conv,
      out: x,
    });
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
    ops.linear({
      rows,
      x: y,
      weight: this.outProj,
      bias: this.outBias,
      out: residual,
      add: true,
    });
  }
}
