import { describe, expect, it } from 'vitest';
import { shaders } from '../../shaders';
import { reflect, specialise } from './reflect';

describe('reflect', () => {
  it('reads names, indices and kinds of bindings and the parameters of every shader', () => {
    for (const [name, source] of Object.entries(shaders)) {
      const shader = reflect(source);
      expect(shader.entryPoint).toBe(name);
      expect(shader.bindings.map((b) => b.index)).toEqual(shader.bindings.map((_, i) => i));
      expect(shader.bindings[0]).toEqual({ name: 'params', index: 0, type: 'uniform' });
      expect(shader.params.length).toBeGreaterThan(0);
      // The default limit of WebGPU, which every device grants.
      expect(shader.bindings.length - 1).toBeLessThanOrEqual(8);
    }
  });

  it('every storage binding states its shape', () => {
    for (const source of Object.values(shaders)) {
      const lines = source.split('\n').filter((line) => line.includes('var<storage'));
      for (const line of lines) expect(line).toMatch(/;\s\/\/ (\(|planes)/);
    }
  });

  it('refuses parameters that are not scalars', () => {
    const source = 'struct Params {\n  a: vec4f,\n}\n@compute @workgroup_size(1) fn f() {}';
    expect(() => reflect(source)).toThrow('only scalars');
  });
});

describe('specialise', () => {
  it('sets marked constants and refuses others', () => {
    expect(specialise(shaders.selectiveScan, { dState: 8 })).toContain('const dState: u32 = 8;');
    expect(() => specialise(shaders.selectiveScan, { lanes: 8 })).toThrow(
      'no specialised constant',
    );
  });
});
