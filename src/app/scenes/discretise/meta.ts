import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'discretise',
  title: 'Discretise',
  probes: ['layer.x', 'layer.delta', 'layer.A', 'layer.B', { name: 'layer.h', of: 'channel' }],
  moment: false,
  recorded: false,
  // Its own sliders turn a toy beside the model; those of the model itself would stand there twice.
  turns: false,
  choices: {
    toyDelta: { from: 0.0001, to: 16 },
    toyA: { from: -100_000, to: -0.0001 },
    toyAi: { from: -100_000, to: 100_000 },
    input: ['sentence', 'step', 'impulse'],
  },
  operations: ({ kind }) =>
    ({ 'Mamba-2': ['ssdRecurrence', 'ssdDiscretise'], S4D: ['s4dScan', 's4dConstants'] })[kind] ?? [
      'selectiveStep',
      'selectiveScan',
      'discretise',
    ],
};
