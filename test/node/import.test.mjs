import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { before, test } from 'node:test';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { packageEntries } from '../../scripts/build/package-entries.mjs';
import { projectFolder } from '../../scripts/project-folder.mjs';

before(() => builtPackage());

/** Stands for a browser's global, and tells which of its methods have been called. */
function spy(calls) {
  return new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...parameters) => {
          calls.push([name, ...parameters]);
        },
    },
  );
}

/** What is imported by a program; the entries with a definition are for its effect. */
const modules = packageEntries()
  .filter((entry) => !/\.(json|css)$/.test(entry))
  .map((entry) => `litechat-elements${entry.slice(1)}`);
const withoutEffect = modules.filter((name) => !/^litechat-elements\/(define|react)\b/.test(name));

test('importing the package defines no element and opens no database', async () => {
  const calls = [];
  const customElements = spy(calls);
  const indexedDB = spy(calls);
  Object.assign(globalThis, { customElements, indexedDB });
  assert.ok(withoutEffect.includes('litechat-elements'));
  for (const name of withoutEffect) await import(name);
  // What an import puts off to a later turn counts as well.
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(calls, []);
  assert.equal(globalThis.customElements, customElements);
  assert.equal(globalThis.indexedDB, indexedDB);
});

test('importing each entry in Node throws nothing, prints nothing and lets the process end', () => {
  const imports = modules.map((name) => `await import('${name}');`).join('');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', imports],
    { cwd: projectFolder, encoding: 'utf8', timeout: 30_000 },
  );
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
});
