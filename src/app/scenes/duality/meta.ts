import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'duality',
  title: 'Duality',
  probes: ['layer.x', 'layer.delta', 'layer.A', 'layer.B', 'layer.C', 'layer.D', 'layer.ssmOut'],
  moment: false,
  recorded: false,
  turns: true,
  choices: {
    matrix: ['decay', 'scores', 'matrix', 'output'],
    chunkSize: { from: 1, to: 64, whole: true },
    ssdStep: ['0', '1', '2', '3', '4'],
    ssdChunk: { from: 1, to: 64, whole: true },
  },
  operations: ({ kind }) =>
    ({
      // In the order of the steps; the recurrence, which gives the same y, last.
      'Mamba-2': [
        'ssdSegsum',
        'ssdScores',
        'ssdChunkState',
        'ssdPassing',
        'ssdOutput',
        'ssdRecurrence',
      ],
      S4D: ['s4dScan', 'toeplitzMatrix'],
    })[kind] ?? ['selectiveScan', 'selectiveStep', 'impliedMatrix'],
};
