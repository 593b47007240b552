import { PROBES, type ProbeName } from './types';

/** What was asked for of some tokens: intermediates by name and layer, row-major, one row a token. */
export class Trace {
  /** Tokens in this trace. */
  readonly length: number;
  private readonly values = new Map<string, Float32Array>();

  constructor(length: number) {
    this.length = length;
  }

  /** Numbers of one intermediate, (length, …) in the shape that PROBES states. Throws if it was not asked for. */
  get(name: ProbeName, layer = 0): Float32Array {
    const value = this.values.get(key(name, layer));
    if (!value) {
      const where = PROBES[name] === 'once' ? '' : ` of layer ${layer}`;
      throw new Error(`The trace has no ${name}${where}: it was not asked for.`);
    }
    return value;
  }

  /** Used by the session that fills the trace. */
  set(name: ProbeName, layer: number, value: Float32Array): void {
    this.values.set(key(name, layer), value);
  }

  /** Joins traces of consecutive tokens that were asked for the same. */
  static join(parts: readonly Trace[]): Trace {
    if (parts.length === 1) return parts[0]!;
    const joined = new Trace(parts.reduce((sum, part) => sum + part.length, 0));
    for (const at of parts[0]?.values.keys() ?? []) {
      const pieces = parts.map((part) => part.values.get(at)!);
      const whole = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
      let offset = 0;
      for (const piece of pieces) {
        whole.set(piece, offset);
        offset += piece.length;
      }
      joined.values.set(at, whole);
    }
    return joined;
  }
}

const key = (name: ProbeName, layer: number): string =>
  PROBES[name] === 'once' ? name : `${name}.${layer}`;
