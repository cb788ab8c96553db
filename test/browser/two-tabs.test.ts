import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createPersistenceContext } from '../../src/context/create-persistence-context.js';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import { LiteChatDatabase } from '../../src/database/litechat-database.js';
import { allCategories } from '../../src/model/categories.js';
import { Persistence } from '../../src/persistence/persistence.js';
import {
  focusRow,
  focusedTitle,
  list,
  row,
  titles as shown,
} from '../support/conversation-list.js';
import { freshDatabase } from '../support/fresh-database.js';
import { fill } from '../support/sample-rows.js';

/** On a machine that is free a second is enough; beside other tests it may not be. */
const soon = { timeout: 5000 };
const titles = ({ stores }: PersistenceContext): string[] =>
  stores.conversations.getState().conversations.map(({ title }) => title);
const storesOf = ({ stores }: PersistenceContext) => Object.values({ ...stores });
const follow = (context: PersistenceContext): Promise<unknown> =>
  Promise.all(storesOf(context).map((store) => store.follow()));

describe('two tabs', () => {
  let here: PersistenceContext;
  let name: string;
  let endings: (() => void)[];

  function open(database: LiteChatDatabase): PersistenceContext {
    const { context, dispose } = createPersistenceContext(new Persistence(database));
    endings.push(() => database.close(), dispose);
    return context;
  }

  beforeEach(async () => {
    endings = [];
    const database = freshDatabase();
    ({ name } = database);
    here = open(database);
    await fill(here.persistence);
    await follow(here);
  });

  afterEach(() => endings.reverse().forEach((end) => end()));

  describe('on connections of their own', () => {
    let there: PersistenceContext;

    beforeEach(async () => {
      there = open(new LiteChatDatabase(name));
      await follow(there);
    });

    it('are both empty once one clears all data, with nothing selected', async () => {
      await here.stores.interactions.getState().setCurrentConversationId('conversation-1');
      here.stores.conversations.getState().selectItem('conversation-1', 'conversation');
      await follow(here);
      await there.persistence.clearAllData();
      for (const context of [here, there]) {
        await waitUntil(() => rowsOf(context).length === 0, 'rows are left', soon);
      }
      await waitUntil(
        () => here.stores.interactions.getState().currentConversationId === null,
        'a conversation is left',
        soon,
      );
      expect(here.stores.conversations.getState().selectedItemId).to.equal(null);
      await here.stores.conversations.getState().addConversation({ title: 'A new start' });
      await waitUntil(() => titles(there).join() === 'A new start', 'not there', soon);
    });

    it('both show what one restores', async () => {
      const file = await new Response(here.importExport.createBackup(allCategories)).blob();
      await here.stores.conversations.getState().deleteConversation('conversation-1');
      await waitUntil(() => titles(there).length === 2, 'not deleted', soon);
      await there.importExport.restoreBackup(file, allCategories);
      await waitUntil(() => titles(here).length === 3, 'not restored here', soon);
      await waitUntil(() => titles(there).length === 3, 'not restored there', soon);
    });

    it('both keep what they change in one row at the same moment', async () => {
      await Promise.all([
        here.stores.projects.getState().updateProject('project-1', { name: 'Art' }),
        there.stores.projects.getState().updateProject('project-1', { systemPrompt: 'Paint.' }),
      ]);
      for (const { stores } of [here, there]) {
        const art = (): boolean =>
          stores.projects
            .getState()
            .projects.some(
              (project) => project.name === 'Art' && project.systemPrompt === 'Paint.',
            );
        await waitUntil(art, 'a change is lost', soon);
      }
    });

    it('tell of what each does itself, and not of what the other does', async () => {
      const heard: string[] = [];
      here.events.onAny((event) => heard.push(`here ${event}`));
      there.events.onAny((event) => heard.push(`there ${event}`));
      await here.stores.conversations.getState().deleteConversation('conversation-1');
      await waitUntil(() => titles(there).length === 2, 'not deleted', soon);
      expect(heard).to.deep.equal(['here conversation.deleted']);
    });

    it('are told apart: one that is disposed of follows no more', async () => {
      const { context, dispose } = createPersistenceContext(there.persistence);
      await follow(context);
      dispose();
      await here.stores.conversations.getState().deleteConversation('conversation-1');
      await waitUntil(() => titles(there).length === 2, 'not deleted', soon);
      expect(titles(context)).to.have.length(3);
    });
  });

  it('agree on one context, whoever of its subscribers looks', async () => {
    const seen: string[][] = [[], []];
    const ends = seen.map((list) =>
      here.stores.conversations.subscribe(({ conversations }) =>
        list.push(String(conversations.length)),
      ),
    );
    await here.stores.conversations.getState().deleteConversation('conversation-1');
    await here.stores.conversations.getState().addConversation({ title: 'New talk' });
    ends.forEach((end) => end());
    expect(seen[0]).to.deep.equal(seen[1]);
    expect(seen[0]?.at(-1)).to.equal('3');
  });

  it('see each other as real pages', async () => {
    const there = await openPage(name);
    await there.stores.conversations.follow();
    expect(titles(there)).to.deep.equal(['Talk 3', 'Talk 2', 'Talk 1']);

    await here.stores.conversations
      .getState()
      .updateConversation('conversation-1', { title: 'Seen' });
    await waitUntil(() => titles(there)[0] === 'Seen', 'not seen there', soon);

    here.stores.conversations.getState().selectItem('conversation-2', 'conversation');
    await follow(here);
    await there.stores.conversations.getState().deleteConversation('conversation-2');
    await waitUntil(() => titles(here).length === 2, 'not seen here', soon);
    await waitUntil(
      () => here.stores.conversations.getState().selectedItemId === null,
      'still selected',
      soon,
    );

    await there.persistence.clearAllData();
    await waitUntil(() => titles(here).length === 0, 'not cleared here', soon);
    there.database.close();
  });
});

describe('two pages with a list', () => {
  it('show each what the other does, with selection and focus where they were', async () => {
    const database = freshDatabase();
    const { context: here, dispose } = createPersistenceContext(new Persistence(database));
    await here.persistence.saveProject({ id: 'project-1', name: 'Work', parentId: null });
    await here.persistence.saveConversations(
      [1, 2, 3].map((number) => ({
        id: `conversation-${String(number)}`,
        title: `Talk ${String(number)}`,
        projectId: null,
      })),
    );
    const element = await list(here);
    const there = (await openPage(database.name)).stores.outline.getState();

    row(element, 'Talk 2').click();
    await focusRow(element, 'Talk 2');
    const talk = (number: number) =>
      ({ type: 'conversation', id: `conversation-${String(number)}` }) as const;
    const isThere = async (what: string, isSeen: () => boolean): Promise<void> => {
      await waitUntil(isSeen, what, soon);
      expect(focusedTitle(element), what).to.equal('Talk 2');
      expect(element.selected, what).to.equal('conversation-2');
    };

    await there.addConversation({ title: 'New there', projectId: null });
    await isThere('added', () => shown(element).includes('New there'));
    await there.rename(talk(1), 'Renamed there');
    await isThere('renamed', () => shown(element).includes('Renamed there'));
    await there.pin([talk(2)]);
    await isThere('pinned', () => shown(element)[0] === 'Talk 2');
    await there.archive([talk(1)]);
    await isThere('archived', () => !shown(element).includes('Renamed there'));
    await there.archive([talk(1)], false);
    await isThere('taken back', () => shown(element).includes('Renamed there'));
    await there.move([talk(1)], 'project-1');
    await isThere('moved', () => !shown(element).includes('Renamed there'));
    await there.trash([talk(3)]);
    await isThere('trashed', () => !shown(element).includes('Talk 3'));
    await there.emptyTrash();
    await isThere('deleted', () => here.stores.outline.getState().tree.count('trashed') === 0);
    await there.delete(talk(2));
    await waitUntil(
      () => element.selected === null && !shown(element).includes('Talk 2'),
      'deleted, and the selection is left',
      soon,
    );
    dispose();
    database.close();
  });
});

/** All rows that the stores show. */
function rowsOf(context: PersistenceContext): unknown[] {
  return storesOf(context)
    .flatMap((store) => Object.values<unknown>({ ...store.getState() }))
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : []));
}

/** A page with modules of its own, on the same database. */
async function openPage(name: string): Promise<PersistenceContext> {
  const source = (file: string): string => new URL(`../../src/${file}`, import.meta.url).pathname;
  const script = `
    import { createPersistenceContext } from '${source('context/create-persistence-context.ts')}';
    import { LiteChatDatabase } from '${source('database/litechat-database.ts')}';
    import { Persistence } from '${source('persistence/persistence.ts')}';
    const persistence = new Persistence(new LiteChatDatabase('${name}'));
    window.opened = createPersistenceContext(persistence).context;
  `;
  const page = `<script type="module">${script}</script>`;
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe title="Another tab" srcdoc=${page}></iframe>`,
  );
  const opened = (): unknown => Reflect.get(frame.contentWindow ?? {}, 'opened');
  await waitUntil(() => opened() !== undefined, 'the page does not start', { timeout: 8000 });
  const context = opened();
  if (!isContext(context)) throw new Error('The page has gone.');
  return context;
}

const isContext = (value: unknown): value is PersistenceContext =>
  typeof value === 'object' && value !== null && 'stores' in value;
