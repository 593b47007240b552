import type { Result } from '../../engine/host/api';
import type { Computed, ComputeRequest } from '../../engine/host/compute';
import { ByteCache } from './byteCache';
import type { Driver } from './driver';
import { safely } from './safely';

const KEPT_BYTES = 16 * 2 ** 20;
/** A text that goes on changing is asked about no more often than this. */
const MOST_TRIES = 3;

interface Known {
  value: Computed;
  bytes: number;
}

/** Works things out of the text on the page, and keeps what it has: the same question again costs nothing. */
export class Computer {
  private readonly driver: Driver;
  private readonly kept = new ByteCache<Known>(KEPT_BYTES);

  constructor(driver: Driver) {
    this.driver = driver;
  }

  /** Never of another text than the page shows: where that changes under way, it is asked again, or given up. */
  async compute(request: ComputeRequest): Promise<Result<Computed>> {
    const { driver } = this;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await driver.settle();
      const { run, yours } = driver.state;
      const key = JSON.stringify([run, yours.tokens.length, request]);
      const known = this.kept.get(key);
      if (known) return { ok: true, value: known.value };
      const { changes } = driver;
      const result = await safely(() => driver.engine.compute(request));
      if (!result.ok) return result;
      if (changes !== driver.changes) continue;
      const { value } = result;
      this.kept.set(key, { value, bytes: value.values.byteLength });
      return result;
    }
    return { ok: false, problem: { kind: 'cancelled' } };
  }
}
