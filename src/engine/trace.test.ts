import { describe, expect, it } from 'vitest';
import { Trace } from './trace';

/** A trace of `length` tokens whose numbers count up from `start`. */
function traceOf(length: number, start: number): Trace {
  const trace = new Trace(length);
  const row = (width: number) => Float32Array.from({ length: length * width }, (_, i) => start + i);
  trace.set('layer.delta', 0, row(2));
  trace.set(
    'layer.delta',
    3,
    row(2).map((v) => -v),
  );
  trace.set('logits', 0, row(3));
  return trace;
}

describe('Trace', () => {
  it('gives each layer its own numbers', () => {
    const trace = traceOf(2, 10);
    expect([...trace.get('layer.delta', 0)]).toEqual([10, 11, 12, 13]);
    expect([...trace.get('layer.delta', 3)]).toEqual([-10, -11, -12, -13]);
  });

  it('knows no layers of what is there once', () => {
    const trace = traceOf(1, 5);
    expect(trace.get('logits')).toBe(trace.get('logits', 7));
  });

  it('throws for what was not asked for, naming it', () => {
    const trace = traceOf(1, 0);
    expect(() => trace.get('layer.delta', 1)).toThrow('layer.delta of layer 1');
    expect(() => trace.get('layer.h')).toThrow('not asked for');
    expect(() => trace.get('final')).toThrow(/no final:/);
  });

  it('joins consecutive traces in order, every intermediate of every layer', () => {
    const joined = Trace.join([traceOf(2, 0), traceOf(1, 100), traceOf(3, 200)]);
    expect(joined.length).toBe(6);
    expect([...joined.get('layer.delta', 3)].map((v) => -v)).toEqual([
      0, 1, 2, 3, 100, 101, 200, 201, 202, 203, 204, 205,
    ]);
    expect(joined.get('logits')).toHaveLength(18);
    expect([...joined.get('logits').subarray(6, 9)]).toEqual([100, 101, 102]);
  });

  it('keeps one unit apart from another and from the whole', () => {
    const trace = traceOf(1, 0);
    trace.set('layer.h', 3, new Float32Array([1, 2]));
    trace.set('layer.h', 3, new Float32Array([2]), 1);
    expect([...trace.get('layer.h', 3)]).toEqual([1, 2]);
    expect([...trace.get('layer.h', 3, 1)]).toEqual([2]);
    expect(() => trace.get('layer.h', 3, 0)).toThrow('no layer.h of layer 3, unit 0');
  });

  it('joined, takes what stands once for the whole read from its end', () => {
    const parts = [1, 2, 3].map((v) => {
      const trace = traceOf(1, v);
      trace.set('layer.hLast', 0, new Float32Array([v, -v]));
      return trace;
    });
    const joined = Trace.join(parts);
    expect([...joined.get('layer.hLast', 0)]).toEqual([3, -3]);
    expect(joined.get('layer.delta', 0)).toHaveLength(6);
  });

  it('joins one trace to itself and none to an empty one', () => {
    const one = traceOf(2, 0);
    expect(Trace.join([one])).toBe(one);
    expect(Trace.join([]).length).toBe(0);
  });
});
