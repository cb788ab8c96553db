import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { globSync } from 'tinyglobby';
import { projectFolder } from '../../scripts/project-folder.mjs';

const textsOf = (pattern) =>
  globSync(pattern, { cwd: projectFolder, absolute: true, ignore: '**/*.test.ts' }).map((file) => [
    path.relative(projectFolder, file),
    readFileSync(file, 'utf8'),
  ]);

const namesIn = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);

const elements = textsOf('src/elements/**/*.ts').map(([, text]) => text);
const read = new Set(elements.flatMap((text) => namesIn(text, /var\(\s*(--litechat-[a-z-]+)/g)));
const documented = new Set(
  elements.flatMap((text) => namesIn(text, /@cssprop (--litechat-[a-z-]+) - \S/g)),
);

test('every custom property that an element reads is documented, and the other way round', () => {
  assert.deepEqual([...documented].sort(), [...read].sort());
});

test('a theme sets nothing but custom properties that an element reads', () => {
  const themes = textsOf('src/themes/*.css');
  assert.equal(themes.length, 3);
  for (const [file, text] of themes) {
    const set = namesIn(text.replace(/\/\*.*?\*\//gs, ''), /^ {2}([a-z-]+):/gm);
    assert.ok(set.length > 15, file);
    assert.deepEqual(
      set.filter((name) => !read.has(name)),
      [],
      file,
    );
  }
});
