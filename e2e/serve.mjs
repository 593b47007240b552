/** Serves `dist` below a path, as any static host would: `node e2e/serve.mjs 4199 /some/path/`. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const [port, base] = [Number(process.argv[2]), process.argv[3] ?? '/'];
const root = fileURLToPath(new URL('../dist/', import.meta.url));
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const inside = normalize(decodeURIComponent(pathname.slice(base.length)));
  const file = join(root, inside === '.' ? 'index.html' : inside);
  if (
    !pathname.startsWith(base) ||
    inside.startsWith('..') ||
    !existsSync(file) ||
    !statSync(file).isFile()
  ) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': statSync(file).size,
  });
  createReadStream(file).pipe(response);
}).listen(port, () => console.log(`http://localhost:${port}${base}`));
