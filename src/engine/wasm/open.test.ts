/** The way to the reference where WebAssembly is missing. */
import { describe, expect, it, vi } from 'vitest';
import { openNodeCpu, readKernels } from '../node/wasm';
import { openCpu } from './open';

describe('openCpu', () => {
  const names = async (read: () => Promise<BufferSource>) => (await openCpu(read)).info.name;

  it('is WebAssembly where it can be', async () => {
    expect(await names(readKernels)).toBe('WebAssembly SIMD');
    expect((await openNodeCpu()).info).toMatchObject({ kind: 'cpu', code: 'wasm' });
  });

  it('is the reference, and says so, where anything keeps WebAssembly from running', async () => {
    expect(await names(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('JavaScript');
    // A web server's start page in place of the file.
    expect(await names(async () => new TextEncoder().encode('<!doctype html>'))).toBe('JavaScript');
    const instantiate = vi.spyOn(WebAssembly, 'instantiate');
    instantiate.mockRejectedValueOnce(new WebAssembly.CompileError('forbidden by policy'));
    expect(await names(readKernels)).toBe('JavaScript');
    instantiate.mockRestore();
    vi.spyOn(WebAssembly, 'validate').mockReturnValueOnce(false); // no SIMD here
    expect(await names(readKernels)).toBe('JavaScript');
    vi.stubGlobal('WebAssembly', undefined);
    expect(await names(readKernels)).toBe('JavaScript');
    vi.unstubAllGlobals();
  });

  it('does not hide a mistake of ours', async () => {
    const instantiate = vi.spyOn(WebAssembly, 'instantiate');
    instantiate.mockRejectedValueOnce(new WebAssembly.LinkError('import env.other'));
    await expect(openCpu(readKernels)).rejects.toThrow('env.other');
    instantiate.mockRestore();
  });
});
