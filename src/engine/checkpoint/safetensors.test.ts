import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseHeader, readTensors, toFloat32 } from './safetensors';
import { assemble, failure, tensorOf, writeSafetensors } from './testing/tiny';
import { BYTES_PER_ELEMENT, type Dtype } from './tensor';

const dtypes = Object.keys(BYTES_PER_ELEMENT) as Dtype[];
const small = () =>
  writeSafetensors([tensorOf('a', [2, 3], 'F32'), tensorOf('b', [5]), tensorOf('c', [])]);
const withHeader = (header: unknown, dataBytes: number) =>
  assemble(JSON.stringify(header), new Uint8Array(dataBytes));
const entry = (dtype: string, shape: unknown, offsets: unknown) => ({
  dtype,
  shape,
  data_offsets: offsets,
});

describe('a sound file', () => {
  it('gives every tensor back, of any dtype and shape, without copying', () => {
    const shape = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 });
    const spec = fc.tuple(shape, fc.constantFrom(...dtypes));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), spec), (specs) => {
        const tensors = Object.entries(specs)
          .filter(([name]) => name !== '__metadata__')
          .map(([name, [dims, dtype]]) => tensorOf(name, dims, dtype));
        const file = writeSafetensors(tensors);
        const read = readTensors(file);
        expect(read.size).toBe(tensors.length);
        for (const tensor of tensors) {
          expect(read.get(tensor.name)).toEqual(tensor);
          expect(read.get(tensor.name)!.bytes.buffer).toBe(file.buffer);
        }
      }),
    );
  });

  it('may pad its header with spaces and carry metadata', () => {
    const header = `{"__metadata__":{"format":"pt"},"a":${JSON.stringify(entry('F16', [1], [0, 2]))}}   `;
    const { entries, metadata } = parseHeader(assemble(header, new Uint8Array(2)));
    expect(metadata).toEqual(new Map([['format', 'pt']]));
    expect(entries).toMatchObject([{ name: 'a', end: 8 + header.length + 2 }]);
  });

  it('may be a view into a larger buffer', () => {
    const file = small();
    const shifted = new Uint8Array(file.byteLength + 3).subarray(3);
    shifted.set(file);
    expect(toFloat32(readTensors(shifted).get('a')!)).toEqual(
      toFloat32(readTensors(file).get('a')!),
    );
  });

  it('is what the bundled golden file is', () => {
    const golden = readTensors(readFileSync('public/models/mamba/golden.safetensors'));
    const tokens = golden.get('input_ids')!.shape.at(-1);
    expect(golden.get('logits')).toMatchObject({ dtype: 'F32', shape: [tokens, 4096] });
  });
});

describe('a file that is cut short', () => {
  it('is noticed at every possible length', async () => {
    const file = small();
    for (let length = 0; length < file.byteLength; length++) {
      const error = await failure(() => parseHeader(file.subarray(0, length), 'm.safetensors'));
      expect(error).toMatchObject({ code: 'truncated', file: 'm.safetensors' });
    }
  });

  it('is told with both sizes', async () => {
    const file = writeSafetensors([tensorOf('w', [4_550_000])]);
    const error = await failure(() => parseHeader(file.subarray(0, 5_000_000)));
    expect(error.message).toContain('it has 5.0 MB of 9.1 MB');
  });
});

describe('another kind of file', () => {
  it.each([
    ['version https://git-lfs.github.com/spec/v1\noid sha256:00', 'git lfs pull'],
    ['<!DOCTYPE html><html><body>Not found</body></html>', 'web page'],
    ['PK\u0003\u0004 and the rest of an archive', 'PyTorch'],
    ['GGUF and the rest', 'GGUF'],
    ['\u0080\u0002}q\u0000(X\u0005 pickled', 'safetensors'],
    ['hello, this is plain text', 'safetensors'],
  ])('is named: %.12s', async (text, word) => {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const error = await failure(() => parseHeader(bytes));
    expect(error.code).toBe('foreign');
    expect(error.message).toContain(word);
  });

  it('is what a header of more than 100 MB means', async () => {
    const file = small();
    new DataView(file.buffer).setBigUint64(0, 2n ** 63n, true);
    expect((await failure(() => parseHeader(file))).code).toBe('foreign');
  });
});

describe('a damaged header', () => {
  const cases: [string, Uint8Array, string][] = [
    ['that is not JSON', assemble('{"a": }', new Uint8Array(0)), 'not valid JSON'],
    ['that is not UTF-8', assemble('{"a"}', new Uint8Array(0)).fill(0xff, 9), 'UTF-8'],
    ['with a number for a tensor', withHeader({ a: 1 }, 0), 'not described'],
    ['with odd metadata', withHeader({ __metadata__: { a: 1 } }, 0), '__metadata__'],
    ['without a dtype', withHeader({ a: { shape: [1], data_offsets: [0, 2] } }, 2), 'dtype'],
    ['without a shape', withHeader({ a: { dtype: 'F16', data_offsets: [0, 2] } }, 2), 'shape'],
    ['with a negative size', withHeader({ a: entry('F16', [-1], [0, 2]) }, 2), 'shape'],
    ['with a fraction of a size', withHeader({ a: entry('F16', [0.5], [0, 1]) }, 1), 'shape'],
    ['with 17 dimensions', withHeader({ a: entry('F16', Array(17).fill(1), [0, 2]) }, 2), 'shape'],
    ['with one offset', withHeader({ a: entry('F16', [1], [2]) }, 2), 'data_offsets'],
    ['with offsets as text', withHeader({ a: entry('F16', [1], ['0', '2']) }, 2), 'data_offsets'],
    ['with offsets reversed', withHeader({ a: entry('F16', [1], [2, 0]) }, 2), 'needs 2 bytes'],
    [
      'with a size that differs',
      withHeader({ a: entry('F32', [2, 3], [0, 20]) }, 20),
      '2 × 3 of F32, needs 24',
    ],
    [
      'with a size beyond all numbers',
      withHeader({ a: entry('F16', Array(16).fill(2 ** 52), [0, 2]) }, 2),
      'needs',
    ],
    [
      'with two tensors in one place',
      withHeader({ a: entry('F16', [2], [0, 4]), b: entry('F16', [2], [2, 6]) }, 6),
      'overlaps',
    ],
    [
      'with a hole at the start',
      withHeader({ a: entry('F16', [1], [2, 4]) }, 4),
      '2 bytes before tensor "a"',
    ],
    [
      'with a hole between',
      withHeader({ a: entry('F16', [1], [0, 2]), b: entry('F16', [1], [4, 6]) }, 6),
      '2 bytes before tensor "b"',
    ],
    ['with bytes left over', withHeader({ a: entry('F16', [1], [0, 2]) }, 9), '7 bytes at its end'],
  ];
  it.each(cases)('%s is refused', async (_case, file, words) => {
    const error = await failure(() => parseHeader(file, 'm.safetensors'));
    expect(error).toMatchObject({ code: 'corrupt', file: 'm.safetensors' });
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/again/);
  });

  it('with an unread dtype is refused by name, as unsupported', async () => {
    const error = await failure(() => parseHeader(withHeader({ w: entry('F64', [1], [0, 8]) }, 8)));
    expect(error).toMatchObject({
      code: 'unsupported',
      message: expect.stringMatching(/"w".*"F64"/),
    });
    const inherited = withHeader({ w: entry('toString', [1], [0, 8]) }, 8);
    expect((await failure(() => parseHeader(inherited))).code).toBe('unsupported');
  });
});
