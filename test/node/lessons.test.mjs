import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../scripts/project-folder.mjs';

const read = (file) => readFileSync(path.join(projectFolder, file), 'utf8');

/** The lessons, with what stands below each: files, and below each of them the titles of its tests. */
const lessons = read('docs/lessons.md')
  .split(/^(?=\d+\. )/m)
  .slice(1)
  .map((text) => ({
    number: Number.parseInt(text, 10),
    files: text.split(/^ +- \[(?=`)/m).slice(1),
  }));

test('every lesson is there, in order', () => {
  assert.deepEqual(
    lessons.map(({ number }) => number),
    Array.from({ length: 36 }, (_, index) => index + 1),
  );
});

for (const { number, files } of lessons) {
  test(`the tests of lesson ${number} are where it says`, () => {
    assert.notEqual(files.length, 0);
    for (const text of files) {
      const [, file, address] = /^`(.+)`\]\((.+)\)/.exec(text);
      assert.equal(path.posix.join('docs', address), file);
      const source = read(file).replaceAll(/\(\s+/g, '(');
      const titles = [...text.matchAll(/^ +- “(.+)”$/gm)].map(([, title]) => title);
      assert.notEqual(titles.length, 0);
      for (const title of titles) {
        const isThere = ["'", '`', '"'].some((quote) =>
          source.includes(`(${quote}${title}${quote}`),
        );
        assert.ok(isThere, `${file} has no test “${title}”`);
      }
    }
  });
}
