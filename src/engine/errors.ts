/** The GPU went away: unplugged, reset by its driver, or taken back by the browser. Sessions on it are gone. */
export class DeviceLostError extends Error {
  override readonly name = 'DeviceLostError';
}

/** This runtime offers no WebGPU adapter; `message` says why in words for a reader. */
export class NoWebGpuError extends Error {
  override readonly name = 'NoWebGpuError';
}

/** The device has no room for what was to be made on it. */
export class OutOfMemoryError extends Error {
  override readonly name = 'OutOfMemoryError';
}

/** Work that the caller stopped. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}
