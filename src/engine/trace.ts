import { PROBES, type ProbeName } from './types';

/** What was asked for of some tokens: intermediates by name and layer, row-major, one row a token. */
export class Trace {
  /** Tokens in this trace. */
  readonly length: number;
  private readonly values = new Map<string, { name: ProbeName; value: Float32Array }>();

  constructor(length: number) {
    this.length = length;
  }

  /**
   * Numbers of one intermediate in the shape that PROBES states, of one unit if that was asked for. Throws if it was
   * not asked for.
   */
  get(name: ProbeName, layer = 0, unit?: number): Float32Array {
    const found = this.values.get(key(name, layer, unit));
    if (!found) {
      const where = PROBES[name] === 'once' ? '' : ` of layer ${layer}`;
      const which = unit === undefined ? '' : `, unit ${unit}`;
      throw new Error(`The trace has no ${name}${where}${which}: it was not asked for.`);
    }
    return found.value;
  }

  /** Used by the session that fills the trace. */
  set(name: ProbeName, layer: number, value: Float32Array, unit?: number): void {
    this.values.set(key(name, layer, unit), { name, value });
  }

  /** Joins traces of consecutive tokens that were asked for the same. */
  static join(parts: readonly Trace[]): Trace {
    if (parts.length === 1) return parts[0]!;
    const joined = new Trace(parts.reduce((sum, part) => sum + part.length, 0));
    for (const [at, { name }] of parts[0]?.values ?? []) {
      const pieces = parts.map((part) => part.values.get(at)!.value);
      const value = PROBES[name] === 'last' ? pieces.at(-1)! : concatenate(pieces);
      joined.values.set(at, { name, value });
    }
    return joined;
  }
}

function concatenate(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

const key = (name: ProbeName, layer: number, unit?: number): string =>
  `${name}${PROBES[name] === 'once' ? '' : `.${layer}`}${unit === undefined ? '' : `.${unit}`}`;
