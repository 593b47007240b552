import type { Result } from '../../engine/host/api';

/** A call that throws, or is thrown away on its way to the worker, is a problem like any other. */
export async function safely<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { kind: 'unexpected', message } };
  }
}
