import { applyMatrix } from '../reference/applyMatrix';
import { contract } from '../reference/contract';
import { convolve } from '../reference/convolve';
import { discretise } from '../reference/discretise';
import { impliedMatrix } from '../reference/impliedMatrix';
import { s4dContract } from '../reference/s4dContract';
import { s4dConvolve } from '../reference/s4dConvolve';
import { s4dDiscretise } from '../reference/s4dDiscretise';
import { s4dKernel } from '../reference/s4dKernel';
import { sample } from '../reference/sample';
import { scanLevel } from '../reference/scanLevel';
import { scanMaterialised } from '../reference/scanMaterialised';
import { selectiveChunked } from '../reference/selectiveChunked';
import { ssdContract } from '../reference/ssdContract';
import { ssdDiscretise } from '../reference/ssdDiscretise';
import { toeplitzMatrix } from '../reference/toeplitzMatrix';
import type { Ops } from '../ops';
import type { ViewOps } from '../viewOps';
import type { WasmMemory } from './memory';
import { viewOf, type WasmTensor } from './tensor';

/**
 * The operations that are the reference's own, on the WebAssembly memory: no text waits for them. Sampling is a walk
 * through a sorted list once a token; the other ways to compute an SSM are there to be compared, not to be fast.
 */
export abstract class InPlaceOps implements ViewOps, Pick<Ops, 'sample'> {
  protected abstract readonly memory: WasmMemory;
  readonly sample = this.inPlace(sample);
  readonly discretise = this.inPlace(discretise);
  readonly scanMaterialised = this.inPlace(scanMaterialised);
  readonly contract = this.inPlace(contract);
  readonly ssdDiscretise = this.inPlace(ssdDiscretise);
  readonly ssdContract = this.inPlace(ssdContract);
  readonly s4dDiscretise = this.inPlace(s4dDiscretise);
  readonly s4dContract = this.inPlace(s4dContract);
  readonly scanLevel = this.inPlace(scanLevel);
  readonly impliedMatrix = this.inPlace(impliedMatrix);
  readonly toeplitzMatrix = this.inPlace(toeplitzMatrix);
  readonly applyMatrix = this.inPlace(applyMatrix);
  readonly selectiveChunked = this.inPlace(selectiveChunked);
  readonly s4dKernel = this.inPlace(s4dKernel);
  readonly convolve = this.inPlace(convolve);
  readonly s4dConvolve = this.inPlace(s4dConvolve);

  /** The views are made anew at every call: memory that grows leaves old ones empty. */
  private inPlace<A extends object>(work: (args: A) => void): (args: A) => void {
    return (args) => work(withViews(args, this.memory.f32));
  }
}

/** The same arguments, with a view in place of every tensor, also of those inside a probe or a turn. */
export function withViews<A extends object>(args: A, f32: Float32Array<ArrayBuffer>): A {
  const entries = Object.entries(args).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [name, value];
    return [name, isTensor(value) ? viewOf(value, f32) : withViews(value, f32)];
  });
  return Object.fromEntries(entries) as A;
}

const isTensor = (value: object): value is WasmTensor => 'at' in value && 'shape' in value;
