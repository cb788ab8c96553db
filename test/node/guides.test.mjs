import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { Marked } from 'marked';
import { projectFolder } from '../../scripts/project-folder.mjs';
import { compilerComplaints } from '../support/compiler-complaints.mjs';

const folder = path.join(projectFolder, 'docs/guides');
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
const read = (file) => readFileSync(path.join(projectFolder, file), 'utf8');
const withoutLayout = (code) => code.replace(/[\s;,()]+/g, '');

const fences = names.flatMap((name) =>
  new Marked()
    .lexer(read(`docs/guides/${name}`))
    .filter(({ type }) => type === 'code')
    .map(({ lang, text }) => ({ name, words: (lang ?? '').split(/\s+/), text })),
);

test('code of a guide that is taken from an example is there, word for word', () => {
  const taken = fences.flatMap(({ words, ...fence }) => {
    const from = words.find((word) => word.startsWith('from='))?.slice('from='.length);
    return from ? [{ ...fence, from }] : [];
  });
  assert.ok(taken.length > 15);
  for (const { name, from, text } of taken) {
    const isThere = withoutLayout(read(from)).includes(withoutLayout(text));
    assert.ok(isThere, `${name} has code that is not in ${from}:\n${text}`);
  }
});

test('code of a guide that stands by itself is checked by the compiler', () => {
  const checked = fences.filter(({ words }) => words.includes('check'));
  assert.ok(checked.length > 10);
  const files = new Map(
    checked.map(({ name, text }, at) => [
      path.join(projectFolder, 'test', `${path.basename(name, '.md')}-${at}.ts`),
      `${text}\nexport {};\n`,
    ]),
  );
  const found = compilerComplaints(files, {
    experimentalDecorators: true,
    useDefineForClassFields: false,
    paths: {
      'litechat-elements': [path.join(projectFolder, 'src/index.ts')],
      'litechat-elements/define': [path.join(projectFolder, 'src/define/all.ts')],
      'litechat-elements/*': [path.join(projectFolder, 'src/*')],
    },
  });
  assert.deepEqual(found, []);
});
