import type {
  Capture,
  CausalConv1dArgs,
  EmbedArgs,
  GatedRmsNormArgs,
  LinearArgs,
  Matrix,
  MatrixData,
  Ops,
  RmsNormArgs,
  S4dScanArgs,
  ScanProbe,
  SelectiveArgs,
  SelectiveScanArgs,
  SelectiveStepArgs,
  SsdArgs,
  SsdChunkedArgs,
  SsdRecurrenceArgs,
  Tensor,
} from '../ops';
import type { DeviceInfo } from '../types';
import type { Kernels } from './kernels';
import type { WasmMemory } from './memory';
import { packedLength, packMatrix } from './pack';
import {
  addressOf,
  addressOrNone,
  roundUp,
  sizeOf,
  type WasmCapture,
  type WasmMatrix,
  type WasmTensor,
} from './tensor';

/** Numbers of a tile of sums, which `linear` works in. */
const TILE = 32;
/** Multiplications that take some 20 ms on a desktop of 2023, so no more than 50 ms on most machines. */
const PAUSE = 3e8;

/**
 * The fast CPU device: each operation is the kernel of the same name, in WebAssembly with SIMD, on one thread, done when
 * the call returns. Sums are f32; each output is a sum in one fixed order, so that a token gives the same bits alone
 * as among others (but for Mamba-2, whose chunks are other sums than its recurrence).
 */
export class WasmOps implements Ops {
  readonly info: DeviceInfo = { kind: 'cpu', name: 'WebAssembly SIMD' };
  readonly maxTensorBytes: number;
  readonly lost = new Promise<string>(() => {});
  private readonly kernels: Kernels;
  private readonly memory: WasmMemory;
  /** What kernels work in during a call; grows to the largest need. */
  private working = { at: 0, length: 0 };

  constructor(kernels: Kernels, memory: WasmMemory) {
    this.kernels = kernels;
    this.memory = memory;
    this.maxTensorBytes = memory.limit;
  }

  rowsAtOnce(parameters: number): number {
    return Math.min(Math.max(4, 2 ** Math.floor(Math.log2(PAUSE / parameters))), 64);
  }

  matrix(label: string, rows: number, cols: number, data: MatrixData): Matrix {
    const at = this.memory.allocate(label, packedLength(rows, cols));
    packMatrix(rows, cols, data, this.memory.f32, at / 4);
    const matrix: WasmMatrix = { label, rows, cols, at };
    return matrix;
  }

  constant(label: string, shape: readonly number[], values: Float32Array): Tensor {
    const tensor = this.zeros(label, shape);
    this.memory.f32.set(values, addressOf(tensor) / 4);
    return tensor;
  }

  zeros(label: string, shape: readonly number[]): Tensor {
    const at = this.memory.allocate(label, sizeOf(shape));
    const tensor: WasmTensor = { label, shape, at, table: null };
    return tensor;
  }

  release(...tensors: readonly (Tensor | Matrix)[]): void {
    for (const handle of tensors as readonly (WasmTensor | WasmMatrix)[]) {
      if (handle.at === null) continue;
      this.memory.release(handle.at);
      handle.at = null;
      if ('table' in handle) this.dropTable(handle);
    }
  }

  private dropTable(tensor: WasmTensor): void {
    if (tensor.table !== null) this.memory.release(tensor.table);
    tensor.table = null;
  }

  copy(from: Tensor, fromOffset: number, to: Tensor, toOffset: number, length: number): void {
    this.dropTable(to as WasmTensor);
    const first = addressOf(from) / 4 + fromOffset;
    this.memory.f32.copyWithin(addressOf(to) / 4 + toOffset, first, first + length);
  }

  embed({ ids, table, out }: EmbedArgs): void {
    const from = addressOf(table);
    const to = addressOf(out);
    ids.forEach((id, t) => this.kernels.embed(from, table.cols, id, to + 4 * t * table.cols));
  }

  rmsNorm({ rows, x, weight, epsilon, out }: RmsNormArgs): void {
    const D = weight.shape[0]!;
    this.kernels.rmsNorm(rows, addressOf(x), D, D, addressOf(weight), epsilon, addressOf(out));
  }

  linear(args: LinearArgs): void {
    const { rows, firstRow = 0, weight, norm, out, add = false } = args;
    if (rows > 1 && firstRow > 0) throw new RangeError('Only a single row can start elsewhere.');
    const { rows: M, cols: K } = weight;
    const room = this.scratch(TILE + (norm ? rows * K : 0));
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
    const { rows, input, firstColumn = 0, weight, bias, state, out } = args;
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
      this.scratch(4 * (2 * K - 1 + rows)),
    );
  }

  selectiveScan({ rows, dt, ...args }: SelectiveScanArgs): void {
    this.scan(rows, addressOf(dt), args, this.scratch(scanScratch(rows, args)));
  }

  selectiveStep({ dtWeight, ...args }: SelectiveStepArgs): void {
    const { rows: E, cols: R } = dtWeight;
    const room = this.scratch(TILE + E + scanScratch(1, args));
    const dt = room + 4 * TILE; // (1, E)
    const [dbc, w] = [addressOf(args.dbc), addressOf(dtWeight)];
    this.kernels.linear(1, dbc, R, w, E, R, 0, dt, false, room);
    this.scan(1, dt, args, dt + 4 * E);
  }

  /** The scan, with dt and its scratch by address. */
  private scan(rows: number, dt: number, args: SelectiveArgs, room: number): void {
    const { x, xz, dbc, ssm, h, y, deltaScale, aScale, probe } = args;
    const [E, N] = h.shape as [number, number];
    const table = this.table(ssm, Math.ceil(E / 4) * (N + 2) * 4, (at) =>
      this.kernels.selectiveTable(E, N, addressOf(ssm), at),
    );
    this.kernels.selectiveScan(
      rows,
      E,
      N,
      addressOf(x),
      addressOf(xz),
      dt,
      addressOf(dbc),
      dbc.shape.at(-1)!,
      table,
      addressOf(h),
      addressOf(y),
      deltaScale,
      aScale,
      ...planesOf(probe),
      room,
    );
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
    const { rows, xbc, ssm, h, y, nGroups: G, probe } = args;
    const [H, P, N] = h.shape as [number, number, number];
    const [deltaPlane, moved, norm, states] = planesOf(probe);
    const { delta, exponent } = this.ssdDelta(args, deltaPlane, 0);
    this.kernels.ssdRecurrence(
      rows,
      H,
      P,
      N,
      G,
      addressOf(xbc),
      delta,
      exponent,
      addressOf(ssm),
      addressOf(h),
      addressOf(y),
      moved,
      norm,
      states,
    );
  }

  ssdChunked(args: SsdChunkedArgs): void {
    const { rows, xbc, ssm, h, y, nGroups: G } = args;
    const [H, P, N] = h.shape as [number, number, number];
    const Q = Math.min(args.chunkSize, rows);
    const length =
      (4 + N) * roundUp(Q, 4) +
      (roundUp(N, 4) + 2 * roundUp(Q, 4)) * roundUp(Q, 8) +
      (2 * Q + roundUp(N, 4)) * roundUp(P, 8) +
      2 * TILE;
    const { delta, exponent, room } = this.ssdDelta(args, 0, length);
    this.kernels.ssdChunked(
      rows,
      Q,
      H,
      P,
      N,
      G,
      addressOf(xbc),
      delta,
      exponent,
      addressOf(ssm),
      addressOf(h),
      addressOf(y),
      room,
    );
  }

  /** Δ and ΔA of every token and head, where `plane` asks for Δ there too, and room for `length` numbers more. */
  private ssdDelta(args: SsdArgs, plane: number, length: number) {
    const { rows, zxbcdt, ssm, h, deltaLimit, deltaScale, aScale } = args;
    const H = h.shape[0]!;
    const each = rows * roundUp(H, 4);
    const delta = this.scratch(2 * each + length);
    const exponent = delta + 4 * each;
    this.kernels.ssdDelta(
      rows,
      H,
      addressOf(zxbcdt),
      zxbcdt.shape.at(-1)!,
      addressOf(ssm),
      ...deltaLimit,
      deltaScale,
      aScale,
      delta,
      exponent,
      plane,
    );
    return { delta, exponent, room: exponent + 4 * each };
  }

  s4dScan(args: S4dScanArgs): void {
    const { rows, x, xz, ssm, h, y, deltaScale, aScale, probe } = args;
    const [E, width] = h.shape as [number, number];
    const N = width / 2;
    const length = Math.ceil(E / 4) * (4 + 4 * N) * 4;
    // Not-a-number equals no factor, so everything is worked out at first.
    const table = this.table(ssm, length, (at) =>
      this.memory.f32.fill(Number.NaN, at / 4, at / 4 + length),
    );
    this.kernels.s4dScan(
      rows,
      E,
      N,
      addressOf(x),
      addressOf(xz),
      addressOf(ssm),
      table,
      addressOf(h),
      addressOf(y),
      deltaScale,
      aScale,
      ...planesOf(probe),
      this.scratch(8 * N),
    );
  }

  /** What is kept beside a constant, made when first asked for. */
  private table(constant: Tensor, length: number, make: (at: number) => void): number {
    const tensor = constant as WasmTensor;
    if (tensor.table === null) {
      tensor.table = this.memory.allocate(`${tensor.label} table`, length);
      make(tensor.table);
    }
    return tensor.table;
  }

  /** Room for so many numbers during one call, holding anything. */
  private scratch(length: number): number {
    if (this.working.length < length) {
      const before = this.working;
      this.working = { at: this.memory.allocate('scratch', length), length };
      if (before.length > 0) this.memory.release(before.at);
    }
    return this.working.at;
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

/** Numbers of scratch that the selective scan needs. */
const scanScratch = (rows: number, { h }: SelectiveArgs): number =>
  4 * h.shape[1]! + 2 * rows * (h.shape[0]! + 20);

/** Addresses of the planes that a probe asks for, 0 for the others: Δ, hMoved, hNorm, h. */
function planesOf(probe: ScanProbe | undefined): [number, number, number, number] {
  if (!probe) return [0, 0, 0, 0];
  const base = addressOf(probe.out);
  const at = (offset: number | undefined): number => (offset === undefined ? 0 : base + 4 * offset);
  return [at(probe.delta), at(probe.hMoved), at(probe.hNorm), at(probe.h)];
}
