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
