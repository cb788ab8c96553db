import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { projectFolder } from '../../scripts/project-folder.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

/** As of files with a hash in their name, or a version in their path: a browser keeps them. */
const forGood = 'public, max-age=31536000, immutable';

/**
 * Serves the page, what it imports, and takes the files that it makes.
 *
 * @param {{ dist: string, workFolder: string }} folders The built package, and where files are kept.
 */
export async function serveBench({ dist, workFolder }) {
  const folders = {
    '/bench/': path.join(projectFolder, 'bench'),
    '/dist/': dist,
    '/node_modules/': path.join(projectFolder, 'node_modules'),
  };

  function fileBehind(pathname) {
    if (pathname === '/') return path.join(folders['/bench/'], 'page/index.html');
    const prefix = Object.keys(folders).find((candidate) => pathname.startsWith(candidate));
    return prefix && path.join(folders[prefix], pathname.slice(prefix.length));
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (request.method === 'POST' && pathname.startsWith('/made/')) {
      const file = path.join(workFolder, path.basename(pathname));
      await pipeline(request, createWriteStream(file));
      response.writeHead(204).end();
      return;
    }
    const file = fileBehind(pathname);
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const extension = path.extname(file);
    response.writeHead(200, {
      'content-type': types[extension] ?? 'application/octet-stream',
      'cache-control': extension === '.html' ? 'no-cache' : forGood,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
