import { OutOfMemoryError } from '../errors';
import { halfToFloat } from '../half';
import type { Capture, Matrix, MatrixData, Ops, Tensor } from '../ops';
import type { DeviceInfo } from '../types';
import { applyMatrix } from './applyMatrix';
import { attention } from './attention';
import { causalConv1d } from './causalConv1d';
import { columns } from './columns';
import { contract } from './contract';
import { convolve } from './convolve';
import { discretise } from './discretise';
import { embed } from './embed';
import { gatedRmsNorm } from './gatedRmsNorm';
import { impliedMatrix } from './impliedMatrix';
import { linear } from './linear';
import { rmsNorm } from './rmsNorm';
import { s4dContract } from './s4dContract';
import { s4dConvolve } from './s4dConvolve';
import { s4dDiscretise } from './s4dDiscretise';
import { s4dKernel } from './s4dKernel';
import { s4dScan } from './s4dScan';
import { sample } from './sample';
import { scanLevel } from './scanLevel';
import { scanMaterialised } from './scanMaterialised';
import { selectiveChunked } from './selectiveChunked';
import { selectiveScan } from './selectiveScan';
import { selectiveStep } from './selectiveStep';
import { ssdChunked } from './ssdChunked';
import { ssdContract } from './ssdContract';
import { ssdDiscretise } from './ssdDiscretise';
import { ssdRecurrence } from './ssdRecurrence';
import { swiglu } from './swiglu';
import { toeplitzMatrix } from './toeplitzMatrix';
import { dataOf, type CpuMatrix, type CpuTensor } from './tensor';

interface CpuCapture extends Capture {
  readonly data: Float32Array;
}

/** The reference device: every operation in plain TypeScript, at once, on f32 arrays. It runs anywhere and is the oracle. */
export class ReferenceOps implements Ops {
  readonly info: DeviceInfo = { kind: 'cpu', name: 'JavaScript', code: 'reference' };
  readonly maxTensorBytes = Infinity;
  readonly memoryBytes: number;
  readonly lost = new Promise<string>(() => {});
  readonly embed = embed;
  readonly rmsNorm = rmsNorm;
  readonly linear = linear;
  readonly causalConv1d = causalConv1d;
  readonly columns = columns;
  readonly selectiveScan = selectiveScan;
  readonly selectiveStep = selectiveStep;
  readonly gatedRmsNorm = gatedRmsNorm;
  readonly ssdRecurrence = ssdRecurrence;
  readonly ssdChunked = ssdChunked;
  readonly s4dScan = s4dScan;
  readonly attention = attention;
  readonly swiglu = swiglu;
  readonly sample = sample;
  readonly discretise = discretise;
  readonly scanMaterialised = scanMaterialised;
  readonly contract = contract;
  readonly ssdDiscretise = ssdDiscretise;
  readonly ssdContract = ssdContract;
  readonly s4dDiscretise = s4dDiscretise;
  readonly s4dContract = s4dContract;
  readonly scanLevel = scanLevel;
  readonly impliedMatrix = impliedMatrix;
  readonly toeplitzMatrix = toeplitzMatrix;
  readonly applyMatrix = applyMatrix;
  readonly selectiveChunked = selectiveChunked;
  readonly s4dKernel = s4dKernel;
  readonly convolve = convolve;
  readonly s4dConvolve = s4dConvolve;

  /** `memoryBytes`: what the machine has, where that is known. */
  constructor(memoryBytes = Infinity) {
    this.memoryBytes = memoryBytes;
  }

  /** Half floats are widened. */
  matrixBytes(rows: number, cols: number): number {
    return 4 * rows * cols;
  }

  async attempt<T>(work: () => T): Promise<T> {
    try {
      return work();
    } catch (error) {
      // What JavaScript throws where an array finds no room.
      if (error instanceof RangeError) throw new OutOfMemoryError(error.message, { cause: error });
      throw error;
    }
  }

  /** It makes about 10⁹ multiplications a second. */
  rowsAtOnce(parameters: number): number {
    return Math.min(Math.max(1, 2 ** Math.floor(Math.log2(5e7 / parameters))), 32);
  }

  matrix(label: string, rows: number, cols: number, data: MatrixData): Matrix {
    const values = data.dtype === 'F32' ? data.values : Float32Array.from(data.bits, halfToFloat);
    const matrix: CpuMatrix = { label, rows, cols, data: values };
    return matrix;
  }

  constant(label: string, shape: readonly number[], values: Float32Array): Tensor {
    const tensor: CpuTensor = { label, shape, data: values };
    return tensor;
  }

  zeros(label: string, shape: readonly number[]): Tensor {
    return this.constant(label, shape, new Float32Array(shape.reduce((a, b) => a * b, 1)));
  }

  /** Nothing to do: the garbage collector frees what nobody holds. */
  release(): void {}

  copy(from: Tensor, fromOffset: number, to: Tensor, toOffset: number, length: number): void {
    dataOf(to).set(dataOf(from).subarray(fromOffset, fromOffset + length), toOffset);
  }

  repeat(times: number, work: () => void): void {
    for (let i = 0; i < times; i++) work();
  }

  capture(tensor: Tensor, offset: number, length: number): Capture {
    const capture: CpuCapture = { length, data: dataOf(tensor).slice(offset, offset + length) };
    return capture;
  }

  async collect(captures: readonly Capture[]): Promise<Float32Array[]> {
    return captures.map((capture) => (capture as CpuCapture).data);
  }

  flush(): void {}

  dispose(): void {}
}
