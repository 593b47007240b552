import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { readFile } from './read';
import { httpSource, memorySource } from './source';
import { encode, failure } from './testing/tiny';

const weights = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);

describe('a folder on a web server', () => {
  let server: Server;
  let url = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      if (path === '/models/my%20mamba/model.safetensors') {
        response.setHeader('content-length', weights.byteLength).end(weights);
      } else if (path.endsWith('/config.json')) {
        response.setHeader('content-encoding', 'gzip').end(gzipSync('{"model_type":"mamba"}'));
      } else if (path.endsWith('/tokenizer.json')) {
        response.setHeader('content-type', 'text/html; charset=utf-8').end('<!doctype html>');
      } else if (path.endsWith('/broken')) {
        response.setHeader('content-length', 1000).write('only this');
        setTimeout(() => response.destroy(), 20);
      } else if (/\/\d{3}$/.test(path)) {
        response.writeHead(Number(path.slice(-3))).end('<html>');
      } else {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/models/my%20mamba/`;
  });
  afterAll(() => server.close());

  it('is named after its last part and serves files with their length', async () => {
    const source = httpSource(url);
    expect(source.name).toBe('my mamba');
    expect((await source.open('model.safetensors'))?.total).toBe(weights.byteLength);
    const read = await readFile(source, 'model.safetensors');
    expect(Buffer.compare(read!, weights)).toBe(0);
  });

  it('gives no length for a compressed file, whose content-length counts other bytes', async () => {
    expect((await httpSource(url).open('config.json'))?.total).toBeNull();
    expect(await readFile(httpSource(url), 'config.json')).toEqual(
      encode('{"model_type":"mamba"}'),
    );
  });

  it('counts a 404 and the start page in place of a file as missing', async () => {
    expect(await httpSource(url).open('manifest.json')).toBeNull();
    expect(await httpSource(url).open('410')).toBeNull();
    expect(await httpSource(url).open('tokenizer.json')).toBeNull();
  });

  it.each([
    ['403', 'private'],
    ['429', 'wait'],
    ['503', 'later'],
    ['400', 'address'],
  ])('explains a refusal with status %s', async (status, words) => {
    const error = await failure(() => httpSource(url).open(status));
    expect(error).toMatchObject({ code: 'network', file: status });
    expect(error.message).toContain(words);
  });

  it('explains a connection that breaks half-way', async () => {
    const error = await failure(() => readFile(httpSource(url), 'broken'));
    expect(error).toMatchObject({ code: 'network', message: expect.stringContaining('online') });
  });

  it('explains a server that cannot be reached', async () => {
    const source = httpSource('https://host.invalid/mamba', async () => {
      throw new TypeError('Failed to fetch');
    });
    expect(await failure(() => source.open('config.json'))).toMatchObject({ code: 'network' });
  });
});

it('a folder in memory serves pieces of the asked size, and no inherited names', async () => {
  const source = memorySource('m', { a: weights }, 100_000);
  const sizes: number[] = [];
  for await (const chunk of (await source.open('a'))!.chunks) sizes.push(chunk.byteLength);
  expect(sizes).toEqual([100_000, 100_000, 100_000]);
  expect(await source.open('toString')).toBeNull();
});
