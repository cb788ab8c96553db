import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { leaveNative, schemas } from '../../../test/support/native-database.js';
import type { LiteChatDatabase } from '../../database/litechat-database.js';
import { Persistence } from '../persistence.js';
import { readIndexStatus } from './index-status.js';
import { MessageSearch } from './message-search.js';
import { SegmentStore } from './segment-store.js';
import { updateSearchIndex } from './update-index.js';

/** More than what a segment made in a page holds. */
const MANY = 2600;

const row = (number: number, prompt = `kestrel n${String(number)}`) => ({
  id: `i${String(number).padStart(4, '0')}`,
  conversationId: `c${String(number % 100)}`,
  type: 'message.user_assistant',
  index: number,
  parentId: null,
  prompt: { id: 'p', content: prompt },
  response: 'a response',
  status: 'COMPLETED',
  startedAt: null,
  endedAt: null,
  metadata: {},
});
const rows = (count: number) => Array.from({ length: count }, (_, number) => row(number));

describe('the index of words', () => {
  let persistence: Persistence;
  let database: LiteChatDatabase;

  beforeEach(() => {
    persistence = freshPersistence();
    ({ database } = persistence);
  });

  const found = async (text: string): Promise<number> => {
    const search = await MessageSearch.start(database, text);
    return search.total;
  };
  const coverage = async () => (await MessageSearch.start(database, 'x')).coverage;
  const partsOfSegments = async (): Promise<void> => {
    const segments = new Set(await database.searchSegments.toCollection().primaryKeys());
    const parts = await database.searchParts.toArray();
    expect(new Set(parts.map(({ segment }) => segment))).to.deep.equal(segments);
  };

  it('is made of the rows that an older version left', async () => {
    const { name } = database;
    await leaveNative(name, 90, schemas[9], {
      interactions: [...rows(3), { conversationId: 'c', prompt: { content: 'without an id' } }],
    });
    expect(await found('kestrel')).to.equal(0);
    expect(await coverage()).to.deep.include({ isComplete: false });
    await updateSearchIndex(database);
    expect(await found('kestrel')).to.equal(3);
    expect(await found('without')).to.equal(1);
    expect(await coverage()).to.deep.equal({ isComplete: true, indexed: 4, total: 4 });
  });

  it('can be searched while it is made, goes on after a stop, and follows what is written', async () => {
    await leaveNative(database.name, 90, schemas[9], { interactions: rows(MANY) });
    const stop = new AbortController();
    const progress: number[] = [];
    const stopped = await updateSearchIndex(database, {
      signal: stop.signal,
      onProgress: ({ done, total }) => {
        expect(total).to.equal(MANY);
        progress.push(done);
        if (done > 1500) stop.abort(new Error('the page is closed'));
      },
    }).catch((error: unknown) => String(error));
    expect(stopped).to.equal('Error: the page is closed');
    expect(progress).to.deep.equal([...progress].sort((one, other) => one - other));

    const half = await coverage();
    expect(half.isComplete).to.equal(false);
    expect(half.total).to.equal(MANY);
    expect(half.indexed).to.be.above(500).and.below(MANY);
    expect(await found('kestrel ')).to.equal(half.indexed);

    // Before and after the place where it stopped.
    await persistence.saveInteractions([row(3, 'falcon'), row(2500, 'falcon')]);
    await persistence.deleteInteraction(row(4).id);
    await persistence.deleteInteraction(row(2501).id);
    const read: number[] = [];
    await updateSearchIndex(database, { onProgress: ({ done }) => read.push(done) });
    expect(read[0], 'what was read is not read again').to.be.above(500);
    expect(await found('falcon')).to.equal(2);
    expect(await found('kestrel')).to.equal(MANY - 4);
    expect(await found('n4 ')).to.equal(0);
    expect(await found('n3 ')).to.equal(0);
    expect(await coverage()).to.deep.equal({
      isComplete: true,
      indexed: MANY - 2,
      total: MANY - 2,
    });
    await partsOfSegments();
  });

  it('finds what was written a moment ago also when it has just been begun', async () => {
    await persistence.saveConversation({ id: 'c0', title: 'Birds', projectId: null });
    for (const each of rows(100)) await persistence.saveInteraction(each);
    expect(await found('n99')).to.equal(1);
    const log = await database.searchChanges.count();
    const { state } = await SegmentStore.open(database);
    expect(state).to.include({ isBuilt: false, read: 0 });
    expect(await database.searchChanges.count()).to.be.lessThan(log);
    expect(await found('n99')).to.equal(1);
    expect(await coverage()).to.include({ isComplete: false });
    await updateSearchIndex(database);
    expect(await found('kestrel')).to.equal(100);
    expect(await coverage()).to.deep.equal({ isComplete: true, indexed: 100, total: 100 });
    expect(await database.searchChanges.count()).to.equal(0);
  });

  it('does not grow with a message that changes all the time', async () => {
    await persistence.saveInteractions(rows(30));
    await updateSearchIndex(database);
    for (let number = 0; number < 40; number++) {
      await persistence.saveInteraction(
        row(7, `merlin ${'word '.repeat(number)} w${String(number)}`),
      );
      await updateSearchIndex(database);
    }
    const segments = await database.searchSegments.toArray();
    expect(segments.length).to.be.below(8);
    const documents = segments.reduce((sum, segment) => sum + segment.documents, 0);
    expect(documents).to.be.below(40);
    expect(await found('merlin')).to.equal(1);
    expect(await found('w38 ')).to.equal(0);
    expect(await found('w39 ')).to.equal(1);
    expect(await found('kestrel')).to.equal(29);
    await partsOfSegments();
  });

  it('writes nothing for a change that is none of the words', async () => {
    await persistence.saveInteractions(rows(3));
    await updateSearchIndex(database);
    const before = await database.searchSegments.toArray();
    await database.interactions.update(row(1).id, { rating: 5 });
    await updateSearchIndex(database);
    expect(await database.searchSegments.toArray()).to.deep.equal(before);
    expect(await database.searchChanges.count()).to.equal(0);
  });

  it('is merged from many segments into few that find the same', async () => {
    for (let number = 0; number < 30; number++) {
      await persistence.saveInteraction(row(number));
      await updateSearchIndex(database);
    }
    expect(await database.searchSegments.count()).to.be.below(6);
    expect(await found('kestrel')).to.equal(30);
    for (let number = 0; number < 30; number++) {
      expect(await found(`n${String(number)} `), String(number)).to.equal(1);
    }
    await partsOfSegments();
  });

  it('lets go of all when all rows go, and of what a crash left', async () => {
    await persistence.saveInteractions(rows(10));
    await updateSearchIndex(database);
    await database.interactions.clear();
    expect(await found('kestrel')).to.equal(0);
    await persistence.saveInteraction(row(99));
    await updateSearchIndex(database);
    expect(await found('kestrel')).to.equal(1);
    await partsOfSegments();

    // A segment that was being written.
    const note = await database.bookkeeping.get('search');
    const state = note?.value as { next: number; loose: number[] };
    await database.searchParts.put({ segment: state.next, kind: 'ids', number: 0, ids: ['x'] });
    await database.bookkeeping.put({
      key: 'search',
      value: { ...state, next: state.next + 1, loose: [state.next] },
    });
    await updateSearchIndex(database);
    await partsOfSegments();
    expect(await found('kestrel')).to.equal(1);
  });

  it('is made anew when the log has lost its start, or the note is gone', async () => {
    await persistence.saveInteractions(rows(3));
    await updateSearchIndex(database);
    await persistence.saveInteraction(row(1, 'falcon'));
    await persistence.saveInteraction(row(2, 'falcon'));
    const first = await database.searchChanges.orderBy(':id').first();
    await database.searchChanges.delete(first?.position ?? 0);
    await updateSearchIndex(database);
    expect(await found('falcon')).to.equal(2);
    expect(await found('kestrel')).to.equal(1);
    await database.bookkeeping.delete('search');
    await updateSearchIndex(database);
    expect(await found('falcon')).to.equal(2);
    await partsOfSegments();
  });

  it('is made anew when it was written by a version that cuts and keeps it in another way', async () => {
    await persistence.saveInteractions(rows(3));
    await updateSearchIndex(database);
    const note = await database.bookkeeping.get('search');
    const state = note?.value as { format: number; name: string };
    const before = { ...state, format: state.format - 1 };
    await database.bookkeeping.put({ key: 'search', value: before });
    expect(await found('kestrel')).to.equal(0);
    expect(await coverage()).to.include({ isComplete: false });
    await updateSearchIndex(database);
    expect(await found('kestrel')).to.equal(3);
    const after = await database.bookkeeping.get('search');
    expect(after?.value).to.deep.include({ format: state.format });
    expect(after?.value).not.to.deep.include({ name: state.name });
    await partsOfSegments();
  });

  it('notices rows that were written and deleted past the log', async () => {
    await persistence.saveInteractions(rows(3));
    await updateSearchIndex(database);
    const native = database.backendDB();
    const past = (change: (store: IDBObjectStore) => void): Promise<unknown> =>
      new Promise((resolve) => {
        const transaction = native.transaction('interactions', 'readwrite');
        change(transaction.objectStore('interactions'));
        transaction.oncomplete = resolve;
      });
    await past((store) => store.put(row(7, 'falcon')));
    await updateSearchIndex(database, { check: true });
    expect(await found('falcon')).to.equal(1);
    await past((store) => store.delete(row(7).id));
    await updateSearchIndex(database, { check: true });
    expect(await found('falcon')).to.equal(0);
    expect(await found('kestrel')).to.equal(3);
  });

  it('is brought up to date by one at a time', async () => {
    await persistence.saveInteractions(rows(50));
    const both = await Promise.all([updateSearchIndex(database), updateSearchIndex(database)]);
    expect(both).to.have.members([true, false]);
    expect(await found('kestrel')).to.equal(50);
  });

  it('is gone with everything else, and comes back with what is written then', async () => {
    await persistence.saveInteractions(rows(5));
    await updateSearchIndex(database);
    await persistence.clearAllData();
    expect(await found('kestrel')).to.equal(0);
    await persistence.saveInteraction(row(1, 'falcon'));
    await updateSearchIndex(database);
    expect(await found('falcon')).to.equal(1);
    expect(await found('kestrel')).to.equal(0);
  });

  it('says how much is in it and what is waiting', async () => {
    expect(await readIndexStatus(database)).to.deep.include({ isBuilt: false, changes: 0 });
    await persistence.saveInteractions(rows(5));
    await updateSearchIndex(database);
    expect(await readIndexStatus(database)).to.deep.include({ isBuilt: true, changes: 0, read: 5 });
    await persistence.saveInteraction(row(6));
    expect(await readIndexStatus(database)).to.deep.include({ isBuilt: true, changes: 1 });
  });
});
