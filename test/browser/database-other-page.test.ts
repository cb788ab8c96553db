import { expect } from '@open-wc/testing';
import type { LiteChatDatabase } from '../../src/database/litechat-database.js';
import type { Conversation } from '../../src/model/entities.js';
import { observe } from '../../src/persistence/observe.js';
import type { Persistence } from '../../src/persistence/persistence.js';
import { freshPersistence } from '../support/fresh-database.js';
import { rejection } from '../support/rejection.js';
import { fill } from '../support/sample-rows.js';
import { snapshot } from '../support/snapshot.js';

/** What the other page has loaded for itself: its own modules, its own Dexie, its own connection. */
interface OtherPage {
  Persistence: new (database: LiteChatDatabase) => Persistence;
  LiteChatDatabase: new (name: string) => LiteChatDatabase;
  observe: typeof observe;
}

const frames: HTMLIFrameElement[] = [];

/** Another page of the same origin, as another tab is. */
async function openPage(): Promise<{ page: OtherPage; leave: () => void }> {
  const frame = document.createElement('iframe');
  frames.push(frame);
  const loaded = new Promise<OtherPage>((resolve) => {
    frame.addEventListener('page-loaded', (event) =>
      resolve((event as CustomEvent<OtherPage>).detail),
    );
  });
  frame.srcdoc = `<script type="module">
    import { LiteChatDatabase } from '/src/database/litechat-database.ts';
    import { observe } from '/src/persistence/observe.ts';
    import { Persistence } from '/src/persistence/persistence.ts';
    const detail = { LiteChatDatabase, Persistence, observe };
    frameElement.dispatchEvent(new parent.CustomEvent('page-loaded', { detail }));
  </script>`;
  document.body.append(frame);
  return { page: await loaded, leave: () => frame.remove() };
}

const on = (page: OtherPage, { database }: Persistence): Persistence =>
  new page.Persistence(new page.LiteChatDatabase(database.name));

/** Resolves when a live query answers what is waited for. */
function answer(
  persistence: Persistence,
  isRight: (rows: Conversation[]) => boolean,
  observed: typeof observe = observe,
): { first: Promise<void>; right: Promise<void> } {
  let answered: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (answered = resolve));
  const right = new Promise<void>((resolve, reject) => {
    const end = observed(
      () => persistence.loadConversations(),
      (rows) => {
        answered();
        if (!isRight(rows)) return;
        end();
        resolve();
      },
      reject,
    );
  });
  return { first, right };
}

const draft = { id: 'a', title: 'Talk', projectId: null };

describe('another page on the same database', () => {
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
  });

  it('is told of writes here, and this one of writes there', async () => {
    const here = freshPersistence();
    const { page } = await openPage();
    const there = on(page, here);
    const seenHere = answer(here, (rows) => rows.some(({ id }) => id === 'from-there'));
    const seenThere = answer(
      there,
      (rows) => rows.some(({ id }) => id === 'from-here'),
      page.observe,
    );
    await Promise.all([seenHere.first, seenThere.first]);
    await here.saveConversation({ ...draft, id: 'from-here' });
    await there.saveConversation({ ...draft, id: 'from-there' });
    await Promise.all([seenHere.right, seenThere.right]);
    there.database.close();
  });

  it('clears all data: this one lets go, sees it, and brings nothing back', async () => {
    const here = freshPersistence();
    await fill(here);
    const { page } = await openPage();
    const there = on(page, here);
    const emptied = answer(here, ({ length }) => length === 0);
    await emptied.first;
    await there.clearAllData();
    await emptied.right;
    const late = here.updateInteraction('interaction-1-0', { response: 'Late' });
    await rejection(late, 'not-found');
    expect(Object.values(await snapshot(here.database)).flatMap(Object.keys)).to.deep.equal([]);
    expect(here.database.status.getState()).to.deep.equal({ state: 'ready', persistent: true });
    there.database.close();
  });

  it('changes the same setting at the same time, and no change is lost', async () => {
    const here = freshPersistence();
    const { page } = await openPage();
    const there = on(page, here);
    const add = (persistence: Persistence, item: number): Promise<unknown> =>
      persistence.updateSetting('list', (value) => [...((value ?? []) as number[]), item]);
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    await Promise.all(numbers.map((number) => add(number % 2 ? here : there, number)));
    expect(await here.loadSetting<number[]>('list', [])).to.have.members(numbers);
    there.database.close();
  });

  it('is left in the middle of a write: all of it is there, or nothing', async () => {
    const here = freshPersistence();
    await here.database.open();
    const { page, leave } = await openPage();
    const there = on(page, here);
    const rows = Array.from({ length: 3_000 }, (_, number) => ({ ...draft, id: `c-${number}` }));
    await there.saveConversation(draft);
    void there.saveConversations(rows);
    leave();
    expect(await here.database.conversations.count()).to.be.oneOf([1, 3_001]);
  });
});
