import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTensors, toFloat32 } from '../checkpoint/safetensors';
import { openNodeCpu } from '../node/wasm';
import { openNodeWebGpu } from '../node/webgpu';
import type { Ops } from '../ops';
import { ReferenceOps } from '../reference/ops';
import type { DeviceKind } from '../types';

interface TestedDevice {
  name: string;
  kind: DeviceKind;
  open: () => Promise<Ops>;
}

/** The devices that are measured against the reference. */
export const fastDevices: TestedDevice[] = [
  { name: 'WebAssembly', kind: 'cpu', open: openNodeCpu },
  { name: 'WebGPU', kind: 'webgpu', open: () => openNodeWebGpu() },
];

/** All devices, for `describe.each`. A missing WebGPU adapter fails the test that opens it; nothing is skipped. */
export const devices: TestedDevice[] = [
  { name: 'the reference', kind: 'cpu', open: async () => new ReferenceOps() },
  ...fastDevices,
];

/** A bundled model's folder on disk. */
export const modelFolder = (name: string): string =>
  fileURLToPath(new URL(`../../../public/models/${name}/`, import.meta.url));

/** Golden tensors of a bundled model, by name. */
export function readGolden(model: string): (name: string) => Float32Array {
  const bytes = readFileSync(`${modelFolder(model)}golden.safetensors`);
  const tensors = readTensors(bytes, 'golden.safetensors');
  return (name) => {
    const tensor = tensors.get(name);
    if (!tensor) throw new Error(`No golden tensor ${name}.`);
    return toFloat32(tensor);
  };
}

/** Largest |a − b|. */
export function maxAbsError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`Lengths differ: ${a.length} and ${b.length}.`);
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const error = Math.abs(a[i]! - b[i]!);
    // NaN must fail, not pass as "not larger".
    if (!(error <= worst)) worst = error;
  }
  return worst;
}
