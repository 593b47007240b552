import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'memory',
  title: 'Memory',
  // Bytes are counted from shapes: no number of the text is read.
  probes: [],
  moment: false,
  recorded: true,
  turns: false,
  operations: ({ kind }) =>
    ({
      'Mamba-2': ['ssdRecurrence', 'selectiveScan', 'discretise', 'scanMaterialised', 'contract'],
      S4D: ['s4dScan', 'selectiveScan', 'discretise', 'scanMaterialised', 'contract'],
    })[kind] ?? ['selectiveScan', 'discretise', 'scanMaterialised', 'contract'],
};
