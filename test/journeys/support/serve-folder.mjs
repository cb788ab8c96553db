import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

function fileBehind(folder, url) {
  const { pathname } = new URL(url, 'http://localhost');
  const file = path.join(folder, decodeURIComponent(pathname));
  if (!file.startsWith(path.resolve(folder)) || !existsSync(file)) return undefined;
  return statSync(file).isDirectory() ? path.join(file, 'index.html') : file;
}

/**
 * Serves the files of a folder, and files given as text, until the test is over.
 *
 * @param {import('node:test').TestContext} test
 * @param {string} folder
 * @param {Record<string, string>} [pages] Texts by path, such as `{ '/host.html': '<!doctype html>…' }`.
 * @param {Record<string, string>} [headers] Of every file, such as those that let other origins read it.
 * @returns {Promise<string>} The address, with a slash at the end.
 */
export async function serveFolder(test, folder, pages = {}, headers = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const page = pages[pathname];
    const file = page === undefined ? fileBehind(path.resolve(folder), request.url) : undefined;
    if (page !== undefined) {
      const type = types[path.extname(pathname)] ?? types['.html'];
      response.writeHead(200, { 'content-type': type }).end(page);
    } else if (file && existsSync(file)) {
      const type = types[path.extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { ...headers, 'content-type': type });
      createReadStream(file).pipe(response);
    } else {
      // Every browser asks for an icon, wanted or not.
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${server.address().port}/`;
}
