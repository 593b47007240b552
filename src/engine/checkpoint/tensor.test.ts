import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFloat32, toHalfBits, type Dtype, type RawTensor } from './tensor';

/** A tensor of these bytes, `shift` bytes off any alignment. */
function raw(dtype: Dtype, source: ArrayBufferView, shift = 0): RawTensor {
  const bytes = new Uint8Array(source.byteLength + shift).subarray(shift);
  bytes.set(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
  return { name: 'x', dtype, shape: [], bytes };
}

/** The definition, in exact arithmetic on doubles. */
function half(bits: number): number {
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return exponent
    ? sign * 2 ** (exponent - 15) * (1 + fraction / 1024)
    : sign * 2 ** -24 * fraction;
}

describe('toFloat32', () => {
  it('is exact for all 65,536 halves: subnormals, infinities, NaN, both zeros', () => {
    const all = Uint16Array.from({ length: 65_536 }, (_, i) => i);
    const values = toFloat32(raw('F16', all, 1));
    const wrong = Array.from(all).filter((bits) => !Object.is(values[bits], half(bits)));
    expect(wrong).toEqual([]);
    expect([values[0x0001], values[0x7bff], values[0xfc00], values[0x8000]]).toEqual([
      2 ** -24,
      65_504,
      -Infinity,
      -0,
    ]);
  });

  it('is exact for every bfloat16', () => {
    const all = Uint16Array.from({ length: 65_536 }, (_, i) => i);
    const values = toFloat32(raw('BF16', all, 1));
    const view = new DataView(new ArrayBuffer(4));
    const wrong = Array.from(all).filter((bits) => {
      view.setUint32(0, bits * 65_536);
      return !Object.is(values[bits], view.getFloat32(0));
    });
    expect(wrong).toEqual([]);
  });

  it('copies F32 bit by bit from any alignment', () => {
    fc.assert(
      fc.property(fc.float32Array(), fc.integer({ min: 0, max: 7 }), (values, shift) => {
        expect(toFloat32(raw('F32', values, shift))).toEqual(values);
      }),
    );
  });

  it('reads integers', () => {
    expect(toFloat32(raw('I32', Int32Array.of(-5, 2 ** 24, 7), 3))).toEqual(
      Float32Array.of(-5, 2 ** 24, 7),
    );
    expect(toFloat32(raw('I64', BigInt64Array.of(-5n, 4095n), 5))).toEqual(
      Float32Array.of(-5, 4095),
    );
  });

  it("gives an array of its own, also for a Node Buffer's bytes", () => {
    const bytes = Buffer.from(Float32Array.of(1, 2).buffer);
    const values = toFloat32({ name: 'x', dtype: 'F32', shape: [2], bytes });
    bytes.fill(0);
    expect(values).toEqual(Float32Array.of(1, 2));
  });
});

it('toHalfBits gives the bit patterns of F16 and refuses the rest', () => {
  expect(toHalfBits(raw('F16', Uint16Array.of(0x3c00, 1), 1))).toEqual(Uint16Array.of(0x3c00, 1));
  expect(() => toHalfBits(raw('F32', Float32Array.of(1)))).toThrow(TypeError);
});
