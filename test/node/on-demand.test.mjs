import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { init, parse } from 'es-module-lexer';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { projectFolder } from '../../scripts/project-folder.mjs';

before(async () => {
  await builtPackage();
  await init;
});

/** All that a page loads at once with a module of the package: files of it, and names of packages. */
function loadedWith(entry) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    const [imports] = parse(readFileSync(path.join(projectFolder, 'dist', file), 'utf8'));
    for (const { specifier, type } of imports) {
      if (type !== 'static') continue;
      if (specifier.startsWith('.')) visit(path.posix.join(path.posix.dirname(file), specifier));
      else found.add(specifier);
    }
  };
  visit(entry);
  return found;
}

const panels = [
  'backup-panel',
  'category-transfer',
  'clear-data',
  'conversation-view',
  'restore-panel',
  'storage-status',
];

for (const entry of ['index.js', 'define/all.js']) {
  test(`${entry} loads what elements render only when they come into the page`, () => {
    const files = loadedWith(entry);
    for (const name of panels) {
      const [shell, body] = ['', '-body'].map((end) => `elements/${name}/${name}${end}.js`);
      assert.ok(files.has(shell), shell);
      assert.ok(existsSync(path.join(projectFolder, 'dist', body)), body);
      assert.ok(!files.has(body), body);
    }
  });
}

test('the list loads no menus, no dialogs and no search in messages with its first rows', () => {
  const files = loadedWith('define/conversation-list.js');
  for (const name of ['list-tools', 'message-results', 'move-dialog', 'row-menu']) {
    const file = `elements/conversation-list/${name}.js`;
    assert.ok(existsSync(path.join(projectFolder, 'dist', file)), file);
    assert.ok(!files.has(file), file);
  }
  assert.ok(!files.has('@tanstack/virtual-core'));
  assert.ok(!files.has('locales/en-with-tools.js'));
  assert.ok(!files.has('locales/en-with-bodies.js'));
});
