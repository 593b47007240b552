/** What tells the model families apart: their layers, what can be turned in them, what they say of themselves. */
import type { ModelConfig } from '../checkpoint/config';
import type { Ops } from '../ops';
import type { TurnShape } from '../turn';
import type { ModelInfo } from '../types';
import { createMambaScratch, MambaMixer } from './mamba';
import { createMamba2Scratch, Mamba2Mixer } from './mamba2';
import type { Mixer } from './mixer';
import { createS4dScratch, S4dMixer } from './s4d';
import { createTransformerScratch, TransformerLayer } from './transformer';
import type { WeightLoader } from './weights';

/** Sizes of a family's own. */
export function sizesOf(
  config: ModelConfig,
): Pick<ModelInfo, 'dInner' | 'dState' | 'dConv' | 'heads' | 'dtRank' | 'attention'> {
  if (config.kind === 'transformer') {
    const { nHeads, nKvHeads, headDim, dFf, trainedContext } = config;
    const none = { dState: 0, dConv: 0, heads: null, dtRank: null };
    const attention = { nHeads, nKvHeads, headDim, dFf, trainedContext };
    return { ...none, dInner: nHeads * headDim, attention };
  }
  const { dInner, dState, dConv } = config;
  return {
    dInner,
    dState,
    dConv,
    heads:
      config.kind === 'mamba2'
        ? { nHeads: config.nHeads, headDim: config.headDim, nGroups: config.nGroups }
        : null,
    dtRank: config.kind === 'mamba' ? config.dtRank : null,
  };
}

/** Δ a token has, and numbers of B and of C. */
export function turnShapeOf(config: ModelConfig): TurnShape {
  const { nLayers } = config;
  switch (config.kind) {
    case 'mamba':
      return { units: config.dInner, shared: config.dState, nLayers };
    case 'mamba2':
      return { units: config.nHeads, shared: config.nGroups * config.dState, nLayers };
    case 's4d':
      return { units: config.dInner, shared: 0, nLayers };
    case 'transformer':
      return { units: 0, shared: 0, nLayers };
  }
}

/** One mixer a layer; those of a model share their scratch memory. */
export function createMixers(
  ops: Ops,
  config: ModelConfig,
  weights: WeightLoader,
  maxRows: number,
): Mixer[] {
  const layers = Array.from({ length: config.nLayers }, (_, layer) => layer);
  switch (config.kind) {
    case 'mamba': {
      const scratch = createMambaScratch(ops, config, maxRows);
      return layers.map((layer) => new MambaMixer(ops, config, layer, weights, scratch));
    }
    case 'mamba2': {
      const scratch = createMamba2Scratch(ops, config, maxRows);
      return layers.map((layer) => new Mamba2Mixer(ops, config, layer, weights, scratch));
    }
    case 's4d': {
      const scratch = createS4dScratch(ops, config, maxRows);
      return layers.map((layer) => new S4dMixer(ops, config, layer, weights, scratch));
    }
    case 'transformer': {
      const scratch = createTransformerScratch(ops, config, maxRows);
      return layers.map((layer) => new TransformerLayer(ops, config, layer, weights, scratch));
    }
  }
}
