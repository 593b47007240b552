import type { Checkpoint } from '../checkpoint/load';
import type { Matrix, MatrixData, Ops, Tensor } from '../ops';
import { ReferenceOps } from '../reference/ops';
import type { DeviceInfo } from '../types';
import { Model } from './model';
import { WeightLoader } from './weights';

/** What a model takes on a device, in bytes. */
export interface Footprint {
  weights: number;
  /** What all texts work in. */
  working: number;
  /** The state of one text. */
  text: number;
  /** All of these. */
  total: number;
  /** The largest tensor. */
  largest: { label: string; bytes: number };
}

/**
 * What a model would take on a device. Nothing is allocated there and no weight is read: the model is set up as
 * always, on a device that only counts.
 */
export function footprint(device: Ops, checkpoint: Checkpoint): Footprint {
  const ops = new CountingOps(device);
  const model = new Model(ops, checkpoint, new ShapeLoader(ops, checkpoint.tensors));
  const { given: weights, room: working } = ops;
  model.createSession();
  const { room, largest } = ops;
  return { weights, working, text: room - working, total: weights + room, largest };
}

/** Takes note of what it is asked to hold, and holds nothing. */
class CountingOps extends ReferenceOps {
  override readonly info: DeviceInfo;
  /** Bytes of weights. */
  given = 0;
  /** Bytes of zeros. */
  room = 0;
  largest = { label: '', bytes: 0 };
  private readonly device: Ops;

  constructor(device: Ops) {
    super();
    this.info = device.info;
    this.device = device;
  }

  override rowsAtOnce(parameters: number): number {
    return this.device.rowsAtOnce(parameters);
  }

  override matrix(label: string, rows: number, cols: number, { dtype }: MatrixData): Matrix {
    this.given += this.note(label, this.device.matrixBytes(rows, cols, dtype));
    return { label, rows, cols };
  }

  override constant(label: string, shape: readonly number[]): Tensor {
    this.given += this.note(label, tensorBytes(shape));
    return { label, shape };
  }

  override zeros(label: string, shape: readonly number[]): Tensor {
    this.room += this.note(label, tensorBytes(shape));
    return { label, shape };
  }

  private note(label: string, bytes: number): number {
    if (bytes > this.largest.bytes) this.largest = { label, bytes };
    return bytes;
  }
}

/** Nothing takes less than a number: a Transformer has an empty turn. */
const tensorBytes = (shape: readonly number[]): number =>
  Math.max(
    4,
    shape.reduce((a, b) => a * b, 4),
  );

/** Hands out shapes; the numbers themselves are not looked at. */
class ShapeLoader extends WeightLoader {
  override matrix(name: string, ...below: readonly string[]): Matrix {
    const all = [name, ...below].map((each) => this.raw(each));
    const data: MatrixData = all.every(({ dtype }) => dtype === 'F16')
      ? { dtype: 'F16', bits: new Uint16Array() }
      : { dtype: 'F32', values: new Float32Array() };
    const rows = all.reduce((sum, { shape }) => sum + shape[0]!, 0);
    return this.ops.matrix(name, rows, all[0]!.shape[1]!, data);
  }

  override values(name: string): Float32Array {
    return new Float32Array(this.raw(name).shape.reduce((a, b) => a * b, 1));
  }
}
