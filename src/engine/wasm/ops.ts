import type { AttentionArgs, SwigluArgs } from '../attentionOps';
import { formatBytes } from '../checkpoint/words';
import { OutOfMemoryError } from '../errors';
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
  SelectiveScanArgs,
  SelectiveStepArgs,
  SsdChunkedArgs,
  SsdRecurrenceArgs,
  Tensor,
  TokenList,
} from '../ops';
import type { DeviceInfo } from '../types';
import { runAttention } from './attention';
import { InPlaceOps } from './inPlace';
import type { Kernels } from './kernels';
import type { WasmMemory } from './memory';
import { packedLength, packMatrix } from './pack';
import { runSelectiveScan, runSelectiveStep } from './selective';
import { runS4dScan } from './s4d';
import { runSsdChunked, runSsdRecurrence } from './ssd';
import {
  addressOf,
  addressOrNone,
  sizeOf,
  type WasmCapture,
  type WasmMatrix,
  type WasmTensor,
} from './tensor';
import { TILE, Workspace } from './workspace';

/** Multiplications that take some 20 ms on a desktop of 2023, so no more than 50 ms on most machines. */
const PAUSE = 3e8;

/**
 * The fast CPU device: each operation is the kernel of the same name, in WebAssembly with SIMD, on one thread, done when
 * the call returns. Sums are f32; each output is a sum in one fixed order, so that a token gives the same bits alone
 * as among others (but for Mamba-2, whose chunks are other sums than its recurrence).
 */
export class WasmOps extends InPlaceOps implements Ops {
  readonly info: DeviceInfo = { kind: 'cpu', name: 'WebAssembly SIMD', code: 'wasm' };
  readonly maxTensorBytes: number;
  readonly memoryBytes: number;
  readonly lost = new Promise<string>(() => {});
  private readonly kernels: Kernels;
  protected readonly memory: WasmMemory;
  private readonly workspace: Workspace;
  /** What is made during an attempt. */
  private made: (WasmTensor | WasmMatrix)[] | null = null;

  /** `memoryBytes`: what the machine has; the module's memory may end before. */
  constructor(kernels: Kernels, memory: WasmMemory, memoryBytes: number) {
    super();
    this.kernels = kernels;
    this.memory = memory;
    this.workspace = new Workspace(kernels, memory);
    this.maxTensorBytes = memory.limit;
    this.memoryBytes = Math.min(memory.limit, memoryBytes);
  }

  rowsAtOnce(parameters: number): number {
    return Math.min(Math.max(4, 2 ** Math.floor(Math.log2(PAUSE / parameters))), 64);
  }

  /** Half floats are widened, rows filled up to whole panels. */
  matrixBytes(rows: number, cols: number): number {
    return 4 * packedLength(rows, cols);
  }

  async attempt<T>(work: () => T): Promise<T> {
    const made: (WasmTensor | WasmMatrix)[] = (this.made = []);
    try {
      return work();
    } catch (error) {
      this.release(...made);
      // What JavaScript throws where an array finds no room.
      if (error instanceof RangeError) throw new OutOfMemoryError(error.message, { cause: error });
      throw error;
    } finally {
      this.made = null;
    }
  }

  matrix(label: string, rows: number, cols: number, data: MatrixData): Matrix {
    const at = this.memory.allocate(label, packedLength(rows, cols));
    packMatrix(rows, cols, data, this.memory.f32, at / 4);
    const matrix: WasmMatrix = { label, rows, cols, at };
    this.made?.push(matrix);
    return matrix;
  }

  constant(label: string, shape: readonly number[], values: Float32Array): Tensor {
    const tensor = this.zeros(label, shape);
    this.memory.f32.set(values, addressOf(tensor) / 4);
    return tensor;
  }

  zeros(label: string, shape: readonly number[]): Tensor {
    const bytes = 4 * sizeOf(shape);
    if (bytes > this.maxTensorBytes) {
      const most = formatBytes(this.maxTensorBytes);
      throw new RangeError(
        `${label} needs ${formatBytes(bytes)}; WebAssembly has at most ${most}.`,
      );
    }
    const at = this.memory.allocate(label, sizeOf(shape));
    const tensor: WasmTensor = { label, shape, at, table: null };
    this.made?.push(tensor);
    return tensor;
  }

  release(...tensors: readonly (Tensor | Matrix)[]): void {
    for (const handle of tensors as readonly (WasmTensor | WasmMatrix)[]) {
      if (handle.at === null) continue;
      this.memory.release(handle.at);
      handle.at = null;
      if ('table' in handle) this.workspace.dropTable(handle);
    }
  }

  copy(from: Tensor, fromOffset: number, to: Tensor, toOffset: number, length: number): void {
    this.workspace.dropTable(to as WasmTensor);
    const first = addressOf(from) / 4 + fromOffset;
    this.memory.f32.copyWithin(addressOf(to) / 4 + toOffset, first, first + length);
  }

  embed({ ids, table, out }: EmbedArgs): void {
    const from = addressOf(table);
    const to = addressOf(out);
    const tokens = 'label' in ids ? [this.lastOf(ids)] : ids;
    tokens.forEach((id, t) => this.kernels.embed(from, table.cols, id, to + 4 * t * table.cols));
  }

  private lastOf(list: TokenList): number {
    const words = new Uint32Array(this.memory.memory.buffer, addressOf(list), sizeOf(list.shape));
    return words[words[0]!]!;
  }

  rmsNorm({ rows, x, weight, epsilon, out }: RmsNormArgs): void {
    const D = weight.shape[0]!;
    this.kernels.rmsNorm(rows, addressOf(x), D, D, addressOf(weight), epsilon, addressOf(out));
  }

  linear(args: LinearArgs): void {
    const { rows, firstRow = 0, weight, norm, out, add = false } = args;
    if (rows > 1 && firstRow > 0) throw new RangeError('Only a single row can start elsewhere.');
    const { rows: M, cols: K } = weight;
    const room = this.workspace.scratch(TILE + (norm ? rows * K : 0));
    let stride = args.x.shape.at(-1)!;
    let x = addressOf(args.x) + 4 * firstRow * stride;
    if (norm) {
      const normed = room + 4 * TILE; // (L, K)
      this.kernels.rmsNorm(rows, x, stride, K, addressOf(norm.weight), norm.epsilon, normed);
      x = normed;
      stride = K;
    }
    const bias = addressOrNone(args.bias);
    const w = addressOf(weight);
    this.kernels.linear(rows, x, stride, w, M, K, bias, addressOf(out), add, room);
  }

  causalConv1d(args: CausalConv1dArgs): void {
    const { rows, input, firstColumn = 0, weight, bias, state, out, sum } = args;
    const [E, K] = weight.shape as [number, number];
    this.kernels.causalConv1d(
      rows,
      addressOf(input) + 4 * firstColumn,
      input.shape.at(-1)!,
      E,
      K,
      addressOf(weight),
      addressOf(bias),
      addressOf(state),
      addressOf(out),
      addressOrNone(sum),
      this.workspace.scratch(4 * (2 * K - 1 + rows)),
    );
  }

  columns({ rows, input, first, stride, width, out }: ColumnsArgs): void {
    const { f32 } = this.memory;
    const from = addressOf(input) / 4 + first;
    const to = addressOf(out) / 4;
    for (let t = 0; t < rows; t++) {
      const row = from + t * stride;
      f32.copyWithin(to + t * width, row, row + width);
    }
  }

  selectiveScan(args: SelectiveScanArgs): void {
    runSelectiveScan(this.workspace, args);
  }

  selectiveStep(args: SelectiveStepArgs): void {
    runSelectiveStep(this.workspace, args);
  }

  gatedRmsNorm({ rows, y, zxbcdt, weight, epsilon }: GatedRmsNormArgs): void {
    this.kernels.gatedRmsNorm(
      rows,
      addressOf(y),
      addressOf(zxbcdt),
      zxbcdt.shape.at(-1)!,
      weight.shape[0]!,
      addressOf(weight),
      epsilon,
    );
  }

  ssdRecurrence(args: SsdRecurrenceArgs): void {
    runSsdRecurrence(this.workspace, args);
  }

  ssdChunked(args: SsdChunkedArgs): void {
    runSsdChunked(this.workspace, args);
  }

  s4dScan(args: S4dScanArgs): void {
    runS4dScan(this.workspace, args);
  }

  attention(args: AttentionArgs): void {
    runAttention(this.workspace, args);
  }

  swiglu({ rows, gateUp, out }: SwigluArgs): void {
    this.kernels.swiglu(rows, gateUp.shape[1]! / 2, addressOf(gateUp), addressOf(out));
  }

  repeat(times: number, work: () => void): void {
    for (let i = 0; i < times; i++) work();
  }

  capture(tensor: Tensor, offset: number, length: number): Capture {
    const first = addressOf(tensor) / 4 + offset;
    const capture: WasmCapture = { length, data: this.memory.f32.slice(first, first + length) };
    return capture;
  }

  async collect(captures: readonly Capture[]): Promise<Float32Array[]> {
    return captures.map((capture) => (capture as WasmCapture).data);
  }

  /** Nothing to do: all is done when a call returns. */
  flush(): void {}

  /** Nothing to do: the memory goes with this object. */
  dispose(): void {}
}
