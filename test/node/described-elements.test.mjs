import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { projectFolder } from '../../scripts/project-folder.mjs';

const manifest = readFileSync(path.join(projectFolder, 'custom-elements.json'), 'utf8');
const elements = JSON.parse(manifest)
  .modules.flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName !== undefined);

const kinds = [
  'members',
  'attributes',
  'events',
  'slots',
  'cssParts',
  'cssStates',
  'cssProperties',
];

const isDescribed = ({ description = '' }) => /\w/.test(description);

/** A protected member is for the elements that extend its class. */
const isPublic = ({ privacy = 'public' }) => privacy === 'public';

test('every element says in a sentence and in a summary what it is', () => {
  assert.ok(elements.length >= 9);
  for (const { tagName, summary = '', description = '' } of elements) {
    assert.match(summary, /\.$/, tagName);
    assert.match(description, /\.$/, tagName);
  }
});

for (const kind of kinds) {
  test(`each of the ${kind} of every element is described`, () => {
    const entries = elements.flatMap((element) =>
      (element[kind] ?? []).filter(isPublic).map((entry) => ({ element, entry })),
    );
    assert.notEqual(entries.length, 0);
    assert.deepEqual(
      entries
        .filter(({ entry }) => !isDescribed(entry))
        .map(({ element, entry }) => `${element.tagName}: ${entry.name}`),
      [],
    );
  });
}

test('every event says what its detail holds', () => {
  assert.deepEqual(
    elements.flatMap(({ tagName, events = [] }) =>
      events
        .filter(({ type }) => !/^CustomEvent<.+>$/s.test(type?.text ?? ''))
        .map(({ name }) => `${tagName}: ${name}`),
    ),
    [],
  );
});

test('every request says that it is cancelable and when it comes, as its page has it', () => {
  const requests = elements
    .flatMap(({ events = [] }) => events)
    .filter(({ name }) => name.endsWith('-requested'));
  assert.ok(requests.length >= 10);
  for (const { name, description } of requests) {
    assert.match(description, /^Cancelable; comes \w/, name);
  }
});
