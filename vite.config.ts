import path from 'node:path';
import process from 'node:process';
import { defineConfig, type Plugin } from 'vite';
import { docsSite } from './demo/build/docs-site.js';

const projectFolder = import.meta.dirname;

/** A machine without a screen has no browser to open a page in, and continuous integration wants none. */
function hasScreen(): boolean {
  if (process.env['CI'] || !process.stdout.isTTY) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** The worker from its source, which only Vite can make a script of. */
function workerFromSource(): Plugin {
  return {
    name: 'worker-from-source',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/import-export\/transfer-worker-url\.ts$/ },
      handler: () => ({
        code: `import address from './transfer-worker.ts?worker&url';
          export const transferWorkerUrl = () => address;`,
        map: null,
      }),
    },
  };
}

export default defineConfig({
  root: path.join(projectFolder, 'demo'),
  base: './',
  // A file that is missing is missing: no page stands in for it.
  appType: 'mpa',
  cacheDir: path.join(projectFolder, '.cache/vite'),
  plugins: [workerFromSource(), docsSite(projectFolder)],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Those that know `light-dark()`: what is written in its place does not see a scheme set by script.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  server: {
    open: hasScreen(),
    fs: { allow: [projectFolder] },
  },
});
