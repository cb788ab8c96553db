import { expect, waitUntil } from '@open-wc/testing';
import { pageOfItsOwn, type OwnPage } from '../../../test/support/page-of-its-own.js';
import { has } from '../../../test/support/shadow.js';
import { row, rows, titles } from '../../../test/support/conversation-list.js';
import { createPersistenceContext } from '../../context/create-persistence-context.js';
import { LiteChatDatabase } from '../../database/litechat-database.js';
import { Persistence } from '../../persistence/persistence.js';
import type { ConversationList } from './conversation-list.js';

const source = (file: string): string => new URL(file, import.meta.url).pathname;
const DEFAULT_CONTEXT = source('../../context/default-context.ts');

const opened: LiteChatDatabase[] = [];

/** A database that a list has shown before, and what fills it. */
async function filledDatabase(fill: (persistence: Persistence) => Promise<unknown>) {
  const database = new LiteChatDatabase(`LiteChatDB-test-${crypto.randomUUID()}`);
  opened.push(database);
  const persistence = new Persistence(database);
  const { context, dispose } = createPersistenceContext(persistence);
  await fill(persistence);
  await context.stores.outline.follow();
  dispose();
  return persistence;
}

const few = (): Promise<Persistence> =>
  filledDatabase(async (persistence) => {
    await persistence.saveProject({ id: 'work', name: 'Work', parentId: null });
    await persistence.saveConversations([
      { id: 'plan', title: 'Plan', projectId: 'work', updatedAt: new Date(3) },
      { id: 'soup', title: 'Soup', projectId: null, updatedAt: new Date(2) },
      { id: 'bread', title: 'Bread', projectId: null, updatedAt: new Date(1) },
    ]);
  });

type PageParts = Partial<Record<'before' | 'head' | 'body', string>>;

const pages: OwnPage[] = [];

/** A page with nothing but the list, on the page's own database. */
async function pageWithList({ name }: { name: string }, parts: PageParts = {}): Promise<OwnPage> {
  const page = await pageOfItsOwn({
    databaseName: name,
    module: `import '${source('../../define/conversation-list.ts')}';`,
    body: '<litechat-conversation-list></litechat-conversation-list>',
    ...parts,
  });
  pages.push(page);
  return page;
}

/** The same, when the list has something to show or to say. */
async function openPage(
  { database }: { database: { name: string } },
  parts?: PageParts,
): Promise<OwnPage & { element: ConversationList }> {
  const page = await pageWithList(database, parts);
  const find = (): ConversationList | null =>
    page.window.document.querySelector('litechat-conversation-list');
  await waitUntil(() => find()?.matches(':state(full), :state(failed), :state(empty)'), '', {
    timeout: 8000,
  });
  const element = find();
  if (!element) throw new Error('There is no list.');
  return { ...page, element };
}

const isAwake = ({ window }: OwnPage): boolean =>
  window.performance
    .getEntriesByType('resource')
    .some(({ name }) => name.includes(DEFAULT_CONTEXT));

async function wake(page: OwnPage & { element: ConversationList }): Promise<void> {
  page.element.dispatchEvent(new page.window.PointerEvent('pointerover', { bubbles: true }));
  await waitUntil(() => page.element.context?.stores.outline.getState().status.state === 'ready');
  await page.element.updateComplete;
}

describe('a list that rests', () => {
  afterEach(async () => {
    for (const { frame } of pages.splice(0)) frame.remove();
    for (const database of opened.splice(0)) await database.delete();
  });

  it('shows everything without loading what follows the database', async () => {
    const page = await openPage(await few());
    expect(titles(page.element)).to.deep.equal(['Work', 'Soup', 'Bread']);
    expect(rows(page.element).map((one) => one.ariaSetSize)).to.deep.equal(['3', '3', '3']);
    expect(isAwake(page)).to.equal(false);
  });

  it('shows what was written since the outline was folded, and what was expanded', async () => {
    const persistence = await few();
    const { context, dispose } = createPersistenceContext(persistence);
    await context.stores.outline.follow();
    context.stores.outline.getState().expand(['project:work']);
    await persistence.saveConversation({ id: 'tea', title: 'Tea', projectId: 'work' });
    await persistence.deleteConversation('bread');
    dispose();
    await waitUntil(
      async () => (await persistence.database.bookkeeping.get('outlineView')) ?? false,
    );
    const page = await openPage(persistence);
    expect(titles(page.element)).to.deep.equal(['Work', 'Tea', 'Plan', 'Soup']);
    expect(isAwake(page)).to.equal(false);
  });

  it('follows the database from when somebody comes near, with the same rows', async () => {
    const persistence = await few();
    const page = await openPage(persistence);
    const before = rows(page.element);
    await wake(page);
    expect(isAwake(page)).to.equal(true);
    expect(rows(page.element)).to.deep.equal(before);
    await page.element.context?.persistence.saveConversation({
      id: 'tea',
      title: 'Tea',
      projectId: null,
    });
    await waitUntil(() => titles(page.element).includes('Tea'));
  });

  it('shows what another page writes', async () => {
    const persistence = await few();
    const page = await openPage(persistence);
    await persistence.saveConversation({ id: 'tea', title: 'Tea', projectId: null });
    await waitUntil(() => titles(page.element).includes('Tea'));
  });

  it('gives its context to who asks for it', async () => {
    const page = await openPage(await few());
    expect(page.element.context).to.equal(undefined);
    await waitUntil(() => page.element.context !== undefined);
    const conversations = await page.element.context?.persistence.loadConversations();
    expect(conversations).to.have.length(3);
  });

  it('takes over what is selected, expanded and made before it follows the database', async () => {
    const persistence = await few();
    const page = await openPage(persistence);
    const told: unknown[] = [];
    for (const name of ['litechat-selection-changed', 'litechat-conversation-created'] as const) {
      page.element.addEventListener(name, ({ type, detail }) => {
        told.push([type, 'type' in detail ? detail.type : 'conversation']);
      });
    }
    row(page.element, 'Work').click();
    await page.element.updateComplete;
    expect(titles(page.element)).to.deep.equal(['Work', 'Plan', 'Soup', 'Bread']);
    expect(row(page.element, 'Work').ariaSelected).to.equal('true');
    row(page.element, 'Soup').click();
    page.element.shadowRoot?.querySelector<HTMLElement>('[part=new-chat]')?.click();
    await waitUntil(() => told.length === 4);
    expect(titles(page.element)).to.have.length(5);
    expect(told).to.deep.equal([
      ['litechat-selection-changed', 'project'],
      ['litechat-selection-changed', 'conversation'],
      ['litechat-conversation-created', 'conversation'],
      ['litechat-selection-changed', 'conversation'],
    ]);
    await waitUntil(async () => (await persistence.loadConversations()).length === 4);
    const { expanded } = page.element.context?.stores.outline.getState() ?? {};
    expect([...(expanded ?? [])]).to.deep.equal(['project:work']);
    const made = page.element.context?.stores.selection.getState().itemId;
    expect(made).to.not.equal(null);
    expect(page.element.selected).to.equal(made);
  });

  it('selects what its attribute names', async () => {
    const persistence = await few();
    const page = await openPage(persistence, {
      body: '<litechat-conversation-list selected="soup"></litechat-conversation-list>',
    });
    await waitUntil(() => page.element.context?.stores.selection.getState().itemId === 'soup');
    expect(row(page.element, 'Soup').ariaSelected).to.equal('true');
  });

  it('does not rest while it shows only the beginning', async () => {
    const persistence = await filledDatabase((filled) =>
      filled.saveConversations(
        Array.from({ length: 600 }, (_, index) => ({
          id: `c${String(index)}`,
          title: `Conversation ${String(index)}`,
          projectId: null,
          updatedAt: new Date(index),
        })),
      ),
    );
    const page = await openPage(persistence);
    await waitUntil(() => rows(page.element)[0]?.ariaSetSize === '600');
  });

  it('shows what it has when the rest of the kit does not load, and says so', async () => {
    const page = await openPage(await few(), {
      head: `<script type="importmap">${JSON.stringify({
        imports: { [DEFAULT_CONTEXT]: '/nowhere.js' },
      })}</script>`,
    });
    row(page.element, 'Soup').click();
    await waitUntil(() => page.element.shadowRoot?.querySelector('[part=failure]'));
    expect(titles(page.element)).to.deep.equal(['Work', 'Soup', 'Bread']);
  });

  it('does not wait for a look that takes long', async () => {
    const { database } = await few();
    database.close();
    const request = indexedDB.open(database.name);
    await new Promise((resolve) => (request.onsuccess = resolve));
    // Waits for the connection, which does not close, and so does who opens the database.
    const deletion = indexedDB.deleteDatabase(database.name);
    const page = await pageWithList(database);
    await waitUntil(() => isAwake(page), '', { timeout: 8000 });
    expect(page.window.document.querySelector(':state(full)')).to.equal(null);
    request.result.close();
    await new Promise((resolve) => (deletion.onsuccess = resolve));
    await waitUntil(() => page.window.document.querySelector(':state(empty)'));
  });

  it('says that there is nothing yet where there is no database', async () => {
    const database = new LiteChatDatabase(`LiteChatDB-test-${crypto.randomUUID()}`);
    opened.push(database);
    const page = await openPage({ database });
    expect(page.element.matches(':state(empty)')).to.equal(true);
  });

  it('says that nothing is kept where the page has no IndexedDB, and no provider says so', async () => {
    const noDatabase = `for (const name of ['indexedDB', 'webkitIndexedDB']) {
      Object.defineProperty(window, name, { value: undefined });
    }`;
    const name = `LiteChatDB-test-${crypto.randomUUID()}`;
    const alone = await openPage({ database: { name } }, { before: noDatabase });
    await waitUntil(() => has(alone.element, '[part=not-persistent]'), '', { timeout: 8000 });
    const note = alone.element.shadowRoot?.querySelector('[part=not-persistent]');
    expect(note?.textContent).to.contain('Nothing here is kept.');

    const provided = await openPage(
      { database: { name } },
      {
        before: noDatabase,
        head: `<script type="module">import '${source('../../define/persistence-provider.ts')}';</script>`,
        body: `<litechat-persistence-provider>
          <litechat-conversation-list></litechat-conversation-list>
        </litechat-persistence-provider>`,
      },
    );
    await waitUntil(() => provided.element.context?.database.persistent === false);
    await provided.element.updateComplete;
    expect(has(provided.element, '[part=not-persistent]')).to.equal(false);
  });

  it('does not look into the page’s own database below a provider', async () => {
    const page = await openPage(await few(), {
      before: `
        window.looked = [];
        const { open: openAsGiven } = IDBFactory.prototype;
        IDBFactory.prototype.open = function (...given) {
          window.looked.push(given[0]);
          return openAsGiven.apply(this, given);
        };
      `,
      head: `<script type="module">import '${source('../../define/persistence-provider.ts')}';</script>`,
      body: `<litechat-persistence-provider storage="memory">
        <litechat-conversation-list></litechat-conversation-list>
      </litechat-persistence-provider>`,
    });
    expect(page.element.matches(':state(empty)')).to.equal(true);
    expect(Reflect.get(page.window, 'looked')).to.deep.equal([]);
  });
});
