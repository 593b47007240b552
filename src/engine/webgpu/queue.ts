/**
 * Records dispatches and copies, and hands them to the GPU in one go. Parameters of all dispatches lie in one
 * uniform buffer at dynamic offsets, written once a flush, so that a dispatch costs no write of its own.
 */
import type { Kernel } from './kernels';

/** Bytes between two dispatches' parameters: WebGPU's default alignment of dynamic offsets. */
const SLOT = 256;
/** More than one token takes in the largest model, 256 layers of 5 dispatches. */
const SLOTS = 2048;
/** Repeated dispatches are submitted about so many at a time: the GPU works while the next are recorded. */
const SUBMIT = 256;
const STAGING_BYTES = 1 << 20;
/** Larger staging buffers are not kept for the next reading. */
const KEPT_BYTES = 1 << 24;

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

/** A dispatch, ready to be recorded once or many times. */
interface Prepared {
  kernel: Kernel;
  group: GPUBindGroup;
  params: Readonly<Record<string, number>>;
  /** Where its parameters lie. */
  offsets: [number];
  workgroups: readonly [number, number?, number?];
}

/** Bind groups by their buffers: one step down the tree for each binding. */
interface Branch {
  next: Map<GPUBuffer, Branch>;
  group: GPUBindGroup | null;
}

/** A range of a staging buffer, in bytes. */
export interface Staged {
  staging: Staging;
  offset: number;
  bytes: number;
}

export class CommandQueue {
  /** Takes note of the storage buffers that are made, while somebody wants to know. */
  made: GPUBuffer[] | null = null;
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
  private readonly groups = new Map<Kernel, Branch>();
  /** Collects dispatches that are to be repeated. */
  private tape: Prepared[] | null = null;

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
    const usage = STORAGE | COPY_SRC | COPY_DST;
    const buffer = this.device.createBuffer({ label, size, usage });
    this.made?.push(buffer);
    return buffer;
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
    const group = this.bindGroup(kernel, buffers);
    const prepared: Prepared = { kernel, group, params, offsets: [offset], workgroups };
    if (this.tape) this.tape.push(prepared);
    else this.encode(prepared);
  }

  private encode({ kernel, group, params, offsets, workgroups }: Prepared): void {
    this.encoder ??= this.device.createCommandEncoder();
    this.pass ??= this.encoder.beginComputePass(this.stampedPass());
    this.pass.setPipeline(kernel.pipeline);
    this.pass.setBindGroup(0, group, offsets);
    const [x, y = 1, z = 1] = workgroups;
    this.pass.dispatchWorkgroups(x, y, z);
    const { shader, constants } = kernel;
    this.observer?.({ name: shader.entryPoint, constants, params, workgroups: [x, y, z] });
  }

  /**
   * Records the dispatches of `work`, at most 2,048 and nothing but dispatches, `times` over. It is called once:
   * what is prepared, parameters included, serves every time.
   */
  repeat(times: number, work: () => void): void {
    this.flush();
    const tape: Prepared[] = (this.tape = []);
    try {
      work();
    } finally {
      this.tape = null;
    }
    const atOnce = Math.ceil(SUBMIT / Math.max(1, tape.length));
    for (let i = 1; i <= times; i++) {
      for (const prepared of tape) this.encode(prepared);
      if (i % atOnce === 0) this.submit();
    }
  }

  private bindGroup(kernel: Kernel, buffers: Record<string, GPUBuffer>): GPUBindGroup {
    let branch = branchOf(this.groups, kernel);
    for (const { name, type } of kernel.shader.bindings) {
      if (type === 'uniform') continue;
      const buffer = buffers[name];
      if (!buffer) throw new Error(`${kernel.shader.entryPoint} needs a buffer for ${name}.`);
      branch = branchOf(branch.next, buffer);
    }
    return (branch.group ??= this.device.createBindGroup({
      layout: kernel.layout,
      entries: kernel.shader.bindings.map(({ name, type, index }) => ({
        binding: index,
        resource:
          type === 'uniform' ? { buffer: this.uniforms, size: SLOT } : { buffer: buffers[name]! },
      })),
    }));
  }

  /** Records a copy between two buffers, in bytes. */
  copy(from: GPUBuffer, fromOffset: number, to: GPUBuffer, toOffset: number, bytes: number): void {
    this.refuseOnTape();
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
      if (staging.buffer.size > KEPT_BYTES) staging.buffer.destroy();
      else this.spare.push(staging.buffer);
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
    this.refuseOnTape();
    this.submit();
    this.slots = 0;
  }

  /** Submits what was recorded; parameters keep their places. */
  private submit(): void {
    if (!this.encoder) return;
    this.pass?.end();
    if (this.slots > 0) {
      this.device.queue.writeBuffer(this.uniforms, 0, this.params.buffer, 0, SLOT * this.slots);
    }
    this.device.queue.submit([this.encoder.finish()]);
    this.encoder = null;
    this.pass = null;
  }

  private refuseOnTape(): void {
    if (this.tape) throw new Error('Only dispatches, and not too many, can be repeated.');
  }

  /** Submits what was recorded and forgets the bind groups that would keep these buffers alive once they are destroyed. */
  forget(buffers: readonly GPUBuffer[]): void {
    this.flush();
    const gone = new Set(buffers);
    for (const { next } of this.groups.values()) prune(next, gone);
  }
}

function prune(branches: Map<GPUBuffer, Branch>, gone: ReadonlySet<GPUBuffer>): void {
  for (const [buffer, { next }] of branches) {
    if (gone.has(buffer)) branches.delete(buffer);
    else prune(next, gone);
  }
}

function branchOf<K>(branches: Map<K, Branch>, key: K): Branch {
  let branch = branches.get(key);
  if (!branch) branches.set(key, (branch = { next: new Map(), group: null }));
  return branch;
}
