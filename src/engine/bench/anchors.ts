/**
 * Times of the official kernels, measured on one NVIDIA H200, batch 1, inputs already in memory: the CUDA selective
 * scan of mamba-ssm (f32, N = 16) and the Triton SSD `mamba_chunk_scan_combined` (24 heads of 64 channels, N = 128, chunks of 256).
 */
import type { Anchor } from './types';

export const ANCHOR_DEVICE = 'NVIDIA H200';

/** The scan bare: softplus, bias, D skip and gate left out, all of which ours includes. */
const CUDA: Readonly<Record<string, number>> = {
  '768x2048': 63,
  '1536x2048': 118,
  '1536x16384': 926,
  '1536x65536': 3646,
  '8192x8192': 2380,
};
/** The same kernel with all of them. */
const CUDA_FUSED: Readonly<Record<string, number>> = { '1536x2048': 126 };
const TRITON: Readonly<Record<string, readonly [tf32: number, bf16: number]>> = {
  '2048': [479, 398],
  '8192': [399, 395],
  '65536': [1654, 987],
};

/** The official scan at E channels × L tokens. */
export function scanAnchors(E: number, L: number): Anchor[] {
  return [
    { kernel: 'CUDA, bare', microseconds: CUDA[`${E}x${L}`] },
    { kernel: 'CUDA, fused', microseconds: CUDA_FUSED[`${E}x${L}`] },
  ].flatMap(({ kernel, microseconds }) =>
    microseconds === undefined ? [] : [{ kernel, precision: 'f32', microseconds }],
  );
}

/** The official SSD at L tokens. */
export function ssdAnchors(L: number): Anchor[] {
  const [tf32, bf16] = TRITON[L] ?? [];
  if (tf32 === undefined || bf16 === undefined) return [];
  return [
    { kernel: 'Triton', precision: 'tf32', microseconds: tf32 },
    { kernel: 'Triton', precision: 'bf16', microseconds: bf16 },
  ];
}
