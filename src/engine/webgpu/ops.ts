import type { AttentionArgs, SwigluArgs } from '../attentionOps';
import { formatBytes } from '../checkpoint/words';
import { DeviceLostError } from '../errors';
import type {
  Capture,
  CausalConv1dArgs,
  ColumnsArgs,
  EmbedArgs,
  GatedRmsNormArgs,
  LinearArgs,
  Matrix,
  MatrixData,
  Ops,
  RmsNormArgs,
  S4dScanArgs,
  SampleArgs,
  SelectiveScanArgs,
  SelectiveStepArgs,
  SsdChunkedArgs,
  SsdRecurrenceArgs,
  Tensor,
} from '../ops';
import type { DeviceInfo } from '../types';
import type * as V from '../viewOps';
import { attempt } from './attempt';
import { dispatchAttention, dispatchSwiglu } from './attention';
import { dispatchConvolve } from './convolve';
import type { Gpu } from './gpu';
import { Kernels, type ShaderSources } from './kernels';
import {
  dispatchCausalConv1d,
  dispatchColumns,
  dispatchGatedRmsNorm,
  dispatchLinear,
  dispatchRmsNorm,
} from './layers';
import {
  dispatchApplyMatrix,
  dispatchImpliedMatrix,
  dispatchSelectiveChunked,
  dispatchToeplitzMatrix,
} from './matrix';
import { GpuMeter } from './meter';
import { packedBytes, packMatrix } from './pack';
import { CommandQueue } from './queue';
import {
  dispatchS4dContract,
  dispatchS4dConvolve,
  dispatchS4dDiscretise,
  dispatchS4dKernel,
  dispatchS4dScan,
} from './s4d';
import { dispatchSelectiveScan, dispatchSelectiveStep } from './selective';
import { dispatchSsdChunked, dispatchSsdRecurrence } from './ssd';
import { bufferOf, sizeOf, type GpuCapture, type GpuMatrix, type GpuTensor } from './tensor';
import { dispatchEmbed, dispatchSample } from './tokens';
import {
  dispatchContract,
  dispatchDiscretise,
  dispatchScanLevel,
  dispatchScanMaterialised,
  dispatchSsdContract,
  dispatchSsdDiscretise,
} from './unfused';

/** The WebGPU device: each operation is the shader of the same name. */
export class WebGpuOps implements Ops {
  readonly info: DeviceInfo;
  readonly maxTensorBytes: number;
  /** WebGPU does not tell. */
  readonly memoryBytes = Infinity;
  readonly lost: Promise<string>;
  /** Time and traffic, for the benchmark. */
  readonly meter: GpuMeter;
  private readonly device: GPUDevice;
  private readonly kernels: Kernels;
  private readonly queue: CommandQueue;
  /** Stands in for bindings that a specialisation does not read. */
  private readonly unused: GPUBuffer;
  private readonly ids: GPUBuffer;
  /** Longer pieces of a text fill a real GPU better (measured on an H200); a CPU that emulates one gains nothing. */
  private readonly maxIds: number;
  private readonly working = new Map<string, GPUBuffer>();
  private readonly gpu: Gpu;
  private failure: Error | null = null;

  constructor(device: GPUDevice, name: string, sources: ShaderSources, software: boolean) {
    this.device = device;
    this.maxIds = software ? 1024 : 2048;
    this.info = { kind: 'webgpu', name, code: 'shaders', software };
    const { maxBufferSize, maxStorageBufferBindingSize } = device.limits;
    this.maxTensorBytes = Math.min(maxBufferSize, maxStorageBufferBindingSize);
    this.kernels = new Kernels(device, sources);
    this.queue = new CommandQueue(device);
    this.unused = this.queue.storage('unused', 4);
    this.ids = this.queue.storage('ids', 4 * this.maxIds);
    this.gpu = {
      kernels: this.kernels,
      queue: this.queue,
      unused: this.unused,
      scratch: (label, length) => this.scratch(label, length),
    };
    this.meter = new GpuMeter(device, this.queue, this.kernels);
    this.lost = this.watch();
    device.addEventListener('uncapturederror', (event) => {
      this.failure ??= new Error(`WebGPU: ${event.error.message}`);
    });
  }

  private async watch(): Promise<string> {
    const { message, reason } = await this.device.lost;
    const why = message || reason || 'no reason given';
    this.failure = new DeviceLostError(`The graphics device was lost (${why}).`);
    return why;
  }

  rowsAtOnce(): number {
    return this.maxIds;
  }

  matrixBytes(rows: number, cols: number, dtype: MatrixData['dtype']): number {
    return packedBytes(rows, cols, dtype);
  }

  attempt<T>(work: () => T): Promise<T> {
    return attempt(this.device, this.queue, work);
  }

  matrix(label: string, rows: number, cols: number, data: MatrixData): Matrix {
    const packed = data.dtype === 'F16';
    const words = packMatrix(rows, cols, data);
    const matrix: GpuMatrix = { label, rows, cols, packed, buffer: this.upload(label, words) };
    return matrix;
  }

  constant(label: string, shape: readonly number[], values: Float32Array): Tensor {
    const tensor: GpuTensor = {
      label,
      shape,
      buffer: this.upload(label, Float32Array.from(values)),
    };
    return tensor;
  }

  zeros(label: string, shape: readonly number[]): Tensor {
    this.refuseTooLarge(label, 4 * sizeOf(shape));
    const tensor: GpuTensor = {
      label,
      shape,
      buffer: this.queue.storage(label, 4 * sizeOf(shape)),
    };
    return tensor;
  }

  /** Throws RangeError before the device is asked for what it cannot give. */
  private refuseTooLarge(label: string, bytes: number): void {
    if (bytes <= this.maxTensorBytes) return;
    throw new RangeError(
      `${label} needs ${formatBytes(bytes)} in one piece; ${this.info.name} takes at most ${formatBytes(this.maxTensorBytes)}.`,
    );
  }

  private upload(label: string, data: ArrayBufferView<ArrayBuffer>): GPUBuffer {
    const buffer = this.queue.storage(label, data.byteLength);
    this.queue.write(buffer, data);
    return buffer;
  }

  release(...tensors: readonly (Tensor | Matrix)[]): void {
    const buffers = tensors.map(bufferOf);
    this.queue.forget(buffers);
    for (const buffer of buffers) buffer.destroy();
  }

  copy(from: Tensor, fromOffset: number, to: Tensor, toOffset: number, length: number): void {
    this.queue.copy(bufferOf(from), 4 * fromOffset, bufferOf(to), 4 * toOffset, 4 * length);
  }

  embed({ ids, table, out }: EmbedArgs): void {
    const from =
      'label' in ids
        ? { ids: bufferOf(ids), rows: 1, drawn: true }
        : { ids: this.writeIds(ids), rows: ids.length, drawn: false };
    dispatchEmbed(this.kernels, this.queue, from, table, out);
  }

  private writeIds(ids: readonly number[]): GPUBuffer {
    if (ids.length > this.maxIds) throw new RangeError(`At most ${this.maxIds} tokens at a time.`);
    this.queue.write(this.ids, Uint32Array.from(ids));
    return this.ids;
  }

  rmsNorm = (args: RmsNormArgs): void => dispatchRmsNorm(this.gpu, args);
  linear = (args: LinearArgs): void => dispatchLinear(this.gpu, args, this.info.software === true);
  causalConv1d = (args: CausalConv1dArgs): void => dispatchCausalConv1d(this.gpu, args);
  gatedRmsNorm = (args: GatedRmsNormArgs): void => dispatchGatedRmsNorm(this.gpu, args);
  columns = (args: ColumnsArgs): void => dispatchColumns(this.gpu, args);
  s4dScan = (args: S4dScanArgs): void => dispatchS4dScan(this.gpu, args);
  attention = (args: AttentionArgs): void => dispatchAttention(this.gpu, args);
  swiglu = (args: SwigluArgs): void => dispatchSwiglu(this.gpu, args);

  selectiveScan(args: SelectiveScanArgs): void {
    const scratch = (label: string, length: number): GPUBuffer => this.scratch(label, length);
    const software = this.info.software === true;
    dispatchSelectiveScan(this.kernels, this.queue, args, this.unused, scratch, software);
  }

  selectiveStep(args: SelectiveStepArgs): void {
    dispatchSelectiveStep(this.kernels, this.queue, args, this.unused);
  }

  ssdRecurrence(args: SsdRecurrenceArgs): void {
    dispatchSsdRecurrence(this.kernels, this.queue, args, this.unused);
  }

  ssdChunked(args: SsdChunkedArgs): void {
    const scratch = (label: string, length: number): GPUBuffer => this.scratch(label, length);
    dispatchSsdChunked(this.kernels, this.queue, args, scratch, this.info.software === true);
  }

  sample(args: SampleArgs): void {
    dispatchSample(this.kernels, this.queue, args);
  }

  repeat(times: number, work: () => void): void {
    this.queue.repeat(times, work);
  }

  discretise = (args: V.DiscretiseArgs): void => dispatchDiscretise(this.gpu, args);
  scanMaterialised = (args: V.ScanMaterialisedArgs): void =>
    dispatchScanMaterialised(this.gpu, args);
  contract = (args: V.ContractArgs): void => dispatchContract(this.gpu, args);
  ssdDiscretise = (args: V.SsdDiscretiseArgs): void => dispatchSsdDiscretise(this.gpu, args);
  ssdContract = (args: V.SsdContractArgs): void => dispatchSsdContract(this.gpu, args);
  s4dDiscretise = (args: V.S4dDiscretiseArgs): void => dispatchS4dDiscretise(this.gpu, args);
  s4dContract = (args: V.S4dContractArgs): void => dispatchS4dContract(this.gpu, args);
  scanLevel = (args: V.ScanLevelArgs): void => dispatchScanLevel(this.gpu, args);
  impliedMatrix = (args: V.ImpliedMatrixArgs): void => dispatchImpliedMatrix(this.gpu, args);
  toeplitzMatrix = (args: V.ToeplitzMatrixArgs): void => dispatchToeplitzMatrix(this.gpu, args);
  applyMatrix = (args: V.ApplyMatrixArgs): void => dispatchApplyMatrix(this.gpu, args);
  selectiveChunked = (args: V.SelectiveChunkedArgs): void =>
    dispatchSelectiveChunked(this.gpu, args);
  s4dKernel = (args: V.S4dKernelArgs): void => dispatchS4dKernel(this.gpu, args);
  convolve = (args: V.ConvolveArgs): void => dispatchConvolve(this.gpu, args);
  s4dConvolve = (args: V.S4dConvolveArgs): void => dispatchS4dConvolve(this.gpu, args);

  /** A working buffer of an operation, by name; grows to the largest need. */
  private scratch(label: string, length: number): GPUBuffer {
    const known = this.working.get(label);
    if (known && known.size >= 4 * length) return known;
    this.refuseTooLarge(label, 4 * length);
    if (known) {
      this.queue.forget([known]);
      known.destroy();
    }
    const buffer = this.queue.storage(label, 4 * length);
    this.working.set(label, buffer);
    return buffer;
  }

  capture(tensor: Tensor, offset: number, length: number): Capture {
    const staged = this.queue.stage(bufferOf(tensor), 4 * offset, 4 * length);
    const capture: GpuCapture = { length, staged };
    return capture;
  }

  async collect(captures: readonly Capture[]): Promise<Float32Array[]> {
    if (this.failure) throw this.failure;
    let values: Float32Array[];
    try {
      values = await this.queue.read(captures.map((capture) => (capture as GpuCapture).staged));
    } catch (error) {
      // A lost device rejects the mapping first; give its own promise a moment to say so.
      await Promise.race([this.lost, new Promise((resolve) => setTimeout(resolve, 100))]);
      throw this.failure ?? error;
    }
    if (this.failure) throw this.failure;
    return values;
  }

  flush(): void {
    this.queue.flush();
  }

  dispose(): void {
    this.device.destroy();
  }
}
