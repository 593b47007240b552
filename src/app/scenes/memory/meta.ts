import type { SceneMeta } from '../scene';

export const meta: SceneMeta = {
  id: 'memory',
  title: 'Memory',
  // Bytes are counted from shapes: no number of the text is read.
  probes: [],
  moment: false,
  recorded: true,
  turns: false,
  choices: {
    kernels: ['unfused', 'fused'],
    pass: ['forward', 'training'],
    board: ['solid', 'flat'],
    sizes: ['model', 'text', 'mamba130m', 'mamba28b'],
    seqLen: { from: 1, to: 65_536, whole: true },
    dInner: { from: 1, to: 8192, whole: true },
    dState: { from: 1, to: 128, whole: true },
    batch: { from: 1, to: 64, whole: true },
    sram: { from: 2048, to: 262_144, whole: true },
    dtype: ['f32', 'bf16', 'f16'],
    walk: { from: 0, to: 1000, whole: true },
  },
  operations: ({ kind }) =>
    ({
      'Mamba-2': ['ssdRecurrence', 'selectiveScan', 'discretise', 'scanMaterialised', 'contract'],
      S4D: ['s4dScan', 'selectiveScan', 'discretise', 'scanMaterialised', 'contract'],
    })[kind] ?? ['selectiveScan', 'discretise', 'scanMaterialised', 'contract'],
};
