import { expect, it } from 'vitest';
import { isSoftware } from './webgl';

it('tells renderers on the processor from graphics cards', () => {
  for (const name of [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)',
    'llvmpipe (LLVM 15.0.7, 256 bits)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)',
  ])
    expect(isSoftware(name)).toBe(true);
  for (const name of ['ANGLE (Apple, ANGLE Metal Renderer: Apple M2)', 'NVIDIA GeForce RTX 3060'])
    expect(isSoftware(name)).toBe(false);
});
