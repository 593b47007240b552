/** Stopping at once, also where the thing waited for knows nothing of signals. */
import { CheckpointError } from './errors';

export interface Cancellation {
  /** The promise's outcome, or a CheckpointError `cancelled` as soon as the signal fires. One at a time. */
  race<T>(promise: Promise<T>): Promise<T>;
  /** Lets go of the signal. Call it when the work is over. */
  release(): void;
}

/** Watches a signal on behalf of the work on one file; without a signal `race` only waits. */
export function cancellation(signal: AbortSignal | undefined, file: string): Cancellation {
  if (!signal) return { race: (promise) => promise, release: () => {} };
  let giveUp: ((error: CheckpointError) => void) | null = null;
  const onAbort = () => giveUp?.(cancelled(file, signal.reason));
  signal.addEventListener('abort', onAbort);
  return {
    // Not Promise.race against one lasting promise: that keeps the outcome of every race, here each
    // chunk of the file, until the signal itself is dropped.
    race: (promise) =>
      new Promise((resolve, reject) => {
        giveUp = reject;
        promise.then(resolve, reject);
        if (signal.aborted) onAbort();
      }),
    release: () => signal.removeEventListener('abort', onAbort),
  };
}

/** The error for work that its reader stopped. */
export function cancelled(file: string, cause?: unknown): CheckpointError {
  if (cause instanceof CheckpointError && cause.code === 'cancelled') return cause;
  return new CheckpointError(
    'cancelled',
    file,
    `Loading was stopped while reading ${file}. Choose the model again to go on.`,
    { cause },
  );
}
