import { describe, expect, it } from 'vitest';
import { countedBytes, instrument } from './counting';

const shader = (body: string): string => `
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> x: array<f32>; // (L): x[0] is the first
@group(0) @binding(2) var<storage, read_write> out: array<vec4u>; // (L)
${body}`;

describe('instrument', () => {
  it('tells reads, writes and both apart, inside one another too', () => {
    const cases: [string, string][] = [
      ['let a = x[i];', 'let a = x[countedRead(1u, u32(i))];'],
      ['out[i] = v;', 'out[countedWrite(2u, u32(i))] = v;'],
      ['if (x[i] == 1.0) {}', 'if (x[countedRead(1u, u32(i))] == 1.0) {}'],
      ['out[i] += v;', 'out[countedUpdate(2u, u32(i))] += v;'],
      ['out[i].y = v;', 'out[countedWrite(2u, u32(i))].y = v;'],
      ['out[i] <<= v;', 'out[countedUpdate(2u, u32(i))] <<= v;'],
      ['if (x[i] <= 2.0) {}', 'if (x[countedRead(1u, u32(i))] <= 2.0) {}'],
      ['atomicAdd(&out[i], 1u);', 'atomicAdd(&out[countedUpdate(2u, u32(i))], 1u);'],
      [
        'out[u32(x[i + a[j]])] = v;',
        'out[countedWrite(2u, u32(u32(x[countedRead(1u, u32(i + a[j]))])))] = v;',
      ],
    ];
    for (const [before, after] of cases) expect(instrument(shader(before))).toContain(after);
  });

  it('leaves alone what only looks like a binding', () => {
    const body = 'let a = at.x[1] + max[1] + tile[0]; // x[1]';
    expect(instrument(shader(body))).toContain('let a = at.x[1] + max[1] + tile[0]; \n');
  });

  it('refuses what it cannot count', () => {
    const source = shader('').replace('array<f32>', 'Struct');
    expect(() => instrument(source)).toThrow('x is Struct');
  });
});

it('a vector of four counts for four', () => {
  expect(countedBytes(shader(''), Uint32Array.of(0, 0, 3, 0, 1, 2))).toEqual({
    x: { read: 12, written: 0 },
    out: { read: 16, written: 32 },
  });
});
