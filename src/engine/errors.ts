/** The GPU went away: unplugged, reset by its driver, or taken back by the browser. Sessions on it are gone. */
export class DeviceLostError extends Error {
  override readonly name = 'DeviceLostError';
}

/** This runtime offers no WebGPU adapter; `message` says why in words for a reader. */
export class NoWebGpuError extends Error {
  override readonly name = 'NoWebGpuError';
}

/** Work that the caller stopped. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}
