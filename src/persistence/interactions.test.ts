import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { day } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import type { Interaction } from '../model/entities.js';
import type { Persistence } from './persistence.js';

const interaction = (id: string, index: number, more: Partial<Interaction> = {}): Interaction => ({
  id,
  conversationId: 'c',
  type: 'message.user_assistant',
  index,
  parentId: null,
  prompt: null,
  response: `Answer ${id}`,
  status: 'COMPLETED',
  startedAt: day(index + 1),
  endedAt: null,
  metadata: {},
  ...more,
});

/** A regeneration as this kit makes it: a child of what it replaces. */
const regeneration = (id: string, index: number, of: string, more: object = {}): Interaction =>
  interaction(id, index, {
    type: 'message.assistant_regen',
    parentId: of,
    metadata: { regeneratedFromId: of, ...more },
  });

async function withConversation(): Promise<Persistence> {
  const persistence = freshPersistence();
  const dates = { createdAt: day(1), updatedAt: day(1) };
  await persistence.saveConversation({ id: 'c', title: 'Talk', projectId: null, ...dates });
  return persistence;
}

async function updatedAt(persistence: Persistence): Promise<Date | undefined> {
  return (await persistence.loadConversations())[0]?.updatedAt;
}

describe('loadInteractionsForConversation', () => {
  it('lists those of one conversation by index, then by start', async () => {
    const persistence = await withConversation();
    await persistence.saveInteractions([
      interaction('late', 1, { startedAt: day(9) }),
      interaction('third', 10),
      interaction('early', 1, { startedAt: day(2) }),
      interaction('first', 0),
      interaction('other', 0, { conversationId: 'another' }),
    ]);
    const rows = await persistence.loadInteractionsForConversation('c');
    expect(rows.map(({ id }) => id)).to.deep.equal(['first', 'early', 'late', 'third']);
    expect(await persistence.loadInteractionsForConversation('nobody')).to.deep.equal([]);
  });

  it('leaves out no row because a field is missing or wrong, and puts those last', async () => {
    const persistence = await withConversation();
    const rows: object[] = [
      interaction('b', 1),
      interaction('a', 0),
      { id: 'bare', conversationId: 'c' },
      { id: 'nan', conversationId: 'c', index: NaN },
      { id: 'text', conversationId: 'c', index: '0', startedAt: day(1).toISOString() },
    ];
    await persistence.database.interactions.bulkPut(rows as Interaction[]);
    const loaded = await persistence.loadInteractionsForConversation('c');
    expect(loaded.map(({ id }) => id).slice(0, 2)).to.deep.equal(['a', 'b']);
    expect(loaded.map(({ id }) => id)).to.have.members(['a', 'b', 'bare', 'nan', 'text']);
    expect(loaded.find(({ id }) => id === 'text')?.startedAt).to.deep.equal(day(1));
  });
});

describe('nextInteractionIndex', () => {
  it('follows the highest of the conversation, whatever other rows hold', async () => {
    const persistence = await withConversation();
    expect(await persistence.nextInteractionIndex('c')).to.equal(0);
    await persistence.saveInteractions([
      interaction('a', 0),
      interaction('b', 7),
      interaction('z', 40, { conversationId: 'other' }),
    ]);
    await persistence.database.interactions.bulkPut([
      { id: 'none', conversationId: 'c' },
      { id: 'text', conversationId: 'c', index: '99' },
    ] as unknown as Interaction[]);
    expect(await persistence.nextInteractionIndex('c')).to.equal(8);
  });
});

describe('saveInteraction', () => {
  it("leaves its conversation's updatedAt, unless it is told to touch it", async () => {
    const persistence = await withConversation();
    await persistence.saveInteraction(interaction('a', 0));
    expect(await updatedAt(persistence)).to.deep.equal(day(1));
    const before = Date.now();
    expect(
      await persistence.saveInteraction(interaction('b', 1), { touchConversation: true }),
    ).to.equal('b');
    expect(Number(await updatedAt(persistence))).to.be.within(before, Date.now());
    expect(await persistence.loadInteractionsForConversation('c')).to.have.length(2);
  });

  it('writes no orphan when it is to touch a conversation that is gone', async () => {
    const persistence = await withConversation();
    await persistence.deleteConversation('c');
    const late = persistence.saveInteraction(interaction('a', 0), { touchConversation: true });
    expect((await rejection(late, 'not-found')).path).to.equal('conversations.c');
    expect(await persistence.database.interactions.count()).to.equal(0);
  });
});

describe('updateInteraction', () => {
  it("changes fields and moves its conversation's updatedAt, unless told not to", async () => {
    const persistence = await withConversation();
    await persistence.saveInteraction(interaction('a', 0));
    const rated = await persistence.updateInteraction(
      'a',
      { rating: 4 },
      { touchConversation: false },
    );
    expect(rated).to.deep.equal(interaction('a', 0, { rating: 4 }));
    expect(await updatedAt(persistence)).to.deep.equal(day(1));
    const before = Date.now();
    const updates = { response: 'Better', endedAt: day(7).toISOString() };
    const row = await persistence.updateInteraction('a', updates);
    expect(row).to.deep.equal(
      interaction('a', 0, { rating: 4, response: 'Better', endedAt: day(7) }),
    );
    expect(Number(await updatedAt(persistence))).to.be.within(before, Date.now());
    expect(await persistence.loadInteractionsForConversation('c')).to.deep.equal([row]);
  });

  it('changes nothing when the interaction or its conversation is gone', async () => {
    const persistence = await withConversation();
    await persistence.saveInteraction(interaction('a', 0));
    await persistence.deleteConversation('c', { keepInteractions: true });
    const before = await snapshot(persistence.database);
    const orphan = persistence.updateInteraction('a', { response: 'Late' });
    expect((await rejection(orphan, 'not-found')).path).to.equal('conversations.c');
    const missing = persistence.updateInteraction('b', { response: 'Late' });
    expect((await rejection(missing, 'not-found')).path).to.equal('interactions.b');
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });
});

describe('deleteInteractionsForConversation', () => {
  it('deletes those of one conversation and leaves the conversation', async () => {
    const persistence = await withConversation();
    await persistence.saveInteractions([
      interaction('a', 0),
      interaction('b', 1),
      interaction('other', 0, { conversationId: 'another' }),
    ]);
    await persistence.deleteInteractionsForConversation('c');
    expect(await persistence.loadConversations()).to.have.length(1);
    const rows = await persistence.database.interactions.toArray();
    expect(rows.map(({ id }) => id)).to.deep.equal(['other']);
  });
});

describe('deleteInteraction', () => {
  /** What each row that is left refers to, after one is deleted. */
  async function linksAfter(
    id: string,
    rows: readonly Interaction[],
  ): Promise<Record<string, unknown>> {
    const persistence = await withConversation();
    await persistence.saveInteractions(rows);
    await persistence.deleteInteraction(id);
    const left = await persistence.loadInteractionsForConversation('c');
    return Object.fromEntries(
      left.map((row): [string, unknown] => [
        row.id,
        [row.parentId, row.metadata.regeneratedFromId ?? row.metadata['editedFromId'] ?? null],
      ]),
    );
  }

  it('leaves the others of the conversation as they are', async () => {
    const persistence = await withConversation();
    await persistence.saveInteractions([interaction('a', 0), interaction('b', 1)]);
    await persistence.deleteInteraction('a');
    expect(await persistence.loadInteractionsForConversation('c')).to.deep.equal([
      interaction('b', 1),
    ]);
    await persistence.deleteInteraction('nobody');
    expect(await persistence.loadInteractionsForConversation('c')).to.have.length(1);
  });

  const family = [interaction('a', 0), regeneration('b', 1, 'a'), regeneration('c2', 2, 'a')];

  it('puts the first regeneration in the place of the answer it was made from', async () => {
    expect(await linksAfter('a', family)).to.deep.equal({ b: [null, null], c2: ['b', 'b'] });
  });

  it('leaves the others when a regeneration goes', async () => {
    expect(await linksAfter('b', family)).to.deep.equal({ a: [null, null], c2: ['a', 'a'] });
  });

  it('joins what stood before and after it in a chain of regenerations', async () => {
    const chain = [interaction('a', 0), regeneration('b', 1, 'a'), regeneration('d', 2, 'b')];
    expect(await linksAfter('b', chain)).to.deep.equal({ a: [null, null], d: ['a', 'a'] });
  });

  it('keeps regenerations together that only their metadata joins', async () => {
    const rows = [
      interaction('a', 0),
      interaction('b', 1, { metadata: { regeneratedFromId: 'a' } }),
      interaction('d', 2, { metadata: { editedFromId: 'a' } }),
    ];
    expect(await linksAfter('a', rows)).to.deep.equal({ b: [null, null], d: [null, 'b'] });
  });

  it('keeps answers together that the existing application hangs below the newest', async () => {
    const rows = [
      interaction('a', 0, { parentId: 'd' }),
      interaction('b', 1, {
        type: 'message.assistant_regen',
        parentId: 'd',
        metadata: { regeneratedFromId: 'a' },
      }),
      interaction('d', 2, {
        type: 'message.assistant_regen',
        metadata: { regeneratedFromId: 'b' },
      }),
    ];
    expect(await linksAfter('d', rows)).to.deep.equal({ a: ['b', null], b: [null, 'a'] });
    expect(await linksAfter('b', rows)).to.deep.equal({ a: ['d', null], d: [null, 'a'] });
    expect(await linksAfter('a', rows)).to.deep.equal({ b: ['d', null], d: [null, 'b'] });
  });

  it('hangs what is no regeneration on what takes the place, or on what is above', async () => {
    const steps = [
      interaction('run', 0, { type: 'workflow.run' }),
      interaction('one', 1, { type: 'message.workflow_step', parentId: 'run' }),
      regeneration('two', 2, 'run', { isWorkflowStep: true, regeneratedFromId: undefined }),
    ];
    expect(await linksAfter('run', steps)).to.deep.equal({ one: [null, null], two: [null, null] });
    const explained = [
      ...family,
      interaction('e', 3, { type: 'message.assistant_explain', parentId: 'a' }),
    ];
    expect(await linksAfter('a', explained)).to.deep.equal({
      b: [null, null],
      c2: ['b', 'b'],
      e: ['b', null],
    });
  });

  it('leaves no reference to it in a race of models', async () => {
    const persistence = await withConversation();
    await persistence.saveInteractions([
      interaction('main', 0, { metadata: { raceMainInteractionId: 'main' } }),
      interaction('other', 1, { metadata: { raceMainInteractionId: 'main', modelId: 'm' } }),
    ]);
    await persistence.deleteInteraction('main');
    const [left] = await persistence.loadInteractionsForConversation('c');
    expect(left?.metadata).to.deep.equal({ modelId: 'm' });
  });

  it('hands on no reference that it had to itself', async () => {
    const rows = [
      interaction('self', 0, { parentId: 'self', metadata: { regeneratedFromId: 'self' } }),
      interaction('child', 1, { parentId: 'self' }),
      regeneration('answer', 2, 'self'),
    ];
    expect(await linksAfter('self', rows)).to.deep.equal({
      child: ['answer', null],
      answer: [null, null],
    });
    const childAlone = rows.slice(0, 2);
    expect(await linksAfter('self', childAlone)).to.deep.equal({ child: [null, null] });
  });

  it('ends where rows refer to each other in a circle, or have odd metadata', async () => {
    const persistence = await withConversation();
    await persistence.database.interactions.bulkPut([
      regeneration('a', 0, 'b'),
      regeneration('b', 1, 'a'),
      regeneration('self', 2, 'self'),
      { ...interaction('odd', 3, { parentId: 'a' }), metadata: 'text' },
      { ...interaction('none', 4, { parentId: 'a' }), metadata: null },
    ] as Interaction[]);
    await persistence.deleteInteraction('a');
    await persistence.deleteInteraction('self');
    const left = await persistence.loadInteractionsForConversation('c');
    expect(
      left.map(({ id, parentId, metadata }): unknown => [id, parentId, metadata]),
    ).to.deep.equal([
      ['b', null, {}],
      ['odd', 'b', 'text'],
      ['none', 'b', null],
    ]);
  });

  it('finds what refers by a number to one that has a number for an id', async () => {
    const persistence = await withConversation();
    await persistence.database.interactions.add({ conversationId: 'c', index: 0 } as never);
    await persistence.database.interactions.bulkPut([
      regeneration('b', 1, '1'),
      { ...regeneration('d', 2, ''), parentId: 1, metadata: { regeneratedFromId: 1 } },
    ] as unknown as Interaction[]);
    await persistence.deleteInteraction('1');
    const left = await persistence.loadInteractionsForConversation('c');
    expect(left.map(({ parentId, metadata }): unknown => [parentId, metadata])).to.deep.equal([
      [null, {}],
      ['b', { regeneratedFromId: 'b' }],
    ]);
  });

  it('of one that belongs to no conversation leaves no reference to it either', async () => {
    const persistence = freshPersistence();
    await persistence.database.interactions.bulkPut([
      { id: 'a' },
      { id: 'b', conversationId: 'c', parentId: 'a' },
    ] as Interaction[]);
    await persistence.deleteInteraction('a');
    expect(await persistence.database.interactions.toArray()).to.deep.equal([
      { id: 'b', conversationId: 'c', parentId: null },
    ]);
  });
});
