import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { rejection } from '../../../test/support/rejection.js';
import { createPersistenceContext } from '../../context/create-persistence-context.js';
import { LiteChatDatabase } from '../../database/litechat-database.js';
import '../../define/conversation-list.js';
import '../../define/persistence-provider.js';
import { LiteChatError } from '../../errors.js';
import type { PersistenceProvider } from './persistence-provider.js';

const names: string[] = [];

function freshName(): string {
  const name = `test-${crypto.randomUUID()}`;
  names.push(name);
  return name;
}

async function provider(name = freshName(), storage = 'indexeddb'): Promise<PersistenceProvider> {
  return fixture(html`
    <litechat-persistence-provider database-name=${name} storage=${storage}>
      <p>The page</p>
    </litechat-persistence-provider>
  `);
}

const bannerOf = (element: PersistenceProvider): HTMLElement | null | undefined =>
  element.shadowRoot?.querySelector<HTMLElement>('[part=banner]');

/** A database of a schema that only a newer application knows. */
async function makeNewer(name: string, version = 9990): Promise<void> {
  const request = indexedDB.open(name, version);
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  request.result.close();
}

/** Lets the next database that is opened fail as one does that the browser refuses. */
function failToOpenOnce(error: LiteChatError): void {
  const heal = failToOpen(error, () => heal());
}

/** Until the function that it gives is called. */
function failToOpen(error: LiteChatError, onFailed: () => void = () => undefined): () => void {
  const open = LiteChatDatabase.prototype.open;
  LiteChatDatabase.prototype.open = function (this: LiteChatDatabase) {
    onFailed();
    const failure = Promise.resolve().then(() => {
      this.status.setState({ state: 'failed', error }, true);
      throw error;
    });
    return failure as unknown as ReturnType<typeof open>;
  };
  return () => (LiteChatDatabase.prototype.open = open);
}

describe('<litechat-persistence-provider>', () => {
  afterEach(async () => {
    for (const name of names.splice(0)) await new LiteChatDatabase(name).delete();
  });

  it('opens the named database and gives its context', async () => {
    const name = freshName();
    const element = await provider(name);
    const context = await element.ready();
    expect(context.database.name).to.equal(name);
    expect(element.context).to.equal(context);
    expect(element.matches(':state(ready)')).to.be.true;
    expect(bannerOf(element)).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('tells of each status once, and of being ready', async () => {
    const states: string[] = [];
    const name = freshName();
    const element = document.createElement('litechat-persistence-provider');
    element.databaseName = name;
    element.addEventListener('litechat-status-changed', ({ detail }) => states.push(detail.state));
    const isReady = oneEvent(element, 'litechat-ready');
    document.body.append(element);
    const { detail } = (await isReady) as HTMLElementEventMap['litechat-ready'];
    expect(detail.context).to.equal(element.context);
    expect(states).to.deep.equal(['opening', 'ready']);
    element.remove();
  });

  it('opens the database of a name that is set right after connecting', async () => {
    const element = document.createElement('litechat-persistence-provider');
    document.body.append(element);
    element.databaseName = freshName();
    const { database } = await element.ready();
    expect(database.name).to.equal(element.databaseName);
    element.remove();
  });

  it('follows its attributes to another database, and closes the former', async () => {
    const element = await provider();
    const { database: former } = await element.ready();
    const name = freshName();
    element.setAttribute('database-name', name);
    const { database } = await element.ready();
    expect(database.name).to.equal(name);
    expect(former.isOpen()).to.be.false;
  });

  it('has its banner above all columns of a page that makes a grid of it', async () => {
    const element = await provider(freshName(), 'memory');
    element.style.display = 'grid';
    element.style.gridTemplateColumns = '100px 1fr';
    await waitUntil(() => bannerOf(element));
    expect(bannerOf(element)?.offsetWidth).to.equal(element.clientWidth);
  });

  it('says that a database in memory goes with the page', async () => {
    const element = await provider(freshName(), 'memory');
    const { persistence } = await element.ready();
    await persistence.saveSetting('theme', 'dark');
    await element.updateComplete;
    expect(bannerOf(element)?.getAttribute('role')).to.equal('status');
    expect(bannerOf(element)?.textContent).to.contain('gone when this page closes');
    expect(element.matches(':state(not-persistent)')).to.be.true;
    await expect(element).to.be.accessible();
  });

  it('keeps the database open when moved, and closes it when removed', async () => {
    const element = await provider();
    const { database } = await element.ready();
    const parent = element.parentElement;
    const other = document.createElement('div');
    parent?.append(other);
    other.append(element);
    await element.updateComplete;
    expect(element.context?.database).to.equal(database);
    expect(database.isOpen()).to.be.true;

    element.remove();
    await waitUntil(() => !database.isOpen());
    expect(element.context).to.equal(undefined);

    other.append(element);
    const again = await element.ready();
    expect(again.database).not.to.equal(database);
    expect(again.database.isOpen()).to.be.true;
  });

  it('leaves a context that was set in code open when it is removed', async () => {
    const persistence = freshPersistence();
    const { context } = createPersistenceContext(persistence);
    const element = await fixture<PersistenceProvider>(
      html`<litechat-persistence-provider .context=${context}></litechat-persistence-provider>`,
    );
    expect(await element.ready()).to.equal(context);
    element.remove();
    await nextFrame();
    expect(context.database.isOpen()).to.be.true;
  });

  it('asks to close other tabs while one holds an older database, and goes on then', async () => {
    const name = freshName();
    const request = indexedDB.open(name, 10);
    await new Promise((resolve) => (request.onsuccess = resolve));
    const element = await provider(name);
    await waitUntil(() => element.status.state === 'blocked');
    await element.updateComplete;
    expect(bannerOf(element)?.textContent).to.contain('Close the other tabs');
    expect(element.matches(':state(blocked)')).to.be.true;
    await expect(element).to.be.accessible();

    request.result.close();
    await element.ready();
    await element.updateComplete;
    expect(bannerOf(element)).to.equal(null);
  });

  it('offers to reload when another tab upgrades the database', async () => {
    const name = freshName();
    const element = await provider(name);
    await element.ready();
    await makeNewer(name);
    await waitUntil(() => element.status.state === 'outdated');
    await element.updateComplete;
    expect(bannerOf(element)?.getAttribute('role')).to.equal('alert');
    expect(bannerOf(element)?.querySelector('button')?.textContent).to.contain('Reload');
    await rejection(element.ready(), 'database-outdated');
    await expect(element).to.be.accessible();
  });

  it('says that the database is of a newer application', async () => {
    const name = freshName();
    await makeNewer(name);
    const element = await provider(name);
    await rejection(element.ready(), 'database-newer');
    await element.updateComplete;
    expect(bannerOf(element)?.textContent).to.contain('newer version');
    expect(element.matches(':state(newer)')).to.be.true;
    await expect(element).to.be.accessible();
  });

  it('says what went wrong and tries again when asked', async () => {
    failToOpenOnce(
      new LiteChatError('database-connection-lost', 'No connection. Nothing was changed.'),
    );
    const element = await provider();
    await rejection(element.ready(), 'database-connection-lost');
    await element.updateComplete;
    expect(bannerOf(element)?.textContent).to.contain('No connection. Nothing was changed.');
    expect(element.context).not.to.equal(undefined);
    await expect(element).to.be.accessible();

    bannerOf(element)?.querySelector('button')?.click();
    await element.ready();
    await element.updateComplete;
    expect(bannerOf(element)).to.equal(null);
  });

  it('lets an element inside try again too', async () => {
    const heal = failToOpen(new LiteChatError('database-failed', 'It broke. Nothing was changed.'));
    const element = await fixture<PersistenceProvider>(html`
      <litechat-persistence-provider database-name=${freshName()}>
        <litechat-conversation-list></litechat-conversation-list>
      </litechat-persistence-provider>
    `);
    const list = element.querySelector('litechat-conversation-list');
    await waitUntil(() => list?.matches(':state(failed)'));
    heal();
    const message = list?.shadowRoot?.querySelector('[part=failure]');
    message?.querySelector('button')?.click();
    await element.ready();
    await waitUntil(() => list?.matches(':state(empty)'));
    expect(bannerOf(element)).to.equal(null);
  });

  it('uses memory, and says so, where the page has no IndexedDB', async () => {
    failToOpenOnce(new LiteChatError('database-unavailable', 'No IndexedDB. Nothing was changed.'));
    const element = await provider();
    const states: string[] = [];
    element.addEventListener('litechat-status-changed', ({ detail }) => states.push(detail.state));
    const { database } = await element.ready();
    expect(database.persistent).to.be.false;
    expect(states).not.to.contain('failed');
    await element.updateComplete;
    expect(bannerOf(element)?.textContent).to.contain('gone when this page closes');
  });
});
