import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { elementsOf, readManifest } from '../../scripts/frameworks/elements.mjs';
import { renderOnServer } from '../support/render-on-server.mjs';

const tags = elementsOf(readManifest()).map(({ tag }) => tag);
const touched = [];

before(async () => {
  await builtPackage();
  const look = (name) => {
    throw new Error(`A server looked at indexedDB.${String(name)}.`);
  };
  globalThis.indexedDB = new Proxy({}, { get: (_, name) => look(touched.push(name) && name) });
});

/** The names of the elements that have been given a shadow root, in the order of the document. */
const rendered = (markup) =>
  [...markup.matchAll(/<(litechat-[a-z-]+)[^>]*><template shadowroot/g)].map(([, name]) => name);

for (const tag of tags) {
  test(`a server renders ${tag}, alone and inside a provider, and opens no database`, async () => {
    const alone = await renderOnServer(`<${tag}></${tag}>`);
    assert.equal(rendered(alone)[0], tag);

    const provider = 'litechat-persistence-provider';
    const inside = await renderOnServer(`<${provider}><${tag}></${tag}></${provider}>`);
    assert.deepEqual(rendered(inside), [provider, ...rendered(alone)]);
    // What an element puts off to a later turn counts as well.
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(touched, []);
  });
}

test('a server renders an element in the language that it is given', async () => {
  await import('litechat-elements/locales/de');
  const markup = await renderOnServer(
    '<litechat-conversation-list lang="de"></litechat-conversation-list>',
  );
  assert.match(markup, /Unterhaltungen und Projekte durchsuchen/);
});
