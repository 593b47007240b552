import { describe, expect, it } from 'vitest';
import { gateAt, halfLifeOf, keepOf, powerAbove, sigmoid, softplus } from './identities';

const inputs = Array.from({ length: 161 }, (_, i) => (i - 80) / 4);

describe('softplus', () => {
  it('is positive everywhere, nearly 0 on the left and nearly v on the right', () => {
    for (const v of inputs) expect(softplus(v)).toBeGreaterThan(0);
    expect(softplus(-20)).toBeCloseTo(Math.exp(-20), 12);
    expect(softplus(20) - 20).toBeLessThan(1e-8);
    expect(softplus(20.0001)).toBeGreaterThan(softplus(20));
    expect(softplus(0)).toBeCloseTo(Math.LN2, 15);
  });

  it('of a sum is not a sum, and has no upper end', () => {
    // The drawing’s own numbers: 3.90 − 4.59.
    expect(softplus(3.9 - 4.59)).toBeCloseTo(0.4066, 3);
    expect(softplus(3.9) - 4.59).toBeCloseTo(-0.67, 2);
    expect(softplus(3)).toBeGreaterThan(3);
  });
});

describe('what is kept', () => {
  it('is all of it at Δ = 0, nothing at large Δ', () => {
    expect(keepOf(0, -1)).toBe(1);
    expect(keepOf(50, -1)).toBeLessThan(1e-20);
  });

  it('is one half after as many such tokens as the half-life says', () => {
    for (const delta of [0.001, 0.03, 0.41, 2])
      for (const a of [-0.5, -1, -16])
        expect(keepOf(delta, a) ** halfLifeOf(delta, a)).toBeCloseTo(0.5, 12);
    expect(halfLifeOf(0, -1)).toBe(Infinity);
  });
});

describe('Theorem 1', () => {
  it('exp(−softplus(v)) = 1 − σ(v), and zero-order hold writes σ(v)', () => {
    for (const v of inputs) {
      const at = gateAt(v);
      expect(Math.abs(at.keep - at.oneMinusG)).toBeLessThan(1e-15);
      expect(Math.abs(at.hold - at.g)).toBeLessThan(1e-15);
      expect(at.keep + at.hold).toBeCloseTo(1, 14);
    }
  });

  it('the code’s ΔB is always more than the gate, and the same for small steps', () => {
    for (const v of inputs) expect(gateAt(v).code).toBeGreaterThan(sigmoid(v));
    expect(gateAt(-8).code / gateAt(-8).g).toBeCloseTo(1, 3);
    expect(gateAt(2).code).toBeGreaterThan(2);
  });

  it('a difference is written as the power of ten above it', () => {
    expect(powerAbove(1.1e-16)).toBe('10⁻¹⁵');
    expect(powerAbove(0.02)).toBe('10⁻¹');
  });
});
