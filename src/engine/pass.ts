import type { Capture, Ops, ScanProbe, Tensor, Turn } from './ops';
import { Trace } from './trace';
import type { Turns } from './turn';
import { PROBES, type ProbeName, type ProbeRequest } from './types';

/** Which numbers of each row of a tensor an intermediate is. */
interface Columns {
  first: number;
  width: number;
}

/** Numbers a token in what a scan can write. */
export interface ScanWidths {
  /** E; Mamba-2: H. */
  delta: number;
  /** E. */
  channels: number;
  /** E·N; S4D: E·2N. */
  state: number;
}

const planesOf = ({ delta, channels, state }: ScanWidths) =>
  [
    { plane: 'delta', name: 'layer.delta', width: delta },
    { plane: 'hMoved', name: 'layer.hMoved', width: channels },
    { plane: 'hNorm', name: 'layer.hNorm', width: channels },
    { plane: 'h', name: 'layer.h', width: state },
  ] as const;

interface Recorded {
  name: ProbeName;
  layer: number;
  capture: Capture;
  stride: number;
  columns: Columns;
}

/**
 * One run of the forward pass over some rows: what was asked for, what was intervened, what was recorded.
 * Mixers see only this; nothing is copied that nobody asked for.
 */
export class Pass {
  readonly ops: Ops;
  readonly rows: number;
  private readonly requests: readonly ProbeRequest[];
  private readonly turns: Turns;
  private readonly recorded: Recorded[] = [];
  private readonly probeRoom: (length: number) => Tensor;

  constructor(
    ops: Ops,
    rows: number,
    requests: readonly ProbeRequest[],
    turns: Turns,
    probeRoom: (length: number) => Tensor,
  ) {
    this.ops = ops;
    this.rows = rows;
    this.requests = requests;
    this.turns = turns;
    this.probeRoom = probeRoom;
  }

  wants(name: ProbeName, layer = 0): boolean {
    return this.requests.some(
      (r) => r.name === name && (PROBES[name] === 'once' || !r.layers || r.layers.includes(layer)),
    );
  }

  /** What is changed in a layer's SSM. */
  turn(layer: number): Turn {
    return this.turns.of(layer);
  }

  /** Records (rows, columns.width) of a tensor as it is now, if asked for. */
  record(name: ProbeName, layer: number, tensor: Tensor, columns?: Columns): void {
    if (!this.wants(name, layer)) return;
    const stride = tensor.shape.at(-1)!;
    const capture = this.ops.capture(tensor, 0, this.rows * stride);
    this.recorded.push({
      name,
      layer,
      capture,
      stride,
      columns: columns ?? { first: 0, width: stride },
    });
  }

  /**
   * Room for what the scan of a layer is asked to write; undefined if nothing is. It is shared by all layers: what one
   * writes is read before the next one writes.
   */
  scanProbe(layer: number, widths: ScanWidths): ScanProbe | undefined {
    const asked = planesOf(widths).filter(({ name }) => this.wants(name, layer));
    if (asked.length === 0) return undefined;
    const total = this.rows * asked.reduce((sum, { width }) => sum + width, 0);
    const out = this.probeRoom(total);
    const probe: ScanProbe = { out };
    let offset = 0;
    for (const { plane, width } of asked) {
      probe[plane] = offset;
      offset += this.rows * width;
    }
    return probe;
  }

  /** Records what the scan wrote. */
  recordScan(layer: number, probe: ScanProbe | undefined, widths: ScanWidths): void {
    if (!probe) return;
    for (const { plane, name, width } of planesOf(widths)) {
      const offset = probe[plane];
      if (offset === undefined) continue;
      const capture = this.ops.capture(probe.out, offset, this.rows * width);
      this.recorded.push({ name, layer, capture, stride: width, columns: { first: 0, width } });
    }
  }

  /** Waits for the device if anything was recorded. */
  async collect(): Promise<Trace> {
    const { recorded, rows } = this;
    const trace = new Trace(rows);
    if (recorded.length === 0) return trace;
    const values = await this.ops.collect(recorded.map((r) => r.capture));
    recorded.forEach(({ name, layer, stride, columns }, i) => {
      trace.set(name, layer, select(values[i]!, rows, stride, columns));
    });
    return trace;
  }
}

function select(
  values: Float32Array,
  rows: number,
  stride: number,
  columns: Columns,
): Float32Array {
  const { first, width } = columns;
  if (width === stride) return values;
  const out = new Float32Array(rows * width);
  for (let t = 0; t < rows; t++) {
    out.set(values.subarray(t * stride + first, t * stride + first + width), t * width);
  }
  return out;
}
