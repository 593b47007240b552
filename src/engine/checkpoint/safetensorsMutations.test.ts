import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CheckpointError } from './errors';
import { readTensors, toFloat32 } from './safetensors';
import { encode, tensorOf, writeSafetensors } from './testing/tiny';

const original = writeSafetensors([
  tensorOf('a', [2, 3], 'F32'),
  tensorOf('b', [5]),
  tensorOf('c', []),
]);

/** 'read' after a load whose sizes add up, 'refused' after a readable CheckpointError. */
function outcome(file: Uint8Array): string {
  try {
    let bytes = 0;
    for (const tensor of readTensors(file).values()) {
      bytes += tensor.bytes.byteLength;
      const elements = tensor.shape.reduce((product, n) => product * n, 1);
      if (toFloat32(tensor).length !== elements) return `${tensor.name} has the wrong length`;
    }
    return bytes < file.byteLength ? 'read' : `${bytes} bytes out of ${file.byteLength}`;
  } catch (error) {
    if (!(error instanceof CheckpointError)) return `threw ${String(error)}`;
    const { length } = error.message;
    return length > 30 && length < 600 ? 'refused' : `a message of ${length} characters`;
  }
}

const harmless = /^(read|refused)$/;

describe('thousands of mutations', () => {
  it('of single bytes are read rightly or refused', () => {
    const seen = new Set<string>();
    for (let at = 0; at < original.byteLength; at++) {
      for (const value of [0, 0x20, 0x22, 0x2d, 0x30, 0x39, 0x5d, 0x7b, 0x7d, 0xff]) {
        const file = original.slice();
        file[at] = value;
        seen.add(outcome(file));
      }
    }
    expect([...seen].toSorted()).toEqual(['read', 'refused']);
  });

  it('of all kinds at once are read rightly or refused', () => {
    const vicious = ['99999999999999999999', '-1', '[]', '{}', 'NaN', 'Infinity', '"', '1e308'];
    const edit = fc.record({
      at: fc.nat(original.byteLength),
      remove: fc.nat(20),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 20 }),
        fc.constantFrom(...vicious).map((text) => encode(text)),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let file = [...original];
        for (const { at, remove, insert } of edits) {
          file = [...file.slice(0, at), ...insert, ...file.slice(at + remove)];
        }
        expect(outcome(Uint8Array.from(file))).toMatch(harmless);
      }),
      { numRuns: 3000 },
    );
  });

  it('into nothing but noise are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(outcome(noise)).toMatch(harmless);
      }),
      { numRuns: 1000 },
    );
  });
});
