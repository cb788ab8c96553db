import { expect, waitUntil } from '@open-wc/testing';
import { pageOfItsOwn } from '../../test/support/page-of-its-own.js';
import type { DatabaseStatus } from '../database/litechat-database.js';
import type { PersistenceService } from '../persistence/persistence.js';
import type { defaultContext, defaultStatus } from './default-context.js';

/** What a page that loads the kit has. */
interface Page {
  defaultContext: typeof defaultContext;
  defaultStatus: typeof defaultStatus;
  PersistenceService: typeof PersistenceService;
}

/**
 * A page of its own, whose default database is one that no other test has.
 *
 * @param before Runs in the page before the kit is loaded.
 */
async function openPage(before = ''): Promise<Page> {
  const source = (file: string): string => new URL(file, import.meta.url).pathname;
  const { window, databaseName } = await pageOfItsOwn({
    before,
    module: `
      import { defaultContext, defaultStatus } from '${source('default-context.ts')}';
      import { PersistenceService } from '${source('../persistence/persistence.ts')}';
      window.kit = { defaultContext, defaultStatus, PersistenceService };
    `,
  });
  const kit = (): unknown => Reflect.get(window, 'kit');
  await waitUntil(() => kit() !== undefined, 'the page does not start', { timeout: 8000 });
  const page = kit();
  if (!isPage(page)) throw new Error('The page has gone.');
  endings.push(() => {
    page.PersistenceService.database.close();
    indexedDB.deleteDatabase(databaseName);
  });
  return page;
}

const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'defaultContext' in value;

const endings: (() => void)[] = [];

describe('the default context', () => {
  afterEach(() => endings.splice(0).forEach((end) => end()));

  it('is one a page, however many ask', async () => {
    const { defaultContext, PersistenceService } = await openPage();
    const [first, second] = await Promise.all([defaultContext(), defaultContext()]);
    expect(second).to.equal(first);
    expect(await defaultContext()).to.equal(first);
    expect(first.persistence).to.equal(PersistenceService);
    expect(first.database.name).to.equal('LiteChatDB');
    expect(first.status.getState()).to.deep.equal({ state: 'ready', persistent: true });
  });

  it('shows what the ready instance saves', async () => {
    const { defaultContext, PersistenceService } = await openPage();
    const { stores } = await defaultContext();
    await stores.settings.follow();
    await PersistenceService.saveSetting('theme', 'dark');
    await waitUntil(() => stores.settings.getState().settings['theme'] === 'dark');
  });

  it('opens nothing before somebody asks', async () => {
    const { defaultStatus, PersistenceService } = await openPage();
    expect(PersistenceService.database.isOpen()).to.equal(false);
    expect(defaultStatus().getState()).to.deep.equal({ state: 'opening' });
  });

  it('rejects when the database cannot be opened, and tries again when asked again', async () => {
    const { defaultContext, defaultStatus } = await openPage(`
      const opens = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...given) {
        IDBFactory.prototype.open = opens;
        throw new DOMException('The disk is on fire', 'AbortError');
      };
    `);
    const failures = await Promise.all(
      [defaultContext(), defaultContext()].map((context) => context.catch(codeOf)),
    );
    expect(failures).to.deep.equal(['database-failed', 'database-failed']);
    expect(defaultStatus().getState()).to.have.property('state', 'failed');
    const { status, stores } = await defaultContext();
    expect(status.getState()).to.deep.equal({ state: 'ready', persistent: true });
    expect(status).to.equal(defaultStatus());
    await stores.conversations.follow();
    expect(stores.conversations.getState().status).to.deep.equal({ state: 'ready' });
  });

  for (const [where, before] of [
    [
      'the page has no IndexedDB',
      // WebKit has it under its old name too.
      `for (const name of ['indexedDB', 'webkitIndexedDB']) {
        Object.defineProperty(window, name, { value: undefined });
      }`,
    ],
    [
      'the browser lets the page store nothing',
      `IDBFactory.prototype.open = () => {
        throw new DOMException('Access denied', 'SecurityError');
      };`,
    ],
  ] as const) {
    it(`lives in memory where ${where}`, async () => {
      const { defaultContext } = await openPage(before);
      const { status, stores, persistence } = await defaultContext();
      const ready: DatabaseStatus = { state: 'ready', persistent: false };
      expect(status.getState()).to.deep.equal(ready);
      expect(await defaultContext()).to.have.property('persistence', persistence);

      const titles = (): string[] =>
        stores.conversations.getState().conversations.map(({ title }) => title);
      await stores.conversations.follow();
      const id = await stores.conversations.getState().addConversation({ title: 'Here' });
      expect(titles()).to.deep.equal(['Here']);
      stores.conversations.getState().selectItem(id, 'conversation');
      await stores.conversations.follow();
      await persistence.deleteConversation(id);
      await waitUntil(() => titles().length === 0);
      await waitUntil(() => stores.conversations.getState().selectedItemId === null);
    });
  }
});

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
