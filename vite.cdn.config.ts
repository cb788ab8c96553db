import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

const entry = path.join(import.meta.dirname, 'src/cdn.ts');

type ModuleGraph = Pick<Rolldown.PluginContext, 'getModuleInfo'>;

/** What the entry imports, directly or not. */
function loadedAtOnce(graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const id of found) {
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}

/**
 * The file that a module goes to, where that is not left to the bundler. What is loaded at once lies
 * in a file of its own: what is loaded later shares modules with it, and must not import the entry.
 * A page that loads the entry as litechat-elements.js?v=2 would get all of it a second time.
 */
function fileOf(): (id: string, graph: ModuleGraph) => string | null {
  let atOnce: ReadonlySet<string> | undefined;
  return (id, graph) => {
    atOnce ??= loadedAtOnce(graph);
    if (id === entry) return null;
    if (atOnce.has(id)) return 'core';
    return /\/node_modules\/(?:age-encryption|@noble)\//.test(id) ? 'encryption' : null;
  };
}

/** What is loaded on demand is a package, a language or a part of ours, and its file carries that one's name. */
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
      entry,
      formats: ['es'],
      fileName: () => 'litechat-elements.js',
    },
    rolldownOptions: {
      // Of an ES library Vite keeps the white space, for the sake of bundlers to come.
      output: {
        chunkFileNames: nameOfLazyFile,
        codeSplitting: {
          groups: [{ name: fileOf(), debugName: 'files' }],
        },
        minify: true,
      },
    },
  },
});
