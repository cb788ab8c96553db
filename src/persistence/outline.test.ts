import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import { outlineKey, type OutlineEntry } from '../model/outline.js';
import {
  foldOutline,
  isOutlineWhole,
  makeOutline,
  readOutlineHead,
  readOutlineNews,
  readOutlineRest,
} from './outline.js';
import { OutlineOverlay } from './outline-head.js';
import type { Persistence } from './persistence.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

/** What whoever reads the outline comes to, by key. */
async function read(database: LiteChatDatabase): Promise<Record<string, OutlineEntry>> {
  const head = await readOutlineHead(database);
  if (!head) throw new Error('there is no outline');
  const overlay = new OutlineOverlay();
  for (const news of head.news) overlay.add(news);
  const entries = [...overlay.hidesNot(head.entries), ...overlay.entries()];
  const rest = readOutlineRest(database, head);
  for (;;) {
    const { done, value } = await rest.next();
    if (done) {
      expect(value).to.equal(true);
      break;
    }
    entries.push(...overlay.hidesNot(value));
  }
  return Object.fromEntries(entries.map((entry) => [outlineKey(entry.type, entry.id), entry]));
}

const titles = async (database: LiteChatDatabase): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(await read(database)).map(([key, { title }]) => [key, title]));

describe('the outline', () => {
  let persistence: Persistence;
  let database: LiteChatDatabase;

  beforeEach(async () => {
    persistence = freshPersistence();
    ({ database } = persistence);
    await makeOutline(database);
  });

  const save = (id: string, more: object = {}): Promise<string> =>
    persistence.saveConversation({ id, title: id, projectId: null, ...more });

  it('says of each row what a list shows, and nothing else', async () => {
    await persistence.saveProject({
      id: 'p',
      name: 'Work',
      parentId: null,
      createdAt: day(1),
      updatedAt: day(2),
    });
    await save('c', {
      projectId: 'p',
      createdAt: day(3),
      updatedAt: day(4),
      metadata: { pinned: true, archived: true, trashedAt: day(5).toISOString(), more: 'x' },
    });
    const common = { isPinned: false, isArchived: false, isTrashed: false };
    expect(await read(database)).to.deep.equal({
      'project:p': {
        type: 'project',
        id: 'p',
        title: 'Work',
        parentId: '',
        createdAt: day(1).getTime(),
        updatedAt: day(2).getTime(),
        ...common,
      },
      'conversation:c': {
        type: 'conversation',
        id: 'c',
        title: 'c',
        parentId: 'p',
        createdAt: day(3).getTime(),
        updatedAt: day(4).getTime(),
        isPinned: true,
        isArchived: true,
        isTrashed: true,
      },
    });
  });

  describe('follows', () => {
    beforeEach(async () => {
      await persistence.saveConversations(
        ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id, projectId: null })),
      );
    });

    const writes: [string, () => PromiseLike<unknown>, Record<string, string>][] = [
      ['a save', () => save('a', { title: 'A' }), { a: 'A', b: 'b', c: 'c', d: 'd' }],
      [
        'a change of one field',
        () => persistence.updateRecord('conversations', 'b', { title: 'B' }),
        { a: 'a', b: 'B', c: 'c', d: 'd' },
      ],
      ['a delete', () => persistence.deleteConversation('a'), { b: 'b', c: 'c', d: 'd' }],
      [
        'a delete of a range',
        () => database.conversations.where(':id').between('b', 'd').delete(),
        { a: 'a', d: 'd' },
      ],
      ['a clearing of the table', () => database.conversations.clear(), {}],
      [
        'what a host writes with Dexie',
        () => database.conversations.where(':id').anyOf('a', 'c').modify({ title: 'host' }),
        { a: 'host', b: 'b', c: 'host', d: 'd' },
      ],
      [
        'a row without an id',
        () => database.table('conversations').add({ title: 'bare' }),
        { 1: 'bare', a: 'a', b: 'b', c: 'c', d: 'd' },
      ],
      [
        'several writes in one transaction',
        () =>
          database.transaction('rw', database.conversations, async () => {
            await database.conversations.clear();
            await save('e');
          }),
        { e: 'e' },
      ],
    ];
    for (const [what, write, expected] of writes) {
      it(what, async () => {
        await write();
        const shown = Object.fromEntries(
          Object.entries(expected).map(([id, title]) => [`conversation:${id}`, title]),
        );
        expect(await titles(database)).to.deep.equal(shown);
        await makeOutline(database);
        expect(await titles(database), 'as made from the rows').to.deep.equal(shown);
      });
    }

    it('nothing of a transaction that is taken back', async () => {
      const before = await read(database);
      const failing = database.transaction('rw', database.conversations, async () => {
        await save('a', { title: 'lost' });
        await database.conversations.delete('b');
        throw new Error('refused');
      });
      expect(await failing.catch((error: unknown) => String(error))).to.equal('Error: refused');
      expect(await read(database)).to.deep.equal(before);
    });
  });

  it('gives news after a position, once', async () => {
    const { upTo = 0 } = (await readOutlineHead(database)) ?? {};
    await save('a');
    await persistence.deleteConversation('a');
    const { news = [], upTo: later = 0 } = (await readOutlineNews(database, upTo)) ?? {};
    expect(news.map(({ gone, entries }) => [gone, entries.map(({ id }) => id)])).to.deep.equal([
      [[], ['a']],
      [['conversation:a'], []],
    ]);
    expect((await readOutlineNews(database, later))?.news).to.deep.equal([]);
  });

  it('counts what is written while it is made, before and after the row was read', async () => {
    await persistence.saveConversations(
      Array.from({ length: 2500 }, (_, number) => ({
        id: `c${String(number).padStart(4, '0')}`,
        title: 'old',
        projectId: null,
      })),
    );
    const making = makeOutline(database);
    await save('c0000', { title: 'new' });
    await save('c2499', { title: 'new' });
    await persistence.deleteConversation('c1200');
    await making;
    const shown = await titles(database);
    expect(Object.keys(shown)).to.have.length(2499);
    expect(shown['conversation:c0000']).to.equal('new');
    expect(shown['conversation:c2499']).to.equal('new');
    expect(shown).not.to.have.property('conversation:c1200');
  });

  describe('when it is folded', () => {
    async function manyChanges(): Promise<number> {
      await persistence.saveConversations(
        Array.from({ length: 6000 }, (_, number) => ({
          id: `c${String(number)}`,
          title: String(number),
          projectId: null,
          updatedAt: new Date(number),
        })),
      );
      await persistence.saveProject({ id: 'p', name: 'p', parentId: null });
      await save('c17', { title: 'changed', updatedAt: day(9) });
      await persistence.deleteConversation('c18');
      const head = await readOutlineHead(database);
      return head?.upTo ?? 0;
    }

    it('is the same, and its first part has the projects and the newest conversations', async () => {
      const upTo = await manyChanges();
      const before = await read(database);
      expect(await foldOutline(database, { upTo, after: 0 })).to.equal(upTo);
      expect(await database.outlineChanges.count()).to.equal(0);
      expect(await read(database)).to.deep.equal(before);
      const head = await readOutlineHead(database);
      expect(head?.entries.slice(0, 3).map(({ id }) => id)).to.deep.equal(['p', 'c17', 'c5999']);
      expect(head?.entries).to.have.length.below(1000);
      expect(head?.folded.chunks).to.be.above(1);
      await save('late');
      expect(Object.keys(await read(database))).to.have.length(6001);
    });

    it('tells who has read its head only, or its news only to before, to begin anew', async () => {
      const upTo = await manyChanges();
      await makeOutline(database);
      const head = await readOutlineHead(database);
      if (!head) throw new Error('there is no outline');
      const rest = readOutlineRest(database, head);
      await manyChanges();
      const { upTo: latest = 0 } = (await readOutlineHead(database)) ?? {};
      await foldOutline(database, { upTo: latest, after: head.folded.upTo });
      expect(await rest.next()).to.deep.equal({ done: true, value: false });
      expect(await readOutlineNews(database, upTo)).to.equal(undefined);
      expect(await readOutlineNews(database, latest)).to.deep.equal({ news: [], upTo: latest });
    });

    it('leaves a short log alone', async () => {
      await save('a');
      const { upTo = 0 } = (await readOutlineHead(database)) ?? {};
      await foldOutline(database, { upTo, after: 0 });
      expect(await database.outlineChanges.count()).to.equal(1);
    });
  });

  it('begins with the rows where the log has grown too long for it', async () => {
    const upTo = (await readOutlineHead(database))?.upTo ?? 0;
    await save('a');
    await save('b');
    await database.outlineChanges
      .where(':id')
      .belowOrEqual(upTo + 1)
      .delete();
    expect(await readOutlineHead(database)).to.equal(undefined);
    expect(await readOutlineNews(database, upTo)).to.equal(undefined);
    await makeOutline(database);
    expect(Object.keys(await titles(database))).to.have.members([
      'conversation:a',
      'conversation:b',
    ]);
  });

  it('is made anew from the rows also when the log is empty', async () => {
    await persistence.saveConversations(
      Array.from({ length: 6000 }, (_, number) => ({ title: String(number), projectId: null })),
    );
    const { upTo = 0 } = (await readOutlineHead(database)) ?? {};
    await foldOutline(database, { upTo, after: 0 });
    await makeOutline(database);
    await save('late');
    expect(Object.keys(await titles(database))).to.have.length(6001);
  });

  it('notices rows that were written past it', async () => {
    await save('a');
    const { upTo = 0 } = (await readOutlineHead(database)) ?? {};
    expect(await isOutlineWhole(database, { size: 1, upTo })).to.equal(true);
    const native = database.backendDB();
    await new Promise((resolve) => {
      const transaction = native.transaction('conversations', 'readwrite');
      transaction.objectStore('conversations').put({ id: 'b', title: 'past' });
      transaction.oncomplete = resolve;
    });
    expect(await isOutlineWhole(database, { size: 1, upTo })).to.equal(false);
    await makeOutline(database);
    expect(await titles(database)).to.deep.equal({
      'conversation:a': 'a',
      'conversation:b': 'past',
    });
    await save('c');
    expect(await isOutlineWhole(database, { size: 1, upTo })).to.equal(undefined);
  });

  it('is never behind the rows: a save whose record in the log is refused changes nothing', async () => {
    const { outlineChanges, conversations } = persistence.database;
    // The browser gives out no number after the greatest.
    await outlineChanges.put({
      position: Number.MAX_SAFE_INTEGER + 1,
      cleared: [],
      gone: [],
      entries: null,
    });
    const before = await conversations.toArray();
    const draft = { id: 'refused', title: 'Refused', projectId: null };
    const error = await rejection(persistence.saveConversation(draft), 'name-taken');
    expect(error.dataChanged).to.equal(false);
    expect(await conversations.toArray()).to.deep.equal(before);
  });
});
