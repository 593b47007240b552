import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'views',
  title: 'Views',
  probes: [
    'layer.x',
    'layer.delta',
    'layer.A',
    'layer.B',
    'layer.C',
    'layer.D',
    'layer.ssmOut',
    { name: 'layer.h', of: 'channel' },
  ],
  moment: false,
  recorded: false,
  turns: true,
  choices: { level: { from: 0, to: 20, whole: true }, selective: { from: 0, to: 1 } },
  operations: ({ kind }) =>
    ({
      'Mamba-2': ['ssdRecurrence', 'impliedMatrix', 'scanLevel'],
      S4D: ['s4dScan', 's4dKernel', 'convolve', 'fftStage', 'scanLevel'],
    })[kind] ?? ['selectiveScan', 'selectiveStep', 'impliedMatrix', 'scanLevel'],
};
