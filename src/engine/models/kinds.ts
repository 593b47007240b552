/** The architectures as the papers call them: `ModelInfo.kind`. */
export const KINDS = {
  mamba: 'Mamba',
  mamba2: 'Mamba-2',
  s4d: 'S4D',
  transformer: 'Transformer',
} as const;
