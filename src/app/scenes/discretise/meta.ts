import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'discretise',
  title: 'Discretise',
  probes: ['layer.x', 'layer.delta', 'layer.A', 'layer.B', { name: 'layer.h', of: 'channel' }],
  moment: false,
  recorded: false,
  // Its own sliders turn a toy beside the model; those of the model itself would stand there twice.
  turns: false,
  operations: ({ kind }) =>
    ({ 'Mamba-2': ['ssdRecurrence', 'ssdDiscretise'], S4D: ['s4dScan', 's4dConstants'] })[kind] ?? [
      'selectiveStep',
      'selectiveScan',
      'discretise',
    ],
};
