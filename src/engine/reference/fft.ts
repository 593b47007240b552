/**
 * Discrete Fourier transform of a length that is a power of two, in place (Cooley and Tukey, 1965; radix 2).
 * Direction −1 is forward, 1 is back and divides by the length.
 */
export function fft(re: Float64Array, im: Float64Array, direction: -1 | 1): void {
  const length = re.length;
  for (let i = 1, j = 0; i < length; i++) {
    let bit = length >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [re[i], re[j]] = [re[j]!, re[i]!];
    [im[i], im[j]] = [im[j]!, im[i]!];
  }
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    for (let k = 0; k < half; k++) {
      const angle = (direction * 2 * Math.PI * k) / size;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      for (let i = k; i < length; i += size) {
        const [oddRe, oddIm] = [re[i + half]!, im[i + half]!];
        const [turnedRe, turnedIm] = [c * oddRe - s * oddIm, c * oddIm + s * oddRe];
        re[i + half] = re[i]! - turnedRe;
        im[i + half] = im[i]! - turnedIm;
        re[i]! += turnedRe;
        im[i]! += turnedIm;
      }
    }
  }
  if (direction < 0) return;
  for (let i = 0; i < length; i++) {
    re[i]! /= length;
    im[i]! /= length;
  }
}
