import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'generate',
  title: 'Generate',
  probes: [],
  moment: true,
  recorded: true,
  turns: true,
  // The candidate, by its number in the vocabulary, that figure and formula speak of.
  choices: { candidate: { from: 0, to: 1e6, whole: true } },
  operations: ({ kind }) =>
    ({ 'Mamba-2': ['ssdRecurrence'], S4D: ['s4dScan'] })[kind] ?? [
      'selectiveStep',
      'selectiveScan',
    ],
};
