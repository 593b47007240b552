/** Figures of a graphics processor that are quoted, with where they come from; in bytes, and operations, a second. */
export interface QuotedDevice {
  name: string;
  hbm: number;
  sram: number;
  /** Bytes of fast memory that a core has. */
  sramEach: number;
  /** f32, outside of the matrix units, which the scan does not use. */
  peak: number;
}

/**
 * NVIDIA A100, 40 GB. HBM 1.5 TB/s, SRAM about 19 TB/s and 192 KB for each of 108 multiprocessors: Dao and others,
 * FlashAttention (arXiv 2205.14135), Figure 1 and §2.1. 19.5 TFLOP/s in f32: NVIDIA A100 data sheet.
 */
export const A100: QuotedDevice = {
  name: 'A100',
  hbm: 1.5e12,
  sram: 19e12,
  sramEach: 192 * 1024,
  peak: 19.5e12,
};

/** Workgroup memory that every WebGPU device has, which this page's shaders keep within. */
export const WEBGPU_SRAM = 16 * 1024;

/** Seconds that a device needs at least: for the bytes, or for the arithmetic, whichever takes longer. */
export const leastSeconds = (
  bytes: number,
  ops: number,
  { hbm, peak }: Pick<QuotedDevice, 'hbm' | 'peak'>,
): number => Math.max(bytes / hbm, ops / peak);
