import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** What is loaded on demand is a package or a language, and its file carries that one's name. */
function nameOfLazyFile(chunk: { name: string; facadeModuleId: string | null }): string {
  const [, packageName] =
    /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(chunk.facadeModuleId ?? '') ?? [];
  return `${packageName?.replace('/', '-') ?? chunk.name}-[hash].js`;
}

/**
 * Puts the worker's script, which is built before, beside the entry. The name of the entry is the
 * same in every version, and so is this one's: the hash keeps a cache from pairing two versions.
 */
function workerBesideEntry(): Plugin {
  const fileName = 'transfer-worker.js';
  const source = readFileSync(path.join(import.meta.dirname, 'dist/import-export', fileName));
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return {
    name: 'worker-beside-entry',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/import-export\/transfer-worker-url\.ts$/ },
      // Without the comment a library build puts the whole script into the address.
      handler: (code) => ({
        code: code.replace(`'./${fileName}'`, `/* @vite-ignore */ './${fileName}?${hash}'`),
        map: null,
      }),
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** One module for a script tag, with everything in it but what is imported on demand. */
export default defineConfig({
  root: import.meta.dirname,
  // Lazy files are found beside the module, wherever that lies.
  base: './',
  publicDir: false,
  plugins: [workerBesideEntry()],
  // Dexie's build for today's browsers, without what older ones need.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  // A library build leaves this to the bundler of an app, which a script tag has not.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    lib: {
      entry: path.join(import.meta.dirname, 'src/cdn.ts'),
      formats: ['es'],
      fileName: () => 'litechat-elements.js',
    },
    rolldownOptions: {
      // Of an ES library Vite keeps the white space, for the sake of bundlers to come.
      output: { chunkFileNames: nameOfLazyFile, minify: true },
    },
  },
});
