import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { elementsOf, readManifest } from '../../scripts/frameworks/elements.mjs';
import { projectFolder } from '../../scripts/project-folder.mjs';
import { compilerComplaints } from '../support/compiler-complaints.mjs';

const elements = elementsOf(readManifest());

const runNode = (...options) =>
  spawnSync(process.execPath, options, { cwd: projectFolder, encoding: 'utf8' });

test('React, Preact, Solid, Svelte and Vue know the elements, their properties and events', async () => {
  await builtPackage();
  const compiler = path.join(projectFolder, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = runNode(compiler, '-p', 'test/frameworks');
  assert.equal(stdout, '');
  assert.equal(status, 0);
});

for (const { tag, events } of elements) {
  test(`whoever imports the definition of ${tag} alone has its types, and those of its events everywhere`, async () => {
    await builtPackage();
    const listens = events.flatMap(({ name }) =>
      ['element', 'document', 'window'].map(
        (target) => `${target}.addEventListener('${name}', ({ detail }) => console.log(detail));\n`,
      ),
    );
    const text = `import 'litechat-elements/define/${tag.replace('litechat-', '')}';
      const element = document.createElement('${tag}');
      element.updateComplete satisfies Promise<boolean>;
      ${listens.join('')}`;
    const file = path.join(projectFolder, 'test', `${tag}.ts`);
    assert.deepEqual(compilerComplaints(new Map([[file, text]])), []);
  });
}

test('whoever imports all definitions, or what defines elements in a registry, has their types', async () => {
  await builtPackage();
  for (const entry of ['define', 'scoped']) {
    const file = path.join(projectFolder, 'test', `${entry}.ts`);
    const tags = elements.map(
      ({ tag }) => `document.createElement('${tag}').updateComplete satisfies Promise<boolean>;`,
    );
    const text = `import 'litechat-elements/${entry}';\n${tags.join('\n')}`;
    assert.deepEqual(compilerComplaints(new Map([[file, text]])), [], entry);
  }
});

test('each element has a React component, importing which in Node throws nothing', async () => {
  await builtPackage();
  const names =
    "import('litechat-elements/react').then((all) => console.log(Object.keys(all).sort().join()))";
  const { status, stdout, stderr } = runNode('--eval', names);
  assert.equal(stderr, '');
  assert.equal(
    stdout.trim(),
    elements
      .map(({ name }) => name)
      .sort()
      .join(),
  );
  assert.equal(status, 0);
});

test('editors are told of each element with its attributes', async () => {
  const dist = await builtPackage();
  const read = (file) => JSON.parse(readFileSync(path.join(dist, file), 'utf8'));
  const described = [
    read('vscode.html-custom-data.json').tags,
    read('web-types.json').contributions.html.elements,
  ];
  for (const list of described) {
    const attributes = new Map(
      list.map((element) => [element.name, element.attributes.map(({ name }) => name).sort()]),
    );
    assert.deepEqual([...attributes.keys()].sort(), elements.map(({ tag }) => tag).sort());
    for (const { tag, attributes: expected } of elements) {
      assert.deepEqual(attributes.get(tag), expected.map(({ name }) => name).sort(), tag);
    }
  }
});

const stateNames = readManifest()
  .modules.flatMap(({ declarations = [] }) => declarations)
  .flatMap(({ tagName, cssStates = [] }) => (tagName ? cssStates.map(({ name }) => name) : []));

test('editors complete the properties, parts and states of style sheets, each once', async () => {
  const dist = await builtPackage();
  const read = (file) => JSON.parse(readFileSync(path.join(dist, file), 'utf8'));
  const code = read('vscode.css-custom-data.json');
  const { css } = read('web-types.json').contributions;
  const lists = [
    [code.properties, '--litechat-accent'],
    [code.pseudoElements, '::part(row)'],
    [code.pseudoClasses, ':state(empty)'],
    [css.properties, '--litechat-accent'],
    [css['pseudo-elements'], 'part(row)'],
    [css['pseudo-classes'], 'state(empty)'],
  ];
  for (const [list, known] of lists) {
    const names = list.map(({ name }) => name);
    assert.ok(names.includes(known), known);
    assert.deepEqual(names, [...new Set(names)]);
  }
  assert.deepEqual(
    code.pseudoClasses.map(({ name }) => name),
    [...new Set(stateNames)].map((name) => `:state(${name})`),
  );
});

test('editors offer the values that an attribute may have', async () => {
  const dist = await builtPackage();
  const { tags } = JSON.parse(
    readFileSync(path.join(dist, 'vscode.html-custom-data.json'), 'utf8'),
  );
  const { attributes } = tags.find(({ name }) => name === 'litechat-persistence-provider');
  const { values } = attributes.find(({ name }) => name === 'storage');
  assert.deepEqual(
    values.map(({ name }) => name),
    ['indexeddb', 'memory'],
  );
});
