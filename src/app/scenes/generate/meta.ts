import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'generate',
  title: 'Generate',
  probes: [],
  moment: true,
  recorded: true,
  turns: true,
  operations: ({ kind }) =>
    ({ 'Mamba-2': ['ssdRecurrence'], S4D: ['s4dScan'] })[kind] ?? [
      'selectiveStep',
      'selectiveScan',
    ],
};
