import { expect, it } from 'vitest';
import type { RawTensor } from '../checkpoint/tensor';
import { ReferenceOps } from '../reference/ops';
import { WeightLoader } from './weights';

const tensors = (dtype: RawTensor['dtype']): Map<string, RawTensor> =>
  new Map([['embedding', { name: 'embedding', dtype, shape: [10, 30], bytes: new Uint8Array(0) }]]);

it('refuses a tensor that the device cannot take before uploading anything, and says what it needs', () => {
  const ops = Object.assign(new ReferenceOps(), { maxTensorBytes: 1000 });
  expect(() => new WeightLoader(ops, tensors('F32'))).toThrow(
    /embedding needs 1\.2 kB in one piece; JavaScript takes at most 1\.0 kB/,
  );
  expect(() => new WeightLoader(ops, tensors('F16'))).not.toThrow();
});
