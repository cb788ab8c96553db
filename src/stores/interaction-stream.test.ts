import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { FailingWrites } from '../../test/support/failing-writes.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { createPersistenceContext } from '../context/create-persistence-context.js';
import type { Interaction } from '../model/entities.js';
import { interactionEvent } from '../model/events.js';
import { LiteChatDatabase } from '../database/litechat-database.js';
import { Persistence } from '../persistence/persistence.js';
import { MessageSearch } from '../persistence/search/message-search.js';
import { updateSearchIndex } from '../persistence/search/update-index.js';
import type { InteractionStream } from './interaction-stream.js';
import type { InteractionState } from './interaction-store.js';
import type { Stores } from './stores.js';

describe('a streamed answer', () => {
  let persistence: Persistence;
  let writes: FailingWrites;
  let stores: Stores;
  let dispose: () => void;
  let facts: unknown[];

  beforeEach(async () => {
    persistence = freshPersistence();
    writes = new FailingWrites(persistence.database);
    const made = createPersistenceContext(persistence);
    stores = made.context.stores;
    dispose = made.dispose;
    facts = [];
    made.context.events.on(interactionEvent.updated, (fact) => facts.push(fact));
    await persistence.saveConversation({
      id: 'talk',
      title: 'Talk',
      projectId: null,
      updatedAt: new Date('2026-01-01'),
    });
    await persistence.saveInteraction({
      id: 'answer',
      conversationId: 'talk',
      type: 'message.user_assistant',
      index: 0,
      parentId: null,
      prompt: { id: 'prompt', content: 'Why?' },
      response: '',
      status: 'STREAMING',
      startedAt: new Date(),
      endedAt: null,
      metadata: { modelId: 'm-1' },
    });
    writes.reset();
  });

  afterEach(() => dispose());

  const state = (): InteractionState => stores.interactions.getState();
  const shown = (): unknown => state().interactions[0]?.response;
  const stored = async (): Promise<Interaction | undefined> =>
    persistence.database.interactions.get('answer');
  async function answer(): Promise<Interaction> {
    const row = await stored();
    if (!row) throw new Error('no answer');
    return row;
  }
  const touchedAt = async (): Promise<string | undefined> =>
    (await persistence.database.conversations.get('talk'))?.updatedAt.toISOString();

  /** As the browser does when the page goes out of sight. */
  function hidePage(): void {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
  }

  it('is shown at once and written some ten times a second, the last of it always', async () => {
    await state().setCurrentConversationId('talk');
    const stream = state().beginStream('answer');
    const begun = performance.now();
    let text = '';
    for (let piece = 0; piece < 200; piece++) {
      text += `word${piece} `;
      stream.update({ response: text });
      expect(shown()).to.equal(text);
      // 200 a second, whatever the writes take.
      await aTimeout(Math.max(0, begun + piece * 5 - performance.now()));
    }
    const most = Math.ceil((performance.now() - begun) / 100);
    expect(writes.begun).to.be.within(3, most);
    await waitUntil(async () => (await stored())?.response === text);
    expect(facts.length).to.be.at.most(writes.begun);
    await stream.end();
  });

  it('moves the time of its conversation at the end alone', async () => {
    const before = await touchedAt();
    const stream = state().beginStream('answer');
    stream.update({ response: 'Half of it' });
    await waitUntil(async () => (await stored())?.response === 'Half of it');
    expect(await touchedAt()).to.equal(before);
    await stream.end({ response: 'All of it', status: 'COMPLETED' });
    expect(await stored()).to.include({ response: 'All of it', status: 'COMPLETED' });
    expect((await stored())?.metadata).to.deep.equal({ modelId: 'm-1' });
    expect(await touchedAt()).not.to.equal(before);
    expect(facts.at(-1)).to.deep.equal({
      interactionId: 'answer',
      updates: { response: 'All of it', status: 'COMPLETED' },
    });
  });

  it('is shown without a gap when it has ended', async () => {
    await state().setCurrentConversationId('talk');
    const seen = new Set<unknown>();
    const stream = state().beginStream('answer');
    stream.update({ response: 'All of it' });
    stores.interactions.subscribe(({ interactions }) => seen.add(interactions[0]?.response));
    await stream.end();
    expect(state().streamed.size).to.equal(0);
    expect(shown()).to.equal('All of it');
    expect([...seen]).to.deep.equal(['All of it']);
  });

  it('is one for all who begin it, and takes nothing after its end', async () => {
    const stream = state().beginStream('answer');
    expect(state().beginStream('answer')).to.equal(stream);
    const ended = stream.end({ response: 'Done' });
    expect(() => stream.update({ response: 'More' })).to.throw('has ended');
    await ended;
    await stream.end();
    expect(() => stream.update({ response: 'More' })).to.throw('Nothing was changed');
    expect((await stored())?.response).to.equal('Done');
    expect(state().beginStream('answer')).not.to.equal(stream);
    await state().beginStream('answer').end();
  });

  it('refuses what cannot be stored, and goes on', async () => {
    const stream = state().beginStream('answer');
    expect(() => stream.update({ response: () => 'text' })).to.throw('response');
    await stream.end({ response: 'Text' });
    expect((await stored())?.response).to.equal('Text');
  });

  it('is on its way to the disk as soon as the page goes out of sight', async () => {
    const stream = state().beginStream('answer');
    stream.update({ response: 'The last words' });
    hidePage();
    // A closed database starts nothing any more: what is stored now was begun before.
    persistence.database.close();
    await persistence.database.open();
    expect((await stored())?.response).to.equal('The last words');
    await stream.end();
  });

  it('is on its way to the disk as soon as the page is left', async () => {
    const stream = state().beginStream('answer');
    stream.update({ response: 'The last words' });
    dispatchEvent(new PageTransitionEvent('pagehide'));
    persistence.database.close();
    await persistence.database.open();
    expect((await stored())?.response).to.equal('The last words');
    await stream.end();
  });

  it('is found by a search, though the page went before it could say what it wrote', async () => {
    await updateSearchIndex(persistence.database);
    const stream = state().beginStream('answer');
    stream.update({ response: 'Half of it' });
    await waitUntil(async () => (await stored())?.response === 'Half of it');
    await updateSearchIndex(persistence.database);
    persistence.keepInteraction(await answer(), { response: 'The last words' });
    persistence.database.close();
    await persistence.database.open();
    await updateSearchIndex(persistence.database);
    const search = await MessageSearch.start(persistence.database, 'last words');
    expect(await search.next(10)).to.have.length(1);
    await stream.end();
  });

  describe('whose message is deleted elsewhere', () => {
    let there: LiteChatDatabase;

    beforeEach(() => {
      there = new LiteChatDatabase(persistence.database.name);
    });

    afterEach(() => there.close());

    /** A stream of which a part is written already, so that its row is known. */
    async function streamHalf(): Promise<InteractionStream> {
      const stream = state().beginStream('answer');
      stream.update({ response: 'Half of it' });
      await waitUntil(async () => (await stored())?.response === 'Half of it');
      return stream;
    }

    /** Resolves once this page has heard that the row may be gone. */
    function heardOf(id: string): Promise<boolean> {
      return new Promise((resolve) => {
        const end = persistence.watchDeletedInteractions((mayBeGone) => {
          if (!mayBeGone(id)) return;
          end();
          resolve(mayBeGone('answer'));
        });
      });
    }

    const deletions = {
      'the message alone': () => new Persistence(there).deleteInteraction('answer'),
      'its conversation': () => new Persistence(there).deleteConversation('talk'),
      'all messages, past the kit': () => there.interactions.clear(),
    };

    for (const [what, remove] of Object.entries(deletions)) {
      it(`does not bring it back when the page goes right after: ${what}`, async () => {
        const stream = await streamHalf();
        const heard = heardOf('answer');
        await remove();
        await heard;
        stream.update({ response: 'The last words' });
        hidePage();
        await waitUntil(() => state().streamed.size === 0);
        expect(await persistence.database.interactions.count()).to.equal(0);
      });
    }

    it('is written all the same when it was another message', async () => {
      await persistence.saveInteraction({ ...(await answer()), id: 'other', index: 1 });
      const stream = await streamHalf();
      const heard = heardOf('other');
      await new Persistence(there).deleteInteraction('other');
      expect(await heard).to.be.false;
      stream.update({ response: 'The last words' });
      hidePage();
      persistence.database.close();
      await persistence.database.open();
      expect((await stored())?.response).to.equal('The last words');
    });

    it('does not bring it back when the row was last seen long ago, and nobody told', async () => {
      const stream = await streamHalf();
      const native = persistence.database.backendDB().transaction('interactions', 'readwrite');
      native.objectStore('interactions').delete('answer');
      stream.update({ response: 'The last words' });
      const later = performance.now() + 1500;
      performance.now = () => later;
      try {
        hidePage();
      } finally {
        Reflect.deleteProperty(performance, 'now');
      }
      await waitUntil(() => state().streamed.size === 0);
      expect(await persistence.database.interactions.count()).to.equal(0);
    });
  });

  it('is put as it was last written, not as it was when it began', async () => {
    const stream = state().beginStream('answer');
    stream.update({ response: 'Half of it', rating: 3 });
    await waitUntil(async () => (await stored())?.rating === 3);
    stream.update({ response: 'The last words' });
    hidePage();
    persistence.database.close();
    await persistence.database.open();
    expect(await stored()).to.include({ response: 'The last words', rating: 3 });
  });

  it('is not written at the end of the page when the database has been closed', async () => {
    const stream = state().beginStream('answer');
    stream.update({ response: 'Half of it' });
    await waitUntil(async () => (await stored())?.response === 'Half of it');
    persistence.database.close();
    stream.update({ response: 'Too late' });
    hidePage();
    await waitUntil(() => state().streamed.get('answer')?.error);
    await persistence.database.open();
    expect((await stored())?.response).to.equal('Half of it');
    await stream.end();
  });

  it('keeps its end when the page goes out of sight at that moment', async () => {
    const stream = state().beginStream('answer');
    const ended = stream.end({ response: 'The last words', status: 'COMPLETED' });
    hidePage();
    persistence.database.close();
    await ended.catch(() => undefined);
    await persistence.database.open();
    expect(await stored()).to.include({ response: 'The last words', status: 'COMPLETED' });
  });

  it('keeps what has come when the stores end', async () => {
    state().beginStream('answer').update({ response: 'The last words' });
    dispose();
    persistence.database.close();
    await persistence.database.open();
    expect((await stored())?.response).to.equal('The last words');
  });

  it('tells of a write that failed, keeps the text, and writes it with the next', async () => {
    await state().setCurrentConversationId('talk');
    const stream = state().beginStream('answer');
    writes.reset(1);
    stream.update({ response: 'Not written', rating: 1 });
    await waitUntil(() => state().streamed.get('answer')?.error);
    expect(state().streamed.get('answer')?.error?.code).to.equal('quota-exceeded');
    expect(shown()).to.equal('Not written');
    expect((await stored())?.response).to.equal('');
    expect(facts).to.deep.equal([]);

    stream.update({ response: 'Written' });
    await waitUntil(() => state().streamed.get('answer')?.error === undefined);
    expect(await stored()).to.include({ response: 'Written', rating: 1 });
    await stream.end();
  });

  it('can be ended again when the last write failed, and is shown until then', async () => {
    await state().setCurrentConversationId('talk');
    const stream = state().beginStream('answer');
    writes.reset(1);
    await rejection(stream.end({ response: 'The end', status: 'COMPLETED' }), 'quota-exceeded');
    expect(shown()).to.equal('The end');
    expect(state().streamed.get('answer')?.error?.code).to.equal('quota-exceeded');
    await stream.end();
    expect(await stored()).to.include({ response: 'The end', status: 'COMPLETED' });
    expect(state().streamed.size).to.equal(0);
  });

  it('ends when its interaction is deleted, and writes no orphan', async () => {
    const stream = state().beginStream('answer');
    await persistence.deleteConversation('talk');
    stream.update({ response: 'Too late' });
    await waitUntil(() => state().streamed.size === 0);
    expect(await persistence.database.interactions.count()).to.equal(0);
  });

  it('leaves alone what others change meanwhile', async () => {
    const stream = state().beginStream('answer');
    stream.update({ response: 'Text' });
    await state().rateInteraction('answer', 4);
    await stream.end({ status: 'COMPLETED' });
    expect(await stored()).to.include({ response: 'Text', rating: 4, status: 'COMPLETED' });
  });
});
