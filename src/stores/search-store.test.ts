import { expect, waitUntil } from '@open-wc/testing';
import { backupOf } from '../../test/support/files.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { LiteChatDatabase } from '../database/litechat-database.js';
import { ImportExport } from '../import-export/import-export.js';
import { allCategories } from '../model/categories.js';
import { setMarks } from '../persistence/outline-items.js';
import { Persistence } from '../persistence/persistence.js';
import { EventEmitter } from './event-emitter.js';
import type { LiveStore } from './live-store.js';
import type { SearchState } from './search-state.js';
import { createSearchStore } from './search-store.js';

const row = (id: string, conversationId: string, prompt: string) => ({
  id,
  conversationId,
  type: 'message.user_assistant',
  index: 0,
  parentId: null,
  prompt: { id: 'p', content: prompt },
  response: 'a falcon',
  status: 'COMPLETED',
  startedAt: null,
  endedAt: null,
  metadata: {},
});

describe('the search store', () => {
  let persistence: Persistence;
  let store: LiveStore<SearchState>;

  beforeEach(async () => {
    persistence = freshPersistence();
    store = createSearchStore({ persistence, events: new EventEmitter() });
    await persistence.saveConversation({ id: 'one', title: 'Birds', projectId: null });
    await persistence.saveConversation({ id: 'two', title: 'Planes', projectId: null });
    await persistence.saveInteractions([
      row('a', 'one', 'a kestrel'),
      row('b', 'two', 'kestrel kestrel kestrel'),
      row('c', 'one', 'the kestrel, a kestrel'),
      row('d', 'gone', 'kestrel of a conversation that is not there and of nothing else'),
    ]);
  });

  afterEach(() => store.stop());

  const shown = (): Record<string, string[]> =>
    Object.fromEntries(
      store
        .getState()
        .groups.map(({ title, hits }) => [title, hits.map(({ interactionId }) => interactionId)]),
    );
  const until = (isSo: () => unknown): Promise<void> => waitUntil(isSo, '', { timeout: 9000 });
  const isReady = (): boolean => store.getState().index.state === 'ready';

  it('reads nothing before it is followed or searched', () => {
    expect(persistence.database.status.getState().state).to.equal('ready');
    const { status, index, progress } = store.getState();
    expect([status.state, index.state, progress.state]).to.deep.equal(['idle', 'unknown', 'idle']);
  });

  it('finds messages by conversation before there is an index and after', async () => {
    await store.getState().search('kestrel');
    const expected = { 'Planes': ['b'], 'Birds': ['c', 'a'], '': ['d'] };
    expect(shown()).to.deep.equal(expected);
    await until(isReady);
    await store.getState().search('kestrel ');
    expect(shown()).to.deep.equal(expected);
    const { total, hasMore, progress, groups } = store.getState();
    expect({ total, hasMore, progress }).to.deep.equal({
      total: 4,
      hasMore: false,
      progress: { state: 'done' },
    });
    expect(groups[0]?.hits[0]?.parts[0]).to.deep.equal({ text: 'kestrel', isMatch: true });
  });

  it('never says of a complete index that nothing has the words when something has', async () => {
    // As rows lie that an older version has left.
    await persistence.database.searchChanges.clear();
    const untrue: SearchState[] = [];
    const look = (): void => {
      const state = store.getState();
      const isDone = state.index.state === 'ready' && state.progress.state === 'done';
      if (isDone && state.groups.length === 0) untrue.push(state);
    };
    // As an element does, which renders after all that happens at once.
    store.subscribe(() => queueMicrotask(look));
    await store.getState().search('kestrel');
    await until(isReady);
    await until(() => store.getState().groups.length > 0);
    expect(untrue).to.deep.equal([]);
  });

  it('brings the index up to date in the background', async () => {
    await store.follow();
    await until(isReady);
    expect(await persistence.database.searchSegments.count()).to.be.above(0);
    expect(await persistence.database.searchChanges.count()).to.equal(0);
    await persistence.saveInteraction(row('e', 'one', 'merlin'));
    const { searchChanges } = persistence.database;
    await until(async () => (await searchChanges.count()) === 0);
    await store.getState().search('merlin');
    expect(shown()).to.deep.equal({ Birds: ['e'] });
  });

  it('shows what is written elsewhere while a query stands', async () => {
    await store.getState().search('merlin');
    expect(shown()).to.deep.equal({});
    const elsewhere = new Persistence(new LiteChatDatabase(persistence.database.name));
    await elsewhere.saveInteraction(row('e', 'two', 'merlin'));
    await until(() => store.getState().groups.length > 0);
    expect(shown()).to.deep.equal({ Planes: ['e'] });
    await elsewhere.deleteInteraction('e');
    elsewhere.database.close();
    await until(() => store.getState().groups.length === 0);
  });

  it('gives more when it is asked, and none twice', async () => {
    await persistence.saveInteractions(
      Array.from({ length: 50 }, (_, number) => row(`m${String(number)}`, 'one', 'merlin')),
    );
    await store.getState().search('merlin');
    const count = (): number => shown()['Birds']?.length ?? 0;
    expect([count(), store.getState().hasMore]).to.deep.equal([20, true]);
    await Promise.all([store.getState().more(), store.getState().more()]);
    expect([count(), store.getState().hasMore]).to.deep.equal([50, false]);
    expect(new Set(shown()['Birds']).size).to.equal(50);
    await store.getState().more();
    expect(count()).to.equal(50);
  });

  it('shows only what the last of several queries finds', async () => {
    const queries = ['k', 'ke', 'falcon', 'nothing', 'of a conversation'];
    const seen: string[] = [];
    store.subscribe(({ query, progress, groups }) => {
      if (progress.state === 'done') seen.push(`${query}: ${String(groups.length)}`);
    });
    await Promise.all(queries.map((query) => store.getState().search(query)));
    expect(seen.filter((each) => !each.startsWith('of a conversation'))).to.deep.equal([]);
    expect(shown()).to.deep.equal({ '': ['d'] });
  });

  it('searches by the filters, and nothing for no words', async () => {
    await store.getState().search('falcon', { role: 'user' });
    expect(shown()).to.deep.equal({});
    await store.getState().search('falcon', { role: 'assistant' });
    expect(Object.keys(shown())).to.have.members(['Birds', 'Planes', '']);
    await store.getState().search('  ');
    expect(shown()).to.deep.equal({});
    expect(store.getState().progress).to.deep.equal({ state: 'idle' });
  });

  it('follows a restore, and its being undone', async () => {
    const importExport = new ImportExport(persistence);
    await store.follow();
    await until(isReady);
    const file = backupOf({
      conversations: [{ id: 'new', title: 'New', projectId: null }],
      interactions: [row('n', 'new', 'merlin')],
    });
    await importExport.restoreBackup(file, { ...allCategories }, { skipInvalid: true });
    await store.getState().search('merlin');
    expect(shown()).to.deep.equal({ New: ['n'] });
    await store.getState().search('kestrel');
    expect(shown()).to.deep.equal({});
    await importExport.undoRestore();
    await store.getState().search('kestrel');
    expect(Object.values(shown()).flat()).to.have.members(['a', 'b', 'c', 'd']);
    await store.getState().search('merlin');
    expect(shown()).to.deep.equal({});
  });

  it('follows what becomes of the conversations that hold the hits', async () => {
    await store.getState().search('kestrel');
    expect(Object.keys(shown())).to.have.members(['Planes', 'Birds', '']);
    const elsewhere = new Persistence(new LiteChatDatabase(persistence.database.name));
    const { database } = elsewhere;
    await setMarks(database, [{ type: 'conversation', id: 'two' }], { trashed: true });
    await until(() => !('Planes' in shown()));
    await elsewhere.saveConversation({ id: 'one', title: 'Owls', projectId: null });
    await until(() => 'Owls' in shown());
    await setMarks(database, [{ type: 'conversation', id: 'two' }], { trashed: false });
    await until(() => 'Planes' in shown());
    database.close();
  });

  it('says why a search failed', async () => {
    await store.follow();
    persistence.database.close();
    const error = await rejection(store.getState().search('kestrel'), 'database-closed');
    expect(store.getState().progress).to.deep.equal({ state: 'failed', error });
  });
});
