import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { freshPersistence } from '../test/support/fresh-database.js';
import { createPersistenceContext } from './context/create-persistence-context.js';
import { define } from './scoped.js';

const tags = [
  'litechat-backup-panel',
  'litechat-category-transfer',
  'litechat-clear-data',
  'litechat-conversation-list',
  'litechat-conversation-view',
  'litechat-data-management',
  'litechat-persistence-provider',
  'litechat-restore-panel',
  'litechat-storage-status',
] as const;

/** Stands for a registry, which holds one class under one tag. */
class Registry {
  readonly definitions = new Map<string, CustomElementConstructor>();
  get = (tag: string): CustomElementConstructor | undefined => this.definitions.get(tag);
  define = (tag: string, element: CustomElementConstructor): void => {
    if (this.definitions.has(tag)) throw new DOMException(tag, 'NotSupportedError');
    this.definitions.set(tag, element);
  };
}

const hasScopedRegistries = ((): boolean => {
  try {
    return new CustomElementRegistry() instanceof CustomElementRegistry;
  } catch {
    return false;
  }
})();

describe('define', () => {
  it('defines every element, and leaves what is there already', () => {
    const registry = new Registry();
    const older = class extends HTMLElement {};
    registry.define('litechat-clear-data', older);
    define(registry as unknown as CustomElementRegistry);
    define(registry as unknown as CustomElementRegistry);
    expect([...registry.definitions.keys()].sort()).to.deep.equal(tags);
    expect(registry.get('litechat-clear-data')).to.equal(older);
  });

  // Where there is no other registry than the page's, there is nothing to be found in one.
  if (hasScopedRegistries) {
    it('defines them for one shadow root, inside other elements too, and not for the page', async () => {
      const registry = new CustomElementRegistry();
      define(registry);
      const host = await fixture(html`<div></div>`);
      const root = host.attachShadow({ mode: 'open', customElementRegistry: registry });
      root.innerHTML = '<litechat-data-management></litechat-data-management>';
      const management = root.querySelector('litechat-data-management')!;
      const { context, dispose } = createPersistenceContext(freshPersistence());
      await context.database.open();
      management.context = context;

      const inside = (tag: (typeof tags)[number]): Element | null | undefined =>
        management.shadowRoot?.querySelector(tag);
      await waitUntil(() => inside('litechat-clear-data')?.shadowRoot?.querySelector('button'));
      for (const tag of ['litechat-backup-panel', 'litechat-storage-status'] as const) {
        expect(inside(tag)).to.be.instanceOf(registry.get(tag));
      }
      expect(tags.filter((tag) => customElements.get(tag))).to.deep.equal([]);
      dispose();
    });
  }
});
