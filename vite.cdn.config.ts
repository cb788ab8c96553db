import path from 'node:path';
import { defineConfig } from 'vite';

/** What is loaded on demand is a package, and its file carries that package's name. */
function nameOfLazyFile(chunk: { name: string; facadeModuleId: string | null }): string {
  const [, packageName] =
    /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(chunk.facadeModuleId ?? '') ?? [];
  return `${packageName?.replace('/', '-') ?? chunk.name}-[hash].js`;
}

/** One module for a script tag, with everything in it but what is imported on demand. */
export default defineConfig({
  root: import.meta.dirname,
  // Lazy files are found beside the module, wherever that lies.
  base: './',
  publicDir: false,
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
