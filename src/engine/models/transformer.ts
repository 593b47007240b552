import { rotationRates } from '../attentionOps';
import type { TransformerConfig } from '../checkpoint/config';
import type { Matrix, Ops, Tensor } from '../ops';
import type { Pass } from '../pass';
import type { KvCache, Mixer } from './mixer';
import type { WeightLoader } from './weights';

/** Buffers that all layers of a model share, sized for `maxRows` tokens. */
export interface TransformerScratch {
  /** (L, (H + 2G)·P): q | k | v. */
  qkv: Tensor;
  /** (L, H·P). */
  y: Tensor;
  /** (L, 2F): gate | up. */
  gateUp: Tensor;
  /** (L, F). */
  gated: Tensor;
  /** (P / 2, 2): RoPE's turns a token. */
  rates: Tensor;
}

export function createTransformerScratch(
  ops: Ops,
  config: TransformerConfig,
  maxRows: number,
): TransformerScratch {
  const { nHeads: H, nKvHeads: G, headDim: P, dFf: F, ropeTheta } = config;
  return {
    qkv: ops.zeros('qkv', [maxRows, (H + 2 * G) * P]),
    y: ops.zeros('y', [maxRows, H * P]),
    gateUp: ops.zeros('gateUp', [maxRows, 2 * F]),
    gated: ops.zeros('gated', [maxRows, F]),
    rates: ops.constant('rates', [P / 2, 2], rotationRates(P, ropeTheta)),
  };
}

/**
 * A Transformer's layer as LlamaForCausalLM has it: attention with rotary positions, then an MLP with a gate, each behind
 * a norm and added to the residual stream. Every weight by its checkpoint name.
 */
export class TransformerLayer implements Mixer {
  readonly halfLife = new Float32Array();
  readonly ssm = null;
  private readonly ops: Ops;
  private readonly config: TransformerConfig;
  private readonly layer: number;
  private readonly scratch: TransformerScratch;
  private readonly norms: readonly [Tensor, Tensor]; // (D) each: before attention, before the MLP
  private readonly normWeight: Float32Array; // (2D): both
  private readonly qkvProj: Matrix; // ((H + 2G)·P, D)
  private readonly outProj: Matrix; // (D, H·P)
  private readonly gateUpProj: Matrix; // (2F, D)
  private readonly downProj: Matrix; // (D, F)

  constructor(
    ops: Ops,
    config: TransformerConfig,
    layer: number,
    weights: WeightLoader,
    scratch: TransformerScratch,
  ) {
    this.ops = ops;
    this.config = config;
    this.layer = layer;
    this.scratch = scratch;
    const at = (name: string): string => `model.layers.${layer}.${name}.weight`;
    const names = [at('input_layernorm'), at('post_attention_layernorm')] as const;
    this.norms = [weights.constant(names[0]), weights.constant(names[1])];
    this.normWeight = Float32Array.of(...weights.values(names[0]), ...weights.values(names[1]));
    // Side by side they are one product: fewer, longer reads of memory.
    const [q, k, v] = ['q_proj', 'k_proj', 'v_proj'].map((name) => at(`self_attn.${name}`));
    this.qkvProj = weights.matrix(q!, k!, v!);
    this.outProj = weights.matrix(at('self_attn.o_proj'));
    this.gateUpProj = weights.matrix(at('mlp.gate_proj'), at('mlp.up_proj'));
    this.downProj = weights.matrix(at('mlp.down_proj'));
  }

  createState(capacity: number): KvCache {
    const { nKvHeads: G, headDim: P } = this.config;
    return { kv: this.ops.zeros('kv', [capacity, 2 * G * P]) };
  }

  run(pass: Pass, residual: Tensor, { kv }: KvCache): void {
    const { ops, layer, config, scratch } = this;
    const { qkv, y, gateUp, gated, rates } = scratch;
    const { rows, position, drawn } = pass;
    const { nHeads, nKvHeads, headDim, normEpsilon: epsilon } = config;
    const [before, between] = this.norms.map((weight) => ({ weight, epsilon }));
    if (pass.wants('layer.normWeight', layer)) {
      pass.give('layer.normWeight', layer, () => this.normWeight.slice());
    }
    pass.compute('layer.norm', layer, config.dModel, (out) =>
      ops.rmsNorm({ rows, x: residual, ...before!, out }),
    );
    ops.linear({ rows, x: residual, norm: before, weight: this.qkvProj, out: qkv });
    pass.record('layer.inProj', layer, qkv);
    const args = { rows, position, drawn, qkv, cache: kv, rates, y, nHeads, nKvHeads, headDim };
    const probe = pass.attentionProbe(layer);
    ops.attention({ ...args, probe });
    if (probe) pass.recordAttention(layer, probe);
    pass.record('layer.y', layer, y);
    this.add(pass, 'layer.out', { rows, x: y, weight: this.outProj }, residual);
    ops.linear({ rows, x: residual, norm: between, weight: this.gateUpProj, out: gateUp });
    ops.swiglu({ rows, gateUp, out: gated });
    this.add(pass, 'layer.mlp', { rows, x: gated, weight: this.downProj }, residual);
  }

  /** residual += x Wᵀ; what is added by itself, if asked for. */
  private add(
    pass: Pass,
    name: 'layer.out' | 'layer.mlp',
    args: { rows: number; x: Tensor; weight: Matrix },
    residual: Tensor,
  ): void {
    pass.compute(name, this.layer, args.weight.rows, (out) => this.ops.linear({ ...args, out }));
    this.ops.linear({ ...args, out: residual, add: true });
  }
}
