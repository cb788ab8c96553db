import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { before, test } from 'node:test';
import { build } from 'vite';
import { newProject } from './support/new-project.mjs';

let folder;
before(async (suite) => {
  folder = await newProject(suite);
});

/** What a bundler makes of a module that a project with the kit may write: the code that is loaded at once. */
async function bundle(source) {
  const entry = 'virtual:entry';
  const { output } = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry-from-text',
        resolveId: (id) => (id === entry ? `${folder}/entry.js` : undefined),
        load: (id) => (id === `${folder}/entry.js` ? source : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  return output.find(({ isEntry }) => isEntry).code;
}

test('a project that imports nothing by name gets nothing', async () => {
  assert.equal((await bundle(`import 'litechat-elements';`)).trim(), '');
});

test('a project that wants the error alone gets neither elements nor the database', async () => {
  const code = await bundle(`export { LiteChatError } from 'litechat-elements';`);
  assert.match(code, /LiteChatError/);
  assert.doesNotMatch(code, /customElements|LitElement|litElement|IndexedDB/i);
  assert.ok(Buffer.byteLength(code) < 2000, `${Buffer.byteLength(code)} bytes`);
});

test('a project that wants the headless service alone gets no element', async () => {
  const code = await bundle(`export { PersistenceService } from 'litechat-elements';`);
  assert.match(code, /indexedDB/);
  assert.doesNotMatch(code, /customElements|adoptedStyleSheets|litechat-conversation-list/);
});

test('an import for its effect stays, and defines the one element', async () => {
  const code = await bundle(`import 'litechat-elements/define/clear-data';`);
  assert.match(code, /litechat-clear-data/);
  assert.doesNotMatch(code, /litechat-conversation-list/);
});

test('an import of a language registers it', async () => {
  const code = await bundle(`import 'litechat-elements/locales/de';`);
  assert.match(code, /Unterhaltungen und Projekte durchsuchen/);
});
