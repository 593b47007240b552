import { describe, expect, it } from 'vitest';
import { codeFile } from '../../frame/code';
import type { AppState } from '../../store/state';
import { code, LINES } from './code';

describe('the lit lines', () => {
  it.each(Object.entries(LINES))('of %s stand in the file, once each', async (name, lines) => {
    const isShader = name.endsWith('.wgsl');
    const operation = name.replace('wasm/assembly/', '').replace(/\.\w+$/, '');
    const source = await codeFile(operation, isShader ? 'shaders' : 'wasm')!.load();
    for (const fragment of Object.values(lines)) expect(source.split(fragment)).toHaveLength(2);
  });

  it('wait for the trace, and know their files', () => {
    const empty = { model: {}, trace: null, cursor: {} } as unknown as AppState;
    expect(code(empty, 'selectiveScan.wgsl')).toBeNull();
    expect(code(empty, 's4dScan.wgsl')).toBeNull();
  });
});
