import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'generate',
  title: 'Generate',
  probes: ['logits', 'layer.delta', 'layer.h', 'layer.hMoved', 'layer.hNorm'],
  operation: 'selectiveStep',
};
