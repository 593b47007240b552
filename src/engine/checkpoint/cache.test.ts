import { beforeEach, describe, expect, it } from 'vitest';
import { cachedSource } from './cache';
import { loadCheckpoint } from './load';
import { parseManifest } from './manifest';
import { httpSource } from './source';
import { FakeServer, FakeStorage } from './testing/fakes';
import { encode, failure, sha256, vouchedFiles } from './testing/tiny';

const BASE = 'https://example.org/models/tiny';
const WEIGHTS = 'model.safetensors';

describe('a cached folder', () => {
  let storage: FakeStorage;
  let server: FakeServer;
  const source = () => cachedSource(httpSource(BASE, server.fetch), { storage });
  const load = async () => {
    server.asked = [];
    const checkpoint = await loadCheckpoint(source());
    await storage.settled();
    return checkpoint;
  };
  beforeEach(async () => {
    storage = new FakeStorage();
    server = new FakeServer(await vouchedFiles());
  });

  it('downloads once; afterwards it asks for the manifest only', async () => {
    const first = await load();
    expect(server.asked).toEqual(['manifest.json', 'config.json', 'tokenizer.json', WEIGHTS]);
    const second = await load();
    expect(server.asked).toEqual(['manifest.json']);
    expect(second.tensors).toEqual(first.tensors);
    expect(new Set(storage.names)).toEqual(new Set(['inside-mamba-models']));
  });

  it('keeps files by address and checksum, and does not store again what it served', async () => {
    await load();
    const key = `${BASE}/${WEIGHTS}?sha256=${await sha256(server.files[WEIGHTS]!)}`;
    expect(storage.entries.get(key)).toEqual(server.files[WEIGHTS]);
    expect(storage.entries.size).toBe(4);
    const puts = storage.puts;
    await load();
    expect(storage.puts).toBe(puts + 1); // the manifest
  });

  it('loads without a network once everything is there', async () => {
    const online = await load();
    server.online = false;
    expect((await load()).tensors).toEqual(online.tensors);
  });

  it('says that the network is down when something is not there', async () => {
    server.online = false;
    expect(await failure(load)).toMatchObject({ code: 'network', file: 'manifest.json' });
    server.online = true;
    await load();
    for (const key of storage.entries.keys())
      if (key.includes(WEIGHTS)) storage.entries.delete(key);
    server.online = false;
    expect(await failure(load)).toMatchObject({ code: 'network', file: WEIGHTS });
  });

  it.each([
    [
      'one bit flipped',
      (bytes: Uint8Array) => bytes.map((byte, i) => (i === 700 ? byte ^ 1 : byte)),
    ],
    ['its end lost', (bytes: Uint8Array) => bytes.slice(0, -1)],
    ['bytes added', (bytes: Uint8Array) => new Uint8Array([...bytes, 0])],
  ])('fetches an entry again that has %s', async (_what, damage) => {
    await load();
    const key = [...storage.entries.keys()].find((each) => each.includes(WEIGHTS))!;
    storage.entries.set(key, damage(storage.entries.get(key)!));
    await load();
    expect(server.asked).toEqual(['manifest.json', WEIGHTS]);
    expect(storage.entries.get(key)).toEqual(server.files[WEIGHTS]);
  });

  it('drops a damaged entry even when it cannot be fetched again', async () => {
    await load();
    const key = [...storage.entries.keys()].find((each) => each.includes(WEIGHTS))!;
    storage.entries.set(key, new Uint8Array(5));
    server.online = false;
    expect(await failure(load)).toMatchObject({ code: 'network', file: WEIGHTS });
    expect(storage.entries.has(key)).toBe(false);
  });

  it('takes a new version when the manifest changes, and drops the old one', async () => {
    await load();
    const old = await vouchedFiles();
    const config = encode(`${new TextDecoder().decode(old['config.json'])}\n`);
    const manifest = parseManifest(new TextDecoder().decode(old['manifest.json']));
    const facts = { bytes: config.byteLength, sha256: await sha256(config) };
    const files = { ...Object.fromEntries(manifest.files), 'config.json': facts };
    server.files = {
      ...old,
      'config.json': config,
      'manifest.json': encode(JSON.stringify({ files })),
    };
    await load();
    expect(server.asked).toEqual(['manifest.json', 'config.json']);
    const kept = [...storage.entries.keys()].filter((key) => key.includes('config.json'));
    expect(kept).toEqual([`${BASE}/config.json?sha256=${facts.sha256}`]);
  });

  it('never stores a damaged download', async () => {
    server.files[WEIGHTS] = server.files[WEIGHTS]!.map((byte, i) => (i === 700 ? byte ^ 1 : byte));
    expect((await failure(load)).code).toBe('corrupt');
    await storage.settled();
    expect([...storage.entries.keys()].filter((key) => key.includes(WEIGHTS))).toEqual([]);
  });

  it.each(['open', 'match', 'put', 'keys'] as const)(
    'still loads when the cache fails to %s (full, forbidden, broken)',
    async (operation) => {
      storage.fails = operation;
      const { tensors } = await load();
      expect(tensors.size).toBeGreaterThan(10);
    },
  );

  it('hands a file to the cache slice by slice, without a copy of the whole', async () => {
    const big = new Uint8Array(1_000_000).fill(7);
    const files = { big: { bytes: big.byteLength, sha256: await sha256(big) } };
    const cached = cachedSource(httpSource(BASE, server.fetch), {
      storage,
      manifest: parseManifest(JSON.stringify({ files })),
    });
    await cached.keep!('big', big);
    expect(storage.entries.size).toBe(1);
    expect(Buffer.compare([...storage.entries.values()][0]!, big)).toBe(0);
    expect(storage.largestChunk).toBe(262_144);
  });

  it('needs no manifest in the source when it is given one', async () => {
    const manifest = parseManifest(new TextDecoder().decode(server.files['manifest.json']));
    const cached = cachedSource(httpSource(BASE, server.fetch), { storage, manifest });
    await cached.open('config.json');
    expect(server.asked).toEqual(['config.json']);
  });

  it('passes everything through for a folder without a manifest', async () => {
    delete server.files['manifest.json'];
    await load();
    await load();
    expect(server.asked).toHaveLength(4);
    expect(storage.entries.size).toBe(0);
  });

  it('reports a manifest that is broken, and caches nothing by it', async () => {
    server.files['manifest.json'] = encode('{"files": 1}');
    expect(await failure(load)).toMatchObject({ code: 'corrupt', file: 'manifest.json' });
    expect([...storage.entries.keys()]).toEqual([`${BASE}/manifest.json`]);
  });
});

it('is the source itself where there is no cache, as in Node, or no address on the web', () => {
  const source = httpSource(BASE);
  expect(cachedSource(source)).toBe(source);
  const local = httpSource('file:///models/tiny');
  expect(cachedSource(local, { storage: new FakeStorage() })).toBe(local);
});
