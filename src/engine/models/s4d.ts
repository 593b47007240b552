import type { S4dConfig } from '../checkpoint/config';
import type { Ops, Tensor } from '../ops';
import type { Pass } from '../pass';
import { Block } from './block';
import type { LayerState, Mixer } from './mixer';
import type { WeightLoader } from './weights';

/**
 * From this many tokens on a GPU computes the SSM as a convolution. That is more work than one token after the other (an
 * exponential and a turn a state and token), but all tokens are computed at once, where the recurrence has one thread a
 * channel. A software GPU has no threads to gain: there the recurrence stays faster at every length.
 */
export const CONVOLUTION_FROM = 256;

/** Buffers that all layers of a model share, sized for `maxRows` tokens. */
export interface S4dScratch {
  /** (L, 2E). */
  xz: Tensor;
  /** (L, E). */
  x: Tensor;
  /** (L, E). */
  y: Tensor;
  /** (L, E): the convolution's kernel. */
  kernel: Tensor;
}

export function createS4dScratch(ops: Ops, config: S4dConfig, maxRows: number): S4dScratch {
  const { dInner: E } = config;
  return {
    xz: ops.zeros('xz', [maxRows, 2 * E]),
    x: ops.zeros('x', [maxRows, E]),
    y: ops.zeros('y', [maxRows, E]),
    kernel: ops.zeros('kernel', [maxRows, E]),
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

  createState(): LayerState {
    const { dInner: E, dState: N } = this.config;
    return { conv: this.block.createConvState(), h: this.ops.zeros('h', [E, 2 * N]) };
  }

  run(pass: Pass, residual: Tensor, state: LayerState): void {
    const { ops, layer, scratch, config } = this;
    const { rows } = pass;
    const { dInner: E, dState: N } = config;
    const { xz, x, y, kernel } = scratch;
    this.block.projectIn(pass, residual, xz);
    pass.record('layer.z', layer, xz, { first: E, width: E });
    this.block.convolve(pass, xz, 0, state.conv, x);
    pass.record('layer.x', layer, x);
    const widths = { delta: E, channels: E, state: 2 * E * N };
    const probe = pass.scanProbe(layer, widths);
    const shared = { rows, x, xz, ssm: this.ssm, h: state.h, y, probe, ...pass.scales(layer) };
    // A convolution never forms the states between its ends, so whoever asks for those gets the recurrence.
    const states = probe?.h ?? probe?.hMoved ?? probe?.hNorm;
    if (ops.info.kind === 'webgpu' && rows >= CONVOLUTION_FROM && states === undefined) {
      ops.s4dKernel({ ...shared, kernel });
      ops.s4dConvolve({ ...shared, kernel });
    } else {
      ops.s4dScan(shared);
    }
    pass.recordScan(layer, probe, widths);
    pass.record('layer.y', layer, y);
    this.block.projectOut(pass, y, residual);
  }
}
