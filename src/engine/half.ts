const scratch = new Uint32Array(1);
const asFloat = new Float32Array(scratch.buffer);

/** The value of an IEEE 754 half float given by its 16 bits; exact. */
export function halfToFloat(bits: number): number {
  const sign = (bits & 0x8000) << 16;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return (sign ? -1 : 1) * fraction * 2 ** -24;
  // Rebias 15 → 127; the largest exponent stands for infinity and NaN in both formats.
  scratch[0] = sign | ((exponent === 31 ? 255 : exponent + 112) << 23) | (fraction << 13);
  return asFloat[0]!;
}

/** The 16 bits of the half float nearest to a value, ties to even. */
export function floatToHalf(value: number): number {
  asFloat[0] = value;
  const sign = (scratch[0]! >>> 16) & 0x8000;
  const size = Math.abs(asFloat[0]);
  if (Number.isNaN(size)) return 0x7e00;
  if (size >= 65520) return sign | 0x7c00;
  // The distance between neighbouring halves: 2⁻²⁴ below 2⁻¹⁴ and at 0, then doubling with the exponent.
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  const step = 2 ** (exponent - 10);
  const steps = roundToEven(size / step);
  return sign | (exponent === -14 ? steps : steps + ((exponent + 14) << 10));
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
