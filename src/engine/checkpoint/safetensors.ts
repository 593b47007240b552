/**
 * The safetensors format: 8 bytes of header length, a JSON header, then the tensors back to back.
 * https://huggingface.co/docs/safetensors. A header is believed only after every number in it has
 * been checked against the file. Reads nothing but memory; turning bytes into numbers is tensor.ts.
 */
import { CheckpointError } from './errors';
import { decodeText, isObject, parseJsonObject } from './json';
import { refuseLength, refuseOtherKinds } from './safetensorsSniff';
import { BYTES_PER_ELEMENT, type Dtype, type RawTensor } from './tensor';
import { formatShape, formatShortfall, quote } from './words';

export { toFloat32, toHalfBits, type Dtype, type RawTensor } from './tensor';

/** One tensor as the header describes it. */
export interface TensorEntry {
  name: string;
  dtype: Dtype;
  shape: number[];
  /** First byte, and one past the last, counted from the start of the file. */
  begin: number;
  end: number;
}

export interface SafetensorsHeader {
  /** In the order of their bytes. */
  entries: TensorEntry[];
  /** The header's `__metadata__`, words that the writer left. */
  metadata: Map<string, string>;
}

/**
 * Reads and checks the header of a whole file in memory.
 * @throws CheckpointError `truncated`, `corrupt`, `foreign` (another format) or `unsupported` (dtype).
 */
export function parseHeader(bytes: Uint8Array, file = 'model.safetensors'): SafetensorsHeader {
  refuseOtherKinds(bytes, file);
  const length = refuseLength(bytes, file);
  const start = 8 + length;
  const header = parseJsonObject(
    decodeText(bytes.subarray(8, start), file),
    file,
    `The header of ${file}`,
  );
  const entries: TensorEntry[] = [];
  let metadata = new Map<string, string>();
  for (const [name, value] of Object.entries(header)) {
    if (name === '__metadata__') metadata = readMetadata(value, file);
    else entries.push(readEntry(name, value, start, file));
  }
  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  refuseGaps(entries, start, bytes.byteLength, file);
  return { entries, metadata };
}

/**
 * Every tensor of a file, as views of its bytes: nothing is copied.
 * @throws CheckpointError as `parseHeader`.
 */
export function readTensors(bytes: Uint8Array, file = 'model.safetensors'): Map<string, RawTensor> {
  const tensors = new Map<string, RawTensor>();
  for (const { name, dtype, shape, begin, end } of parseHeader(bytes, file).entries) {
    tensors.set(name, { name, dtype, shape, bytes: bytes.subarray(begin, end) });
  }
  return tensors;
}

function readMetadata(value: unknown, file: string): Map<string, string> {
  if (!isObject(value)) throw damaged(file, '__metadata__ is not an object');
  return new Map(
    Object.entries(value).map(([key, words]) => {
      if (typeof words !== 'string')
        throw damaged(file, '__metadata__ holds something else than words');
      return [key, words];
    }),
  );
}

function readEntry(name: string, value: unknown, start: number, file: string): TensorEntry {
  const tensor = `tensor ${quote(name)}`;
  if (!isObject(value)) throw damaged(file, `${tensor} is not described by an object`);
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== 'string') throw damaged(file, `${tensor} has no dtype`);
  if (!isDtype(dtype)) {
    throw new CheckpointError(
      'unsupported',
      file,
      `In ${file}, ${tensor} is stored as ${quote(dtype)}; Inside Mamba reads F32, F16 and BF16. Save the model again in float16 or float32.`,
    );
  }
  if (!isSizes(shape)) throw damaged(file, `${tensor} has no proper shape`);
  if (!isSizes(offsets) || offsets.length !== 2)
    throw damaged(file, `${tensor} has no proper data_offsets`);
  const [begin, end] = offsets as [number, number];
  // A product beyond 2^53 is no longer exact, but it is then far from any real size as well.
  const size = shape.reduce((product, n) => product * n, BYTES_PER_ELEMENT[dtype]);
  if (end - begin !== size) {
    throw damaged(
      file,
      `${tensor}, ${formatShape(shape)} of ${dtype}, needs ${size} bytes, but its data_offsets span ${end - begin}`,
    );
  }
  return { name, dtype, shape, begin: start + begin, end: start + end };
}

/** The tensors must tile the rest of the file: no overlap, no hole, nothing missing, nothing left. */
function refuseGaps(
  entries: readonly TensorEntry[],
  start: number,
  size: number,
  file: string,
): void {
  const ends = entries.reduce((most, { end }) => Math.max(most, end), start);
  if (ends > size) {
    throw new CheckpointError(
      'truncated',
      file,
      `${file} is cut short: it has ${formatShortfall(size, ends)}. Download it again.`,
    );
  }
  let at = start;
  for (const { name, begin, end } of entries) {
    if (begin < at) throw damaged(file, `tensor ${quote(name)} overlaps the one before it`);
    if (begin > at)
      throw damaged(file, `${begin - at} bytes before tensor ${quote(name)} belong to none`);
    at = end;
  }
  if (at < size) throw damaged(file, `${size - at} bytes at its end belong to no tensor`);
}

function isDtype(dtype: string): dtype is Dtype {
  return Object.hasOwn(BYTES_PER_ELEMENT, dtype);
}

/** A list of at most 16 whole numbers, none negative. */
function isSizes(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length <= 16 &&
    value.every((n) => Number.isSafeInteger(n) && n >= 0)
  );
}

function damaged(file: string, what: string): CheckpointError {
  return new CheckpointError(
    'corrupt',
    file,
    `${file} is damaged: ${what}. Download it again, or save it again with the safetensors library.`,
  );
}
