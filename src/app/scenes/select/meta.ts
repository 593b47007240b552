import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'select',
  title: 'Select',
  probes: [
    'layer.delta',
    'layer.dt',
    'layer.dtBias',
    'layer.A',
    'layer.B',
    'layer.C',
    'layer.x',
    { name: 'layer.h', of: 'channel' },
  ],
  moment: true,
  recorded: false,
  turns: true,
  choices: { order: ['halfLife', 'delta'], rows: ['some', 'all'], scale: ['own', 'relative'] },
  operations: ({ kind }) =>
    ({ 'Mamba-2': ['ssdRecurrence'], S4D: ['s4dScan'] })[kind] ?? [
      'selectiveScan',
      'selectiveStep',
    ],
};
