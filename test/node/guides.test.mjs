import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { Marked } from 'marked';
import ts from 'typescript';
import { projectFolder } from '../../scripts/project-folder.mjs';

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
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    useDefineForClassFields: false,
    paths: {
      'litechat-elements': [path.join(projectFolder, 'src/index.ts')],
      'litechat-elements/define': [path.join(projectFolder, 'src/define/all.ts')],
      'litechat-elements/*': [path.join(projectFolder, 'src/*')],
    },
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (file) => files.get(file) ?? readFile.call(host, file);
  host.fileExists = (file) => files.has(file) || fileExists.call(host, file);
  host.getSourceFile = (file, version, ...rest) =>
    files.has(file)
      ? ts.createSourceFile(file, files.get(file), version)
      : getSourceFile.call(host, file, version, ...rest);
  const program = ts.createProgram([...files.keys()], options, host);
  const found = [...files.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return ts
      .getPreEmitDiagnostics(program, source)
      .map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
  assert.deepEqual(found, []);
});
