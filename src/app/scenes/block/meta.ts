import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'block',
  title: 'Block',
  probes: [
    'residual',
    'layer.normWeight',
    'layer.norm',
    'layer.inProj',
    'layer.convWeight',
    'layer.conv',
    'layer.gate',
    'layer.x',
    'layer.dt',
    'layer.dtBias',
    'layer.delta',
    'layer.A',
    'layer.B',
    'layer.C',
    'layer.D',
    'layer.ssmOut',
    'layer.y',
    'layer.out',
  ],
  moment: true,
  recorded: false,
  turns: true,
  operations: ({ kind }) => [
    'causalConv1d',
    ...({ 'Mamba-2': ['ssdRecurrence', 'gatedRmsNorm'], S4D: ['s4dScan'] }[kind] ?? [
      'selectiveScan',
      'selectiveStep',
    ]),
    'rmsNorm',
    'linear',
  ],
};
