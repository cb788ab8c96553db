import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { day, fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import type { Conversation } from '../model/entities.js';

const draft = { title: 'Talk', projectId: null };
const idsOf = (rows: readonly { id: unknown }[]): unknown[] => rows.map(({ id }) => id);

describe('loadConversations', () => {
  it('is empty at first', async () => {
    expect(await freshPersistence().loadConversations()).to.deep.equal([]);
  });

  it('lists the newest first by updatedAt, however the dates were stored', async () => {
    const persistence = freshPersistence();
    const { conversations } = persistence.database;
    await persistence.saveConversation({ ...draft, id: 'a', updatedAt: day(2) });
    await persistence.saveConversation({ ...draft, id: 'b', updatedAt: day(4).toISOString() });
    await conversations.put({ ...draft, id: 'c', updatedAt: day(3).toISOString() } as never);
    await conversations.put({ ...draft, id: 'd', updatedAt: day(1).getTime() } as never);
    const loaded = await persistence.loadConversations();
    expect(idsOf(loaded)).to.deep.equal(['b', 'c', 'a', 'd']);
    expect(loaded.map(({ updatedAt }) => updatedAt)).to.deep.equal([
      day(4),
      day(3),
      day(2),
      day(1),
    ]);
  });

  it('leaves out no row because a field is missing or wrong', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation({ ...draft, id: 'whole', updatedAt: day(1) });
    const odd: unknown[] = [
      { id: 'bare' },
      { id: 'no-date', title: 'x', updatedAt: null },
      { id: 'invalid-date', updatedAt: new Date(NaN) },
      { id: 'text-date', updatedAt: 'yesterday, or so' },
      { id: 'number-title', title: 42, projectId: 7, metadata: 'text' },
      { id: 'object-title', title: { toString: null }, updatedAt: {} },
      { id: 9, title: 'A number as id' },
    ];
    await persistence.database.conversations.bulkPut(odd as Conversation[]);
    const loaded = await persistence.loadConversations();
    expect(loaded).to.have.length(8);
    expect(loaded[0]).to.have.property('id', 'whole');
    expect(loaded).to.deep.include(odd[4]);
  });
});

describe('deleteConversation', () => {
  it('takes its interactions along and leaves all others', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    const before = await snapshot(persistence.database);
    await persistence.deleteConversation('conversation-1');
    const after = await snapshot(persistence.database);
    for (const id of ['interaction-1-0', 'interaction-1-1', 'regeneration-1']) {
      expect(before['interactions']).to.have.property(id);
      Reflect.deleteProperty(before['interactions'] ?? {}, id);
    }
    Reflect.deleteProperty(before['conversations'] ?? {}, 'conversation-1');
    expect(after).to.deep.equal(before);
  });

  it('takes interactions along that have no index or other oddities', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation({ ...draft, id: 'a' });
    await persistence.database.interactions.bulkPut([
      { id: 'i', conversationId: 'a' },
      { id: 'j', conversationId: 'a', index: 'first', startedAt: 'never' },
    ] as never);
    await persistence.deleteConversation('a');
    expect(await persistence.database.interactions.count()).to.equal(0);
  });

  it('keeps the interactions when told to', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    await persistence.deleteConversation('conversation-1', { keepInteractions: true });
    expect(idsOf(await persistence.loadConversations())).not.to.include('conversation-1');
    expect(await persistence.loadInteractionsForConversation('conversation-1')).to.have.length(3);
  });

  it('of what is not there changes nothing', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    const before = await snapshot(persistence.database);
    await persistence.deleteConversation('nobody');
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });
});

describe('updateRecord', () => {
  it('changes the fields named, of the row as it is by then', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation({ ...draft, id: 'a', updatedAt: day(1) });
    const [row] = await Promise.all([
      persistence.updateRecord('conversations', 'a', { title: 'Renamed' }),
      persistence.updateRecord('conversations', 'a', { projectId: 'p' }),
    ]);
    expect(row).to.include({ title: 'Renamed' });
    const [loaded] = await persistence.loadConversations();
    expect(loaded).to.deep.include({ title: 'Renamed', projectId: 'p', updatedAt: day(1) });
  });

  it('removes a field given as undefined', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation({ ...draft, id: 'a', metadata: { pinned: true } });
    const updates = { metadata: undefined } as unknown as Partial<Conversation>;
    await persistence.updateRecord('conversations', 'a', updates);
    expect((await persistence.loadConversations())[0]).not.to.have.property('metadata');
  });

  it('renames a conversation whose other fields are not what they should be', async () => {
    const persistence = freshPersistence();
    const odd = { id: 'a', title: 42, metadata: 'text', updatedAt: 'never', extra: new Map() };
    await persistence.database.conversations.put(odd as never);
    await persistence.updateRecord('conversations', 'a', { title: 'Renamed' });
    expect(await persistence.loadConversations()).to.deep.equal([{ ...odd, title: 'Renamed' }]);
  });

  it('refuses what cannot be stored, another id, and a row that is not there', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation({ ...draft, id: 'a' });
    const before = await snapshot(persistence.database);
    const update = (id: string, updates: object): Promise<unknown> =>
      persistence.updateRecord('conversations', id, updates);
    expect((await rejection(update('a', { title: 5 }), 'record-invalid')).path).to.equal(
      'conversations.title',
    );
    expect((await rejection(update('a', { x: () => 1 }), 'record-invalid')).path).to.equal(
      'conversations.x',
    );
    expect((await rejection(update('a', { id: 'b' }), 'record-invalid')).path).to.equal(
      'conversations.id',
    );
    expect((await rejection(update('b', { title: '' }), 'not-found')).path).to.equal(
      'conversations.b',
    );
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });
});

describe('a conversation that an application saved without an id', () => {
  it('can be read, renamed, moved and deleted by the number it got, as text', async () => {
    const persistence = freshPersistence();
    const { conversations, interactions } = persistence.database;
    await conversations.add({ title: 'Nameless' } as never);
    await interactions.add({ conversationId: 1, index: 0 } as never);
    await interactions.add({ conversationId: '1', index: 1 } as never);
    const [found] = await persistence.loadConversations();
    expect(found?.id).to.equal(1);

    expect(await persistence.loadInteractionsForConversation('1')).to.have.length(2);
    await persistence.updateRecord('conversations', '1', { title: 'Renamed' });
    await persistence.updateInteraction('1', { response: 'Answer' });
    expect(await persistence.loadConversations()).to.have.length(1);
    const [first] = await persistence.loadInteractionsForConversation('1');
    expect(first).to.include({ id: 1, response: 'Answer' });

    await persistence.deleteConversation('1');
    expect(await conversations.count()).to.equal(0);
    expect(await interactions.count()).to.equal(0);
  });

  it('is not doubled when it is saved again', async () => {
    const persistence = freshPersistence();
    await persistence.database.conversations.add({ title: 'Nameless' } as never);
    const [found] = await persistence.loadConversations();
    expect(await persistence.saveConversation({ ...draft, ...found })).to.equal('1');
    expect(await persistence.loadConversations()).to.have.length(1);
  });

  it('is another one than that whose id is the same as text', async () => {
    const persistence = freshPersistence();
    await persistence.database.conversations.add({ title: 'Number' } as never);
    await persistence.database.conversations.add({ id: '1', title: 'Text' } as never);
    await persistence.updateRecord('conversations', '1', { projectId: 'p' });
    await persistence.saveConversation({ ...draft, id: '1', title: 'Saved' });
    expect((await persistence.loadConversations()).map(({ title }) => title)).to.have.members([
      'Number',
      'Saved',
    ]);
    await persistence.deleteConversation('1');
    expect((await persistence.loadConversations()).map(({ title }) => title)).to.deep.equal([
      'Number',
    ]);
  });
});
