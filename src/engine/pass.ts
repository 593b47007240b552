import { type AttentionProbe, probabilityCount } from './attentionOps';
import type { Capture, Ops, ScanProbe, Tensor, TokenList, Turn } from './ops';
import { Trace } from './trace';
import type { Turns, TurnValues } from './turn';
import { PROBES, type ProbeName, type ProbeRequest } from './types';

/** Where some numbers lie in a tensor. */
export interface Place {
  /** Where the first number of the first row lies; 0 if left out. */
  first?: number;
  /** Numbers between two rows; the tensor's last dimension if left out. */
  stride?: number;
  /** Numbers of a row that count; all if left out. */
  width?: number;
  /** One a token if left out. */
  rows?: number;
}

/** Numbers that are there once the pass has been collected. */
export type Numbers = () => Float32Array;

/** One thing that a scan can write, and the intermediates that need it; the first is the plane itself. */
export interface Plane {
  plane: Exclude<keyof ScanProbe, 'out'>;
  /** Numbers a token. */
  width: number;
  names: readonly ProbeName[];
}

/** Scratch memory of a model: the tensor of that purpose, with room for at least so many numbers. */
export type Room = (purpose: 'probe' | 'columns', length: number) => Tensor;

/** Which tokens a pass reads. */
export interface Reading {
  rows: number;
  /** Place in the text of the first row's token, or of the first one of `drawn`. */
  position: number;
  /** The tokens that are drawn on the device, of which the last is read. */
  drawn?: TokenList;
}

interface Recorded {
  name: ProbeName;
  layer: number;
  unit: number | undefined;
  numbers: Numbers;
}

/**
 * One run of the forward pass over some rows: what was asked for, what was intervened, what was recorded.
 * Mixers see only this; nothing is computed, copied or read back that nobody asked for.
 */
export class Pass implements Reading {
  readonly ops: Ops;
  readonly rows: number;
  readonly position: number;
  readonly drawn: TokenList | undefined;
  private readonly requests: readonly ProbeRequest[];
  private readonly turns: Turns;
  private readonly room: Room;
  private readonly recorded: Recorded[] = [];
  private readonly captures: Capture[] = [];
  private collected: readonly Float32Array[] = [];

  constructor(
    ops: Ops,
    { rows, position, drawn }: Reading,
    requests: readonly ProbeRequest[],
    turns: Turns,
    room: Room,
  ) {
    this.ops = ops;
    this.rows = rows;
    this.position = position;
    this.drawn = drawn;
    this.requests = requests;
    this.turns = turns;
    this.room = room;
  }

  /** What is changed in a layer's SSM. */
  turn(layer: number): Turn {
    return this.turns.of(layer);
  }

  /** The same as numbers. */
  turnValues(layer: number): TurnValues {
    return this.turns.valuesOf(layer);
  }

  wants(name: ProbeName, layer = 0): boolean {
    return this.wishes(name, layer).length > 0;
  }

  /** The units of which an intermediate is wanted, each once; undefined stands for all together. */
  wishes(name: ProbeName, layer = 0): (number | undefined)[] {
    const here = this.requests.filter(
      (r) => r.name === name && (PROBES[name] === 'once' || !r.layers || r.layers.includes(layer)),
    );
    return [...new Set(here.map((r) => r.unit))];
  }

  /** Copies numbers of a tensor as they are now, and no others. */
  read(tensor: Tensor, place: Place = {}): Numbers {
    const { first = 0, stride = tensor.shape.at(-1)!, rows = this.rows } = place;
    const width = place.width ?? stride;
    const at = this.captures.length;
    if (width === stride || rows === 1) {
      this.captures.push(this.ops.capture(tensor, first, rows * width));
    } else {
      const out = this.room('columns', rows * width);
      this.ops.columns({ rows, input: tensor, first, stride, width, out });
      this.captures.push(this.ops.capture(out, 0, rows * width));
    }
    return () => this.collected[at]!;
  }

  /** Records an intermediate that was asked for. */
  give(name: ProbeName, layer: number, numbers: Numbers, unit?: number): void {
    this.recorded.push({ name, layer, unit, numbers });
  }

  /** Records an intermediate as it lies in a tensor now, if asked for. */
  record(name: ProbeName, layer: number, tensor: Tensor, place?: Place): void {
    if (this.wants(name, layer)) this.give(name, layer, this.read(tensor, place));
  }

  /** Records an intermediate that only a probe needs, (L, width): `compute` writes it. */
  compute(name: ProbeName, layer: number, width: number, compute: (out: Tensor) => void): void {
    if (!this.wants(name, layer)) return;
    const out = this.room('probe', this.rows * width);
    compute(out);
    this.give(name, layer, this.read(out, { stride: width }));
  }

  /**
   * Room for what the scan of a layer is asked to write; undefined if nothing is. It is shared by all layers: what one
   * writes is read before the next one writes.
   */
  scanProbe(layer: number, planes: readonly Plane[]): ScanProbe | undefined {
    const asked = planes.filter(({ names }) => names.some((name) => this.wants(name, layer)));
    if (asked.length === 0) return undefined;
    const total = this.rows * asked.reduce((sum, { width }) => sum + width, 0);
    const probe: ScanProbe = { out: this.room('probe', total) };
    let offset = 0;
    for (const { plane, width } of asked) {
      probe[plane] = offset;
      offset += this.rows * width;
    }
    return probe;
  }

  /** Records what the scan wrote; of one of so many `units`, where that was asked for. */
  recordScan(
    layer: number,
    probe: ScanProbe | undefined,
    planes: readonly Plane[],
    units: number,
  ): void {
    if (!probe) return;
    for (const { plane, width, names } of planes) {
      const offset = probe[plane];
      if (offset === undefined) continue;
      for (const unit of this.wishes(names[0]!, layer)) {
        const share = unit === undefined ? width : width / units;
        const first = offset + (unit ?? 0) * share;
        const numbers = this.read(probe.out, { first, stride: width, width: share });
        this.give(names[0]!, layer, numbers, unit);
      }
    }
  }

  /** Room for what heads of a layer look at, if that is asked for. */
  attentionProbe(layer: number): AttentionProbe | undefined {
    // Each by itself: together they are refused.
    const heads = this.wishes('layer.attention', layer).map((unit) => unit!);
    if (heads.length === 0) return undefined;
    const each = probabilityCount(this.position, this.rows);
    return { heads, out: this.room('probe', heads.length * each) };
  }

  /** Records what attention wrote there. */
  recordAttention(layer: number, { heads, out }: AttentionProbe): void {
    const width = probabilityCount(this.position, this.rows);
    heads.forEach((head, i) => {
      const numbers = this.read(out, { first: i * width, width, rows: 1 });
      this.give('layer.attention', layer, numbers, head);
    });
  }

  /** Waits for the device if anything was recorded on it. */
  async collect(): Promise<Trace> {
    const { recorded, captures, rows } = this;
    const trace = new Trace(rows);
    if (captures.length > 0) this.collected = await this.ops.collect(captures);
    for (const { name, layer, unit, numbers } of recorded) trace.set(name, layer, numbers(), unit);
    return trace;
  }
}
