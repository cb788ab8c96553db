import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

const entry = path.join(import.meta.dirname, 'src/cdn.ts');

type ModuleGraph = Pick<Rolldown.PluginContext, 'getModuleInfo'>;

/** What is loaded together, by the file that has it. */
const together: readonly [name: string, module: RegExp][] = [
  ['encryption', /\/node_modules\/(?:age-encryption|@noble)\//],
  ['search', /\/src\/(?:stores\/search-engine|persistence\/search\/update-index)\.ts$/],
  [
    'view',
    /\/src\/(?:elements\/conversation-view\/conversation-view-body|stores\/turns-reader)\.ts$/,
  ],
  ['transfers', /\/src\/import-export\/(?:transfers|jobs)\.ts$/],
];

/** The modules that come with one, which a dynamic import does not bring. */
function closureOf(id: string, graph: ModuleGraph): Set<string> {
  const found = new Set([id]);
  for (const one of found) {
    for (const imported of graph.getModuleInfo(one)?.importedIds ?? []) found.add(imported);
  }
  return found;
}

/** What a module that is imported on demand is called: after us, its package or its file. */
function nameOf(id: string): string {
  const [, packageName] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
  const [name] = together.find(([, module]) => module.test(id)) ?? [];
  return name ?? packageName?.replace('/', '-') ?? path.basename(id, path.extname(id));
}

/** For each module the names of the files that need it; of what is loaded at once, `core` alone. */
function filesOf(graph: ModuleGraph): Map<string, Set<string>> {
  const core = closureOf(entry, graph);
  const files = new Map([...core].map((id) => [id, new Set(['core'])]));
  const onDemand = new Set<string>();
  const look = (ids: Iterable<string>): void => {
    for (const id of ids) {
      for (const root of graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []) onDemand.add(root);
    }
  };
  look(core);
  for (const root of onDemand) {
    const closure = closureOf(root, graph);
    look(closure);
    for (const id of closure) {
      if (core.has(id)) continue;
      files.set(id, (files.get(id) ?? new Set()).add(nameOf(root)));
    }
  }
  return files;
}

/** Whether a module is less than it would cost to ask for it, and brings none that is more. */
function isTiny(id: string, graph: ModuleGraph): boolean {
  const { code, importedIds } = graph.getModuleInfo(id) ?? {};
  return importedIds?.length === 0 && code !== null && code !== undefined && code.length < 500;
}

/**
 * The name of the file that a module goes to. What is loaded at once lies beside the entry: what is
 * loaded later shares modules with it, and must not import the entry, of which a page that loads
 * litechat-elements.js?v=2 would get a second one. What two files share is a third.
 */
function fileFor(): (id: string, graph: ModuleGraph) => string | null {
  let files: Map<string, Set<string>> | undefined;
  return (id, graph) => {
    files ??= filesOf(graph);
    if (id === entry) return null;
    const [first, ...others] = [...(files.get(id) ?? ['core'])].sort();
    if (others.length > 0 && isTiny(id, graph)) return 'core';
    if (others.length > 1) return 'shared';
    if (others.length === 0 && first !== 'core' && !together.some(([name]) => name === first)) {
      // It needs no more than the bundler makes of it.
      return null;
    }
    return [first, ...others].join('-and-');
  };
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

/** Everything that reads and writes is in the core anyway; asking for it would take a file more. */
function contextAtOnce(): Plugin {
  return {
    name: 'context-at-once',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/context\/page-context\.ts$/ },
      handler: (code) => ({
        code: code.replace(
          /\(\) => import\('(\.\/default-context\.js)'\)(.*)/s,
          "() => Promise.resolve({ defaultContext, defaultStatus })$2\nimport { defaultContext, defaultStatus } from '$1';",
        ),
        map: null,
      }),
    },
  };
}

/** The minifier leaves what stands in a template as it is: style sheets go without comments and indentation. */
function shortStyles(): Plugin {
  return {
    name: 'short-styles',
    enforce: 'pre',
    transform: {
      filter: { id: /\.styles\.ts$/ },
      handler: (code) => ({
        code: code.replace(/(?<=css`)[^`]*(?=`)/g, (sheet) =>
          sheet.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' '),
        ),
        map: null,
      }),
    },
  };
}

/** One module for a script tag, with everything in it but what is imported on demand. */
export default defineConfig({
  root: import.meta.dirname,
  // Lazy files are found beside the module, wherever that lies.
  base: './',
  publicDir: false,
  plugins: [workerBesideEntry(), contextAtOnce(), shortStyles()],
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
      // Each module goes where it is put, without what it imports.
      preserveEntrySignatures: 'allow-extension',
      // Of an ES library Vite keeps the white space, for the sake of bundlers to come.
      output: {
        chunkFileNames: ({ name, facadeModuleId }) =>
          `${facadeModuleId === null ? name : nameOf(facadeModuleId)}-[hash].js`,
        codeSplitting: {
          groups: [{ name: fileFor(), debugName: 'files', includeDependenciesRecursively: false }],
        },
        minify: true,
      },
    },
  },
});
