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
import { dispatchConvolve } from './convolve';
import type { Gpu } from './gpu';
import { Kernels, type ShaderSources } from './kernels';
import {
  dispatchApplyMatrix,
  dispatchImpliedMatrix,
  dispatchSelectiveChunked,
  dispatchToeplitzMatrix,
} from './matrix';
import { GpuMeter } from './meter';
import { packedBytes, packMatrix } from './pack';
import { probeParams } from './params';
import { CommandQueue } from './queue';
import {
  dispatchS4dContract,
  dispatchS4dConvolve,
  dispatchS4dDiscretise,
  dispatchS4dKernel,
} from './s4d';
import { dispatchSelectiveScan, dispatchSelectiveStep } from './selective';
import { dispatchSsdChunked, dispatchSsdRecurrence } from './ssd';
import {
  bufferOf,
  groups,
  sizeOf,
  type GpuCapture,
  type GpuMatrix,
  type GpuTensor,
} from './tensor';
import { dispatchEmbed, dispatchSample } from './tokens';
import {
  dispatchContract,
  dispatchDiscretise,
  dispatchScanLevel,
  dispatchScanMaterialised,
  dispatchSsdContract,
  dispatchSsdDiscretise,
} from './unfused';

/** From here on `linearTiled` gives a thread 8 tokens instead of 4 (measured on an H200). */
const MANY_ROWS = 2048;

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

  rmsNorm({ rows, x, weight, epsilon, out }: RmsNormArgs): void {
    this.queue.dispatch(
      this.kernels.get('rmsNorm'),
      { x: bufferOf(x), weight: bufferOf(weight), out: bufferOf(out) },
      { cols: weight.shape[0]!, epsilon },
      [rows],
    );
  }

  linear(args: LinearArgs): void {
    const { rows, x, firstRow = 0, weight, bias, norm, out, add = false } = args;
    const { packed } = weight as GpuMatrix;
    const { software } = this.info;
    const one = rows === 1;
    if (!one && firstRow > 0) throw new RangeError('Only a single row can start elsewhere.');
    const form = { packed, normed: norm !== undefined, biased: bias !== undefined, added: add };
    const buffers = {
      x: bufferOf(x),
      weight: bufferOf(weight),
      normWeight: norm ? bufferOf(norm.weight) : this.unused,
      bias: bias ? bufferOf(bias) : this.unused,
      out: bufferOf(out),
    };
    const params = {
      seqLen: rows,
      rows: weight.rows,
      cols: weight.cols,
      xStride: x.shape.at(-1)!,
      firstRow,
      epsilon: norm?.epsilon ?? 0,
    };
    if (one) {
      const kernel = this.kernels.get('linearStep', { ...form, slices: software ? 8 : 16 });
      this.queue.dispatch(kernel, buffers, params, [groups(weight.rows, 32)]);
    } else if (software) {
      const size = [groups(weight.rows, 256), groups(rows, 4)] as const;
      this.queue.dispatch(this.kernels.get('linear', form), buffers, params, size);
    } else {
      // Tokens a thread: many save memory traffic, few make work for more threads.
      const each = rows < MANY_ROWS ? 4 : 8;
      const kernel = this.kernels.get('linearTiled', { ...form, each, fours: each / 4 });
      const size = [groups(weight.rows, 64), groups(rows, 8 * each)] as const;
      this.queue.dispatch(kernel, buffers, params, size);
    }
  }

  causalConv1d(args: CausalConv1dArgs): void {
    const { rows, input, firstColumn = 0, weight, bias, state, out, sum } = args;
    const [E, K] = weight.shape as [number, number];
    this.queue.dispatch(
      this.kernels.get('causalConv1d', { dConv: K, kept: sum !== undefined }),
      {
        input: bufferOf(input),
        weight: bufferOf(weight),
        bias: bufferOf(bias),
        state: bufferOf(state),
        out: bufferOf(out),
        sums: sum ? bufferOf(sum) : this.unused,
      },
      { seqLen: rows, dInner: E, stride: input.shape.at(-1)!, firstColumn },
      [groups(E, 64), groups(rows, Math.max(32, K))],
    );
  }

  columns({ rows, input, first, stride, width, out }: ColumnsArgs): void {
    this.queue.dispatch(
      this.kernels.get('columns'),
      { input: bufferOf(input), out: bufferOf(out) },
      { first, stride, width },
      [groups(width, 64), rows],
    );
  }

  selectiveScan(args: SelectiveScanArgs): void {
    dispatchSelectiveScan(this.kernels, this.queue, args, this.unused, (label, length) =>
      this.scratch(label, length),
    );
  }

  selectiveStep(args: SelectiveStepArgs): void {
    dispatchSelectiveStep(this.kernels, this.queue, args, this.unused);
  }

  gatedRmsNorm({ rows, y, zxbcdt, weight, epsilon }: GatedRmsNormArgs): void {
    this.queue.dispatch(
      this.kernels.get('gatedRmsNorm'),
      { zxbcdt: bufferOf(zxbcdt), weight: bufferOf(weight), y: bufferOf(y) },
      { dInner: weight.shape[0]!, stride: zxbcdt.shape.at(-1)!, epsilon },
      [rows],
    );
  }

  ssdRecurrence(args: SsdRecurrenceArgs): void {
    dispatchSsdRecurrence(this.kernels, this.queue, args, this.unused);
  }

  ssdChunked(args: SsdChunkedArgs): void {
    dispatchSsdChunked(this.kernels, this.queue, args, (label, length) =>
      this.scratch(label, length),
    );
  }

  s4dScan(args: S4dScanArgs): void {
    const { rows, x, xz, ssm, turn, h, y, probe } = args;
    const [E, width] = h.shape as [number, number];
    this.queue.dispatch(
      this.kernels.get('s4dScan', { dState: width / 2, probed: probe !== undefined }),
      {
        x: bufferOf(x),
        xz: bufferOf(xz),
        ssm: bufferOf(ssm),
        turn: bufferOf(turn.table),
        h: bufferOf(h),
        y: bufferOf(y),
        probe: probe ? bufferOf(probe.out) : this.unused,
      },
      { seqLen: rows, dInner: E, ...probeParams(probe) },
      [groups(E, 64)],
    );
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
