import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutOfMemoryError } from '../errors';
import { createMemory, WasmMemory } from './memory';

const PAGE = 65_536;
const open = (pages = 64): WasmMemory => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: pages });
  return new WasmMemory(memory, pages * PAGE, 1000);
};

describe('WasmMemory', () => {
  it('hands out zeros, at the start of a cache line, beyond what the module keeps for itself', () => {
    const memory = open();
    for (const length of [1, 17, 0, 40_000, 3]) {
      const at = memory.allocate('t', length);
      expect(at % 64).toBe(0);
      expect(at).toBeGreaterThanOrEqual(1000);
      const block = memory.f32.subarray(at / 4, at / 4 + length);
      expect(block.every((v) => v === 0)).toBe(true);
      block.fill(7);
    }
  });

  it('gives released room out again, joined with its neighbours, without growing', () => {
    const memory = open();
    const blocks = Array.from({ length: 30 }, () => memory.allocate('t', 1000));
    const size = memory.memory.buffer.byteLength;
    memory.f32.fill(5, blocks[0]! / 4, blocks[29]! / 4);
    // Every other one, then those between: all that lies side by side must become one.
    for (const [i, at] of blocks.entries()) if (i % 2 === 0) memory.release(at);
    for (const [i, at] of blocks.entries()) if (i % 2 === 1) memory.release(at);
    expect(memory.used).toBe(0);
    const whole = memory.allocate('t', 30_000);
    expect(whole).toBe(blocks[0]);
    expect(memory.f32.subarray(whole / 4, whole / 4 + 30_000).every((v) => v === 0)).toBe(true);
    expect(memory.memory.buffer.byteLength).toBe(size);
  });

  it('keeps the numbers of what is in use through any order of taking and giving back', () => {
    const moves = fc.array(fc.tuple(fc.nat(3000), fc.nat(9)), { maxLength: 60 });
    fc.assert(
      fc.property(moves, (steps) => {
        const memory = open();
        const held: { at: number; length: number; mark: number }[] = [];
        for (const [mark, [length, which]] of steps.entries()) {
          if (which < held.length) memory.release(held.splice(which, 1)[0]!.at);
          const at = memory.allocate('t', length);
          memory.f32.fill(mark + 1, at / 4, at / 4 + length);
          held.push({ at, length, mark: mark + 1 });
        }
        for (const { at, length, mark } of held) {
          expect(memory.f32.subarray(at / 4, at / 4 + length).every((v) => v === mark)).toBe(true);
          memory.release(at);
        }
        expect(memory.used).toBe(0);
      }),
    );
  });

  it('refuses what is too large by name, with what there is, and goes on with the rest', () => {
    const memory = open(16);
    const kept = memory.allocate('weights', 100_000);
    memory.f32.fill(3, kept / 4, kept / 4 + 100_000);
    const refused = () => memory.allocate('lm_head.weight', 200_000);
    expect(refused).toThrow(OutOfMemoryError);
    expect(refused).toThrow(
      /lm_head\.weight: it needs 800\.0 kB beside the 400\.0 kB in use.*at most 1\.0 MB/,
    );
    expect(memory.f32.subarray(kept / 4, kept / 4 + 100_000).every((v) => v === 3)).toBe(true);
    // All that is left can be had.
    const left = memory.limit - kept - memory.used;
    expect(memory.allocate('rest', Math.floor(left / 64) * 16)).toBeGreaterThan(kept);
  });

  it('refuses to free what is not a block, or no longer is', () => {
    const memory = open();
    const at = memory.allocate('t', 5);
    memory.release(at);
    expect(() => memory.release(at)).toThrow('No block');
  });

  it('can have 4 GiB here', () => {
    expect(createMemory().limit).toBe(2 ** 32);
  });
});
