import { expect, it } from 'vitest';
import { casesFor } from './cases';

const models = ['mamba', 'mamba2'];
const idsFor = (options: Parameters<typeof casesFor>[0]): string[] =>
  casesFor(options, models).map(({ id }) => id);

it('every case has an id of its own; the copy comes first, the CPU last', () => {
  const ids = idsFor({ device: 'webgpu' });
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toBe('copy');
  expect(ids.filter((id) => id.startsWith('scan.fused'))).toHaveLength(5);
  expect(ids.filter((id) => id.startsWith('scan.unfused'))).toHaveLength(5);
  expect(ids.filter((id) => id.startsWith('mamba2.prefill'))).toHaveLength(4);
  expect(ids.slice(-6).every((id) => id.startsWith('cpu.'))).toBe(true);
  expect(idsFor({ device: 'cpu' })).toEqual(ids.slice(-6));
});

it('whole words of ids choose; a kernel brings the copy along, by which it is judged', () => {
  const choose = (...only: string[]) => idsFor({ device: 'webgpu', only });
  expect(choose('ssd.2048')).toEqual(['copy', 'ssd.2048']);
  expect(choose('mamba.decode')).toEqual([
    'mamba.decode.read',
    'mamba.decode.greedy',
    'mamba.decode.sampled',
  ]);
  expect(choose('mamba2.prefill.128', 'cpu.mamba2.decode')).toEqual([
    'mamba2.prefill.128',
    'cpu.mamba2.decode.read',
  ]);
  expect(choose('mamb')).toEqual([]);
});

it('a quick run takes one model and no long text', () => {
  const quick = casesFor({ device: 'webgpu', quick: true }, models);
  expect(quick.length).toBeGreaterThan(6);
  expect(quick.every(({ sizes }) => (sizes['L'] ?? 0) <= 2048)).toBe(true);
  expect(quick.some(({ model }) => model === 'mamba2')).toBe(false);
});

it('the published times stand beside the sizes that they were measured at', () => {
  const anchors = new Map(casesFor({ device: 'webgpu' }, []).map((c) => [c.id, c.anchors]));
  expect(anchors.get('scan.fused.1536x65536')).toEqual([
    { kernel: 'CUDA, bare', precision: 'f32', microseconds: 3646 },
  ]);
  // At one size also with everything that this scan does.
  expect(anchors.get('scan.fused.1536x2048')!.map(({ kernel }) => kernel)).toEqual([
    'CUDA, bare',
    'CUDA, fused',
  ]);
  expect(anchors.get('ssd.65536')!.map(({ microseconds }) => microseconds)).toEqual([1654, 987]);
  const without = [...anchors].filter(([, list]) => list.length === 0).map(([id]) => id);
  expect(without.filter((id) => !id.startsWith('scan.unfused'))).toEqual(['copy']);
});
