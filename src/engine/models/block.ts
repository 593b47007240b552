import type { SsmConfig } from '../checkpoint/config';
import type { Matrix, Ops, Tensor } from '../ops';
import type { Pass } from '../pass';
import type { WeightLoader } from './weights';

/**
 * What the blocks of all three families share (Mamba §3.4, Figure 3): norm and projection into the block, the short
 * causal convolution with SiLU, projection back onto the residual stream. What lies between is each family's own.
 */
export class Block {
  private readonly ops: Ops;
  private readonly layer: number;
  private readonly epsilon: number;
  private readonly norm: Tensor; // (D)
  private readonly normWeight: Float32Array; // (D); Mamba-2 (D + E)
  private readonly inProj: Matrix; // (2E, D); Mamba-2 (2E + 2GN + H, D)
  private readonly inBias: Tensor | undefined; // as many
  private readonly convWeight: Tensor; // (convolved, K)
  private readonly convBias: Tensor; // (convolved)
  private readonly convTaps: Float32Array; // (convolved, K + 1): taps | bias
  private readonly outProj: Matrix; // (D, E)
  private readonly outBias: Tensor | undefined; // (D)

  /**
   * `convolved` is the number of channels that pass through the convolution: E; Mamba-2 E + 2GN. `gatedNorm` (E) is
   * the weight of Mamba-2's second norm, which the block does not run and tells of only.
   */
  constructor(
    ops: Ops,
    config: SsmConfig,
    layer: number,
    weights: WeightLoader,
    convolved: number,
    gatedNorm: Float32Array = new Float32Array(),
  ) {
    this.ops = ops;
    this.layer = layer;
    this.epsilon = config.normEpsilon;
    const at = (name: string): string => `backbone.layers.${layer}.${name}`;
    this.norm = weights.constant(at('norm.weight'));
    this.normWeight = Float32Array.of(...weights.values(at('norm.weight')), ...gatedNorm);
    this.inProj = weights.matrix(at('mixer.in_proj.weight'));
    this.inBias = weights.optional(at('mixer.in_proj.bias'), config.useBias);
    this.convWeight = weights.constant(at('mixer.conv1d.weight'), [convolved, config.dConv]);
    this.convBias =
      weights.optional(at('mixer.conv1d.bias'), config.useConvBias) ??
      ops.zeros('conv1d.bias', [convolved]);
    const taps = weights.values(at('mixer.conv1d.weight')); // (convolved, K)
    const bias = config.useConvBias ? weights.values(at('mixer.conv1d.bias')) : [];
    const K = config.dConv;
    this.convTaps = Float32Array.from({ length: convolved * (K + 1) }, (_, i) => {
      const [c, k] = [Math.floor(i / (K + 1)), i % (K + 1)];
      return k < K ? taps[c * K + k]! : (bias[c] ?? 0);
    });
    this.outProj = weights.matrix(at('mixer.out_proj.weight'));
    this.outBias = weights.optional(at('mixer.out_proj.bias'), config.useBias);
  }

  /** A fresh state of the convolution, (convolved, K − 1). */
  createConvState(): Tensor {
    const [convolved, K] = this.convWeight.shape as [number, number];
    return this.ops.zeros('conv', [convolved, K - 1]);
  }

  /** out = norm(residual) W_inᵀ, (L, in_proj's rows). */
  projectIn(pass: Pass, residual: Tensor, out: Tensor): void {
    const { rows } = pass;
    const { norm: weight, epsilon, layer } = this;
    if (pass.wants('layer.normWeight', layer)) {
      pass.give('layer.normWeight', layer, () => this.normWeight.slice());
    }
    pass.compute('layer.norm', layer, weight.shape[0]!, (normed) =>
      this.ops.rmsNorm({ rows, x: residual, weight, epsilon, out: normed }),
    );
    this.ops.linear({
      rows,
      x: residual,
      norm: { weight, epsilon },
      weight: this.inProj,
      bias: this.inBias,
      out,
    });
    pass.record('layer.inProj', layer, out);
  }

  /** out = SiLU(conv1d(input's columns from `firstColumn` on)), (L, convolved); updates the state. */
  convolve(pass: Pass, input: Tensor, firstColumn: number, state: Tensor, out: Tensor): void {
    const { rows } = pass;
    const { convWeight: weight, convBias: bias, layer } = this;
    const args = { rows, input, firstColumn, weight, bias, state, out };
    if (pass.wants('layer.convWeight', layer)) {
      pass.give('layer.convWeight', layer, () => this.convTaps.slice());
    }
    if (pass.wants('layer.conv', layer)) {
      pass.compute('layer.conv', layer, weight.shape[0]!, (sum) =>
        this.ops.causalConv1d({ ...args, sum }),
      );
    } else {
      this.ops.causalConv1d(args);
    }
  }

  /** residual += y W_outᵀ. */
  projectOut(pass: Pass, y: Tensor, residual: Tensor): void {
    const { rows } = pass;
    const args = { rows, x: y, weight: this.outProj, bias: this.outBias };
    pass.compute('layer.out', this.layer, this.outProj.rows, (out) =>
      this.ops.linear({ ...args, out }),
    );
    this.ops.linear({ ...args, out: residual, add: true });
  }
}
