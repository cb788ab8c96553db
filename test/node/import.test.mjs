import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { before, test } from 'node:test';
import { builtPackage } from '../../scripts/build/built-package.mjs';
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

test('importing the package defines no element and opens no database', async () => {
  const calls = [];
  const customElements = spy(calls);
  const indexedDB = spy(calls);
  Object.assign(globalThis, { customElements, indexedDB });
  await import('litechat-elements');
  // What an import puts off to a later turn counts as well.
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(calls, []);
  assert.equal(globalThis.customElements, customElements);
  assert.equal(globalThis.indexedDB, indexedDB);
});

test('importing the package in Node throws nothing, prints nothing and lets the process end', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', "await import('litechat-elements');"],
    { cwd: projectFolder, encoding: 'utf8', timeout: 30_000 },
  );
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
});
