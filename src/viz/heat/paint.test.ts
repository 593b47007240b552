import { describe, expect, it } from 'vitest';
import { STEPS } from '../colour';
import { difference, inverse, paintState, slowestFirst } from './paint';

describe('the picture of a state', () => {
  const lut = Uint32Array.from({ length: 2 * STEPS + 1 }, (_, i) => i);

  it('puts channels in order from left to right and states from top to bottom', () => {
    const out = new Uint32Array(6);
    // Three channels of two states; channel 2 stands first.
    const values = Float32Array.of(0, 0.6, -0.6, 0, 0.6, 0.6);
    paintState({ values, order: Uint16Array.of(2, 0, 1), dState: 2 }, lut, 0.6, out);
    expect([...out]).toEqual([254, 127, 0, 254, 254, 127]);
  });

  it('sorts the slowest channels first, and knows where each one stands', () => {
    const order = slowestFirst(Float32Array.of(1, 9, 4));
    expect([...order]).toEqual([1, 2, 0]);
    expect([...inverse(order)]).toEqual([2, 0, 1]);
  });

  it('takes differences number by number', () => {
    expect([...difference(Float32Array.of(1, 2), Float32Array.of(0.5, 3))]).toEqual([0.5, -1]);
  });
});
