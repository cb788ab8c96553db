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
