import path from 'node:path';
import { defineConfig } from 'vite';

/**
 * The worker's script as one file with everything in it: bundlers copy a file that is named by
 * `new URL('./file.js', import.meta.url)` as it is, and not what it imports.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  // Dexie's build for today's browsers, without what older ones need.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/import-export',
    // The compiler has put the other modules and all the types there.
    emptyOutDir: false,
    target: 'es2022',
    lib: {
      entry: path.join(import.meta.dirname, 'src/import-export/transfer-worker.ts'),
      formats: ['es'],
      fileName: () => 'transfer-worker.js',
    },
    rolldownOptions: { output: { codeSplitting: false, minify: true } },
  },
});
