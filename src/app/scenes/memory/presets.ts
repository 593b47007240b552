/** Sizes to begin with: the loaded model's, and those of published checkpoints. */
import type { ModelInfo } from '../../../engine/types';
import { A100, WEBGPU_SRAM } from './devices';
import type { Sizes } from './sizes';

export type PresetId = 'text' | 'model' | 'mamba130m' | 'mamba28b';

export const PRESETS: readonly PresetId[] = ['model', 'text', 'mamba130m', 'mamba28b'];

/** Tokens of the presets that are no text; published Mamba models were trained on texts of 2,048 tokens. */
const TOKENS = 2048;

/** Published: width 768 and 24 layers, width 2,560 and 64 layers; E is twice the width, N = 16. */
const PUBLISHED = {
  mamba130m: { E: 1536, nLayers: 24 },
  mamba28b: { E: 5120, nLayers: 64 },
} as const;

/** `tokens`: of the text on the tape. */
export function presetSizes(
  id: PresetId,
  { dInner, dState }: Pick<ModelInfo, 'dInner' | 'dState'>,
  tokens: number,
): Sizes {
  const one = { batch: 1, N: 16, L: TOKENS } as const;
  switch (id) {
    case 'text':
    case 'model':
      return {
        ...one,
        L: id === 'text' ? Math.max(1, tokens) : TOKENS,
        E: dInner,
        N: dState,
        dtype: 'f32',
        sram: WEBGPU_SRAM,
      };
    case 'mamba130m':
      return { ...one, E: PUBLISHED[id].E, dtype: 'f32', sram: A100.sramEach };
    case 'mamba28b':
      return { ...one, E: PUBLISHED[id].E, dtype: 'bf16', sram: A100.sramEach };
  }
}

/** Layers of a preset: all bytes are of one. */
export const presetLayers = (id: PresetId, { nLayers }: Pick<ModelInfo, 'nLayers'>): number =>
  id === 'mamba130m' || id === 'mamba28b' ? PUBLISHED[id].nLayers : nLayers;
