import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { projectFolder } from '../../../scripts/project-folder.mjs';
import { serveFolder } from './serve-folder.mjs';

/**
 * Builds the pages as `npm run build:demo` does and serves them from a sub-path, until the test is over.
 *
 * @param {import('node:test').TestContext} test
 * @returns {Promise<{ address: string, folder: string }>} The address with a slash at the end, and
 * where the files are.
 */
export async function serveBuiltDemo(test) {
  const caches = path.join(projectFolder, '.cache');
  mkdirSync(caches, { recursive: true });
  const top = mkdtempSync(path.join(caches, 'built-demo-'));
  test.after(() => rmSync(top, { recursive: true, force: true }));
  const folder = path.join(top, 'deep/down');
  await build({
    configFile: path.join(projectFolder, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  return { address: `${await serveFolder(test, top)}deep/down/`, folder };
}
