import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { LiteChatDatabase } from '../database/litechat-database.js';
import { observe } from './observe.js';
import { Persistence } from './persistence.js';

const draft = { title: 'Talk', projectId: null };

/** Collects the answers of a live query, and waits for one of them. */
function follow<Result>(query: () => Promise<Result>): {
  answer: (isRight: (result: Result) => boolean) => Promise<Result>;
  failure: Promise<unknown>;
  end: () => void;
  answers: Result[];
} {
  const answers: Result[] = [];
  const waiting = new Set<() => void>();
  let fail: (error: unknown) => void = () => undefined;
  const failure = new Promise<unknown>((resolve) => (fail = resolve));
  const end = observe(
    query,
    (result) => {
      answers.push(result);
      for (const check of waiting) check();
    },
    fail,
  );
  const answer = (isRight: (result: Result) => boolean): Promise<Result> =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = answers.find(isRight);
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  return { answer, failure, end, answers };
}

describe('observe', () => {
  it('answers now, and again after each write of this connection', async () => {
    const persistence = freshPersistence();
    const { answer, end } = follow(() => persistence.loadConversations());
    expect(await answer(() => true)).to.deep.equal([]);
    await persistence.saveConversation({ ...draft, id: 'a' });
    expect((await answer(({ length }) => length === 1))[0]?.id).to.equal('a');
    await persistence.updateRecord('conversations', 'a', { title: 'Renamed' });
    await answer(([row]) => row?.title === 'Renamed');
    end();
  });

  it('answers again after a write of another connection', async () => {
    const persistence = freshPersistence();
    const other = new Persistence(new LiteChatDatabase(persistence.database.name));
    const titles = follow(() => persistence.loadConversations());
    const interactions = follow(() => persistence.loadInteractionsForConversation('a'));
    const theme = follow(() => persistence.loadSetting('theme', 'light'));
    await Promise.all([titles, interactions, theme].map(({ answer }) => answer(() => true)));
    await other.saveConversation({ ...draft, id: 'a' });
    await titles.answer(({ length }) => length === 1);
    await other.database.interactions.put({ id: 'i', conversationId: 'a' } as never);
    await interactions.answer(({ length }) => length === 1);
    await other.saveSetting('theme', 'dark');
    await theme.answer((value) => value === 'dark');
    await other.deleteConversation('a');
    await titles.answer((rows) => rows.length === 0 && titles.answers.length > 1);
    for (const { end } of [titles, interactions, theme]) end();
  });

  it('is silent after it has ended', async () => {
    const persistence = freshPersistence();
    const ended = follow(() => persistence.loadConversations());
    const going = follow(() => persistence.loadConversations());
    await Promise.all([ended.answer(() => true), going.answer(() => true)]);
    ended.end();
    await persistence.saveConversation(draft);
    await going.answer(({ length }) => length === 1);
    expect(ended.answers).to.deep.equal([[]]);
    going.end();
  });

  it('tells a failure as a LiteChatError, also those that Dexie would keep to itself', async () => {
    const persistence = freshPersistence();
    await persistence.database.open();
    persistence.database.close();
    const checked = follow(() => persistence.loadConversations());
    const raw = follow(async () => persistence.database.conversations.toArray());
    for (const { failure, end } of [checked, raw]) {
      await rejection(
        failure.then((error) => Promise.reject(error as Error)),
        'database-closed',
      );
      end();
    }
  });
});
