/**
 * Records dispatches and copies, and hands them to the GPU in one go. Parameters of all dispatches lie in one
 * uniform buffer at dynamic offsets, written once a flush, so that a dispatch costs no write of its own.
 */
import type { Kernel } from './kernels';

/** Bytes between two dispatches' parameters: WebGPU's default alignment of dynamic offsets. */
const SLOT = 256;
const SLOTS = 1024;
const STAGING_BYTES = 1 << 20;

// Usage bits by value: the GPU* flag globals are missing in some runtimes.
const MAP_READ = 1;
const COPY_SRC = 4;
const COPY_DST = 8;
const UNIFORM = 64;
const STORAGE = 128;

interface Staging {
  buffer: GPUBuffer;
  used: number;
  /** Captures that still wait to be read. */
  pending: number;
  /** Two reads may share a staging buffer; it is mapped once. */
  mapping: Promise<void> | null;
}

/** What the GPU was told to run, for whoever counts. */
export interface Dispatch {
  /** The shader's name. */
  name: string;
  constants: Readonly<Record<string, number | boolean>>;
  params: Readonly<Record<string, number>>;
  workgroups: readonly [number, number, number];
}

/** A range of a staging buffer, in bytes. */
export interface Staged {
  staging: Staging;
  offset: number;
  bytes: number;
}

export class CommandQueue {
  private readonly device: GPUDevice;
  private readonly uniforms: GPUBuffer;
  private readonly params = new DataView(new ArrayBuffer(SLOT * SLOTS));
  private slots = 0;
  private encoder: GPUCommandEncoder | null = null;
  private pass: GPUComputePassEncoder | null = null;
  private staging: Staging | null = null;
  private stamps: GPUQuerySet | null = null;
  private stamped = false;
  private observer: ((dispatch: Dispatch) => void) | null = null;
  private spare: GPUBuffer[] = [];
  private readonly groups = new Map<string, GPUBindGroup>();
  private readonly ids = new WeakMap<GPUBuffer, number>();
  private nextId = 0;

  constructor(device: GPUDevice) {
    this.device = device;
    this.uniforms = device.createBuffer({
      label: 'params',
      size: SLOT * SLOTS,
      usage: UNIFORM | COPY_DST,
    });
  }

  /** A storage buffer of at least `bytes`, zeroed. */
  storage(label: string, bytes: number): GPUBuffer {
    const size = Math.max(4, Math.ceil(bytes / 4) * 4);
    return this.device.createBuffer({ label, size, usage: STORAGE | COPY_SRC | COPY_DST });
  }

  /** Writes into a buffer, after everything recorded so far. */
  write(buffer: GPUBuffer, data: ArrayBufferView<ArrayBuffer>): void {
    this.flush();
    this.device.queue.writeBuffer(buffer, 0, data);
  }

  /** Records one dispatch; buffers and parameters are given by the names that the shader declares. */
  dispatch(
    kernel: Kernel,
    buffers: Record<string, GPUBuffer>,
    params: Record<string, number>,
    workgroups: readonly [number, number?, number?],
  ): void {
    if (this.slots === SLOTS) this.flush();
    const offset = SLOT * this.slots++;
    for (const field of kernel.shader.params) {
      const value = params[field.name];
      if (value === undefined) throw new Error(`${kernel.shader.entryPoint} needs ${field.name}.`);
      if (field.type === 'f32') this.params.setFloat32(offset + field.offset, value, true);
      else this.params.setUint32(offset + field.offset, value, true);
    }
    this.encoder ??= this.device.createCommandEncoder();
    this.pass ??= this.encoder.beginComputePass(this.stampedPass());
    this.pass.setPipeline(kernel.pipeline);
    this.pass.setBindGroup(0, this.bindGroup(kernel, buffers), [offset]);
    this.pass.dispatchWorkgroups(...workgroups);
    const [x, y = 1, z = 1] = workgroups;
    const { shader, constants } = kernel;
    this.observer?.({ name: shader.entryPoint, constants, params, workgroups: [x, y, z] });
  }

  private bindGroup(kernel: Kernel, buffers: Record<string, GPUBuffer>): GPUBindGroup {
    const bound = kernel.shader.bindings.map(({ name, type }) => {
      const buffer = type === 'uniform' ? this.uniforms : buffers[name];
      if (!buffer) throw new Error(`${kernel.shader.entryPoint} needs a buffer for ${name}.`);
      return buffer;
    });
    // The layout is part of the key through the entry point: one layout serves all specialisations of a file.
    const key = `${kernel.shader.entryPoint}:${bound.map((buffer) => this.idOf(buffer)).join()}`;
    let group = this.groups.get(key);
    if (!group) {
      group = this.device.createBindGroup({
        layout: kernel.layout,
        entries: bound.map((buffer, i) => ({
          binding: kernel.shader.bindings[i]!.index,
          resource: buffer === this.uniforms ? { buffer, size: SLOT } : { buffer },
        })),
      });
      this.groups.set(key, group);
    }
    return group;
  }

  private idOf(buffer: GPUBuffer): number {
    let id = this.ids.get(buffer);
    if (id === undefined) this.ids.set(buffer, (id = this.nextId++));
    return id;
  }

  /** Records a copy between two buffers, in bytes. */
  copy(from: GPUBuffer, fromOffset: number, to: GPUBuffer, toOffset: number, bytes: number): void {
    this.pass?.end();
    this.pass = null;
    this.encoder ??= this.device.createCommandEncoder();
    this.encoder.copyBufferToBuffer(from, fromOffset, to, toOffset, bytes);
  }

  /** Records a copy of a range, as it is now, into memory that the CPU can read later. */
  stage(from: GPUBuffer, fromOffset: number, bytes: number): Staged {
    if (!this.staging || this.staging.used + bytes > this.staging.buffer.size) {
      const reuse = this.spare.findIndex((buffer) => buffer.size >= bytes);
      const buffer =
        reuse >= 0
          ? this.spare.splice(reuse, 1)[0]!
          : this.device.createBuffer({
              label: 'staging',
              size: Math.max(bytes, STAGING_BYTES),
              usage: MAP_READ | COPY_DST,
            });
      this.staging = { buffer, used: 0, pending: 0, mapping: null };
    }
    const { staging } = this;
    const staged = { staging, offset: staging.used, bytes };
    this.copy(from, fromOffset, staging.buffer, staging.used, bytes);
    // Mapped ranges must start at multiples of 8.
    staging.used = Math.ceil((staging.used + bytes) / 8) * 8;
    staging.pending++;
    return staged;
  }

  /** Submits what was recorded and waits for the staged ranges. */
  async read(ranges: readonly Staged[]): Promise<Float32Array[]> {
    this.flush();
    // Whatever is staged from now on must not land in a buffer that is being mapped.
    this.staging = null;
    const used = new Set(ranges.map((range) => range.staging));
    await Promise.all([...used].map((s) => (s.mapping ??= s.buffer.mapAsync(MAP_READ))));
    const result = ranges.map(({ staging, offset, bytes }) => {
      staging.pending--;
      return new Float32Array(staging.buffer.getMappedRange(offset, bytes).slice(0));
    });
    for (const staging of used) {
      if (staging.pending > 0) continue;
      staging.buffer.unmap();
      this.spare.push(staging.buffer);
    }
    return result;
  }

  /**
   * From here on the first pass writes when it begins to query 0, and each writes when it ends to query 1, so that the
   * last one stays there. Null: none does.
   */
  stamp(queries: GPUQuerySet | null): void {
    this.flush();
    this.stamps = queries;
    this.stamped = false;
  }

  private stampedPass(): GPUComputePassDescriptor {
    if (!this.stamps) return {};
    const begin = this.stamped ? {} : { beginningOfPassWriteIndex: 0 };
    this.stamped = true;
    return { timestampWrites: { querySet: this.stamps, ...begin, endOfPassWriteIndex: 1 } };
  }

  /** Tells of every dispatch from here on; null: of none. */
  observe(observer: ((dispatch: Dispatch) => void) | null): void {
    this.observer = observer;
  }

  flush(): void {
    if (!this.encoder) return;
    this.pass?.end();
    if (this.slots > 0) {
      this.device.queue.writeBuffer(this.uniforms, 0, this.params.buffer, 0, SLOT * this.slots);
    }
    this.device.queue.submit([this.encoder.finish()]);
    this.encoder = null;
    this.pass = null;
    this.slots = 0;
  }

  /** Forgets bind groups, which would keep destroyed buffers alive. */
  forget(): void {
    this.flush();
    this.groups.clear();
  }
}
