import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../scripts/project-folder.mjs';

const folder = path.join(projectFolder, 'test/fixtures/backups');
const listing = JSON.parse(readFileSync(path.join(folder, 'listing.json'), 'utf8'));

for (const [kind, beside] of [
  ['valid', '.expected.json'],
  ['invalid', '.error.json'],
]) {
  test(`every ${kind} file of the golden corpus is listed, and has beside it what becomes of it`, () => {
    const names = listing[kind];
    const files = names.flatMap((name) => [`${name}.json`, `${name}${beside}`]);
    assert.ok(names.length > 0);
    assert.deepEqual(readdirSync(path.join(folder, kind)).sort(), files.sort());
  });
}
