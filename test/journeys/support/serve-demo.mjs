import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'vite';
import { projectFolder } from '../../../scripts/project-folder.mjs';

/**
 * Serves the demo as `npm start` does, until the test is over.
 *
 * @param {import('node:test').TestContext} test
 * @returns {Promise<string>} Its address, with a slash at the end.
 */
export async function serveDemo(test) {
  const caches = path.join(projectFolder, '.cache');
  mkdirSync(caches, { recursive: true });
  // Two servers that prepare dependencies in one folder at the same time get in each other's way.
  const cacheDir = mkdtempSync(path.join(caches, 'vite-'));
  const server = await createServer({
    configFile: path.join(projectFolder, 'vite.config.ts'),
    cacheDir,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, open: false, hmr: false, watch: null },
  });
  await server.listen();
  test.after(async () => {
    await server.close();
    rmSync(cacheDir, { recursive: true, force: true });
  });
  const { port } = server.httpServer.address();
  return `http://127.0.0.1:${port}/`;
}
