import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'state',
  title: 'State',
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
  moment: true,
  recorded: false,
  turns: true,
  choices: { heard: ['channel', 'mean'], look: ['solid', 'flat'], over: ['moment', 'time'] },
  operations: ({ kind }) =>
    ({ 'Mamba-2': ['ssdRecurrence', 'impliedMatrix'], S4D: ['s4dScan', 'toeplitzMatrix'] })[
      kind
    ] ?? ['selectiveStep', 'selectiveScan', 'impliedMatrix'],
};
