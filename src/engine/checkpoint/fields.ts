/** Reading the members of a JSON object one by one, each refused by name if it is absurd. */
import { CheckpointError } from './errors';
import { isObject, type JsonObject } from './json';
import { quote } from './words';

/** transformers 5 writes an infinite number, which JSON lacks, as `{"__float__": "Infinity"}`. */
function unwrapped(value: unknown): unknown {
  return isObject(value) && value['__float__'] === 'Infinity' ? Infinity : value;
}

/** Typed access to one JSON object of one file. Every method throws CheckpointError `unsupported`. */
export class Fields {
  readonly object: JsonObject;
  readonly file: string;

  constructor(object: JsonObject, file: string) {
    this.object = object;
    this.file = file;
  }

  /** A member; `undefined` where it is absent. Names that every object inherits do not count. */
  get(key: string): unknown {
    return Object.hasOwn(this.object, key) ? this.object[key] : undefined;
  }

  /** A whole number from `least` to `most`, or the fallback where the member is absent or null. */
  integer(key: string, least: number, most: number, fallback?: number): number {
    const value = this.get(key) ?? fallback;
    if (
      typeof value === 'number' &&
      Number.isSafeInteger(value) &&
      value >= least &&
      value <= most
    ) {
      return value;
    }
    throw this.refuse(
      key,
      value,
      `a whole number from ${least} to ${most.toLocaleString('en-GB')}`,
    );
  }

  /** A number above 0, at most `most`, or the fallback where the member is absent or null. */
  positive(key: string, most: number, fallback: number): number {
    const value = this.get(key) ?? fallback;
    if (typeof value === 'number' && value > 0 && value <= most) return value;
    throw this.refuse(key, value, `a number above 0 and at most ${most}`);
  }

  /** Two numbers, the first not above the second; the upper may be Infinity. */
  range(key: string, fallback: [number, number]): [number, number] {
    const value = this.get(key) ?? fallback;
    if (Array.isArray(value) && value.length === 2) {
      const [low, high] = value.map(unwrapped);
      if (typeof low === 'number' && typeof high === 'number' && low >= 0 && low <= high) {
        return [low, high];
      }
    }
    throw this.refuse(key, value, 'two numbers from 0, the smaller first');
  }

  /** True or false, or the fallback where the member is absent or null. */
  flag(key: string, fallback: boolean): boolean {
    const value = this.get(key) ?? fallback;
    if (typeof value === 'boolean') return value;
    throw this.refuse(key, value, 'true or false');
  }

  /**
   * A token id below `vocabSize`: null where the member is null, the fallback where it is absent,
   * the first of a list where there are several.
   */
  token(key: string, vocabSize: number, fallback: number | null): number | null {
    const value = this.get(key);
    if (value === undefined) return fallback;
    if (value === null) return null;
    const id: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 && id < vocabSize) return id;
    throw this.refuse(key, value, `a token number below vocab_size, ${vocabSize}`);
  }

  /** The error that names a member and says what is supported. */
  refuse(key: string, value: unknown, wanted: string): CheckpointError {
    const problem =
      value === undefined
        ? `This config has no ${key}; supported is ${wanted}.`
        : `This config has ${key} ${quote(value)}; supported is ${wanted}.`;
    return new CheckpointError(
      'unsupported',
      this.file,
      `${problem} Compare it with the config.json that was published with the model.`,
    );
  }
}
