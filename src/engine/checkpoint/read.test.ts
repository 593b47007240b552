import { describe, expect, it } from 'vitest';
import { readFile, type ReadOptions } from './read';
import { memorySource, type CheckpointSource } from './source';
import { failure, sha256 } from './testing/tiny';

const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 256);
const facts = async () => ({ bytes: bytes.byteLength, sha256: await sha256(bytes) });

/** A source of one file whose chunks are written by hand. */
function sourceOf(total: number | null, chunks: () => AsyncIterable<Uint8Array>): CheckpointSource {
  return { name: 'hand', open: async () => ({ total, chunks: chunks() }) };
}

async function* pieces(sizes: readonly number[]) {
  let at = 0;
  for (const size of sizes) yield bytes.subarray(at, (at += size));
}

const early = () => pieces([200_000]);

async function* endless() {
  for (;;) yield bytes;
}

const never = () => new Promise<never>(() => {});

describe('reading a file', () => {
  it.each([1_000, 65_536, 299_999, 300_000])('gives its bytes from chunks of %i', async (size) => {
    const source = memorySource('m', { f: bytes }, size);
    const read = await readFile(source, 'f', { expected: await facts() });
    expect(Buffer.compare(read!, bytes)).toBe(0);
  });

  it('gives its bytes when the length is not known', async () => {
    const source = sourceOf(null, () => pieces([1, 0, 200_000, 99_999]));
    expect(Buffer.compare((await readFile(source, 'f'))!, bytes)).toBe(0);
  });

  it('gives null where there is no such file, and an empty array for an empty one', async () => {
    const source = memorySource('m', { empty: new Uint8Array(0) });
    expect(await readFile(source, 'f')).toBeNull();
    expect(await readFile(source, 'empty')).toEqual(new Uint8Array(0));
  });

  it('takes a file that comes whole as it is, so that it is not in memory twice', async () => {
    const read = await readFile(memorySource('m', { f: bytes }, Infinity), 'f');
    expect(read!.buffer).toBe(bytes.buffer);
  });

  it('copies chunks into one buffer of the announced length', async () => {
    const read = await readFile(memorySource('m', { f: bytes }, 1000), 'f');
    expect(read!.buffer.byteLength).toBe(bytes.byteLength);
    expect(read!.buffer).not.toBe(bytes.buffer);
  });

  it.each([1_000, 100_000, Infinity])(
    'tells progress at least every 64 KB, never backwards, with chunks of %f',
    async (size) => {
      const told: number[] = [];
      const onProgress: ReadOptions['onProgress'] = (soFar, total) => {
        expect(total).toBe(bytes.byteLength);
        told.push(soFar);
      };
      await readFile(memorySource('m', { f: bytes }, size), 'f', { onProgress });
      expect(told[0]).toBe(0);
      expect(told.at(-1)).toBe(bytes.byteLength);
      const steps = told.slice(1).map((soFar, i) => soFar - told[i]!);
      expect(Math.min(...steps)).toBeGreaterThan(0);
      expect(Math.max(...steps)).toBeLessThanOrEqual(65_536);
      expect(told.length).toBeLessThan(8);
    },
  );
});

describe('a wrong file', () => {
  it('that ends too early is truncated, whoever announced its length', async () => {
    const byServer = await failure(() => readFile(sourceOf(300_000, early), 'f'));
    expect(byServer).toMatchObject({ code: 'truncated', file: 'f' });
    expect(byServer.message).toContain('200.0 kB of 300.0 kB');
    const expected = await facts();
    const byManifest = await failure(() => readFile(sourceOf(null, early), 'f', { expected }));
    expect(byManifest.code).toBe('truncated');
  });

  it('is refused before it is read when server and manifest disagree on its length', async () => {
    const source = sourceOf(200_000, () => {
      return { [Symbol.asyncIterator]: () => ({ next: never }) };
    });
    const expected = await facts();
    expect((await failure(() => readFile(source, 'f', { expected }))).code).toBe('truncated');
  });

  it('that goes on too long is refused without being collected', async () => {
    expect((await failure(() => readFile(sourceOf(350_000, endless), 'f'))).code).toBe('corrupt');
    const options = { maxBytes: 2_000_000 };
    const error = await failure(() => readFile(sourceOf(null, endless), 'f', options));
    expect(error).toMatchObject({ code: 'foreign', message: expect.stringContaining('2.0 MB') });
  });

  it('with one wrong bit fails its checksum', async () => {
    const damaged = bytes.slice();
    damaged[123_456]! ^= 4;
    const expected = await facts();
    const error = await failure(() =>
      readFile(memorySource('m', { f: damaged }), 'f', { expected }),
    );
    expect(error).toMatchObject({ code: 'corrupt', message: expect.stringContaining('checksum') });
  });

  it('that no memory could hold is refused kindly', async () => {
    const source = sourceOf(2 ** 52, () => pieces([10]));
    const error = await failure(() => readFile(source, 'f'));
    expect(error).toMatchObject({ code: 'memory', message: expect.stringContaining('4.5 PB') });
  });

  it('whose source fails in its own words is a network error', async () => {
    const source = sourceOf(null, async function* () {
      yield bytes;
      throw new Error('the cable');
    });
    const error = await failure(() => readFile(source, 'f'));
    expect(error).toMatchObject({
      code: 'network',
      cause: expect.objectContaining({ message: 'the cable' }),
    });
  });
});

describe('stopping', () => {
  const stalled = sourceOf(300_000, async function* () {
    yield bytes.subarray(0, 1000);
    await never();
  });

  it('ends a stream that has stalled', async () => {
    const controller = new AbortController();
    const reading = failure(() => readFile(stalled, 'f', { signal: controller.signal }));
    setTimeout(() => controller.abort(), 10);
    expect(await reading).toMatchObject({ code: 'cancelled', file: 'f' });
  });

  it('ends an opening that hangs', async () => {
    const controller = new AbortController();
    const source: CheckpointSource = { name: 'x', open: never };
    const reading = failure(() => readFile(source, 'f', { signal: controller.signal }));
    setTimeout(() => controller.abort(), 10);
    expect((await reading).code).toBe('cancelled');
  });

  it('before the start ends it at once', async () => {
    const signal = AbortSignal.abort();
    expect((await failure(() => readFile(stalled, 'f', { signal }))).code).toBe('cancelled');
  });

  it('tells the source to give up what it has not yet sent', async () => {
    let closed = false;
    const controller = new AbortController();
    const source = sourceOf(null, async function* () {
      try {
        for (;;) yield bytes;
      } finally {
        closed = true;
      }
    });
    const onProgress = (soFar: number) => void (soFar > 1e6 && controller.abort());
    const options = { signal: controller.signal, onProgress };
    expect((await failure(() => readFile(source, 'f', options))).code).toBe('cancelled');
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(closed).toBe(true);
  });
});
