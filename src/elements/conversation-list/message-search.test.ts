import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  focused,
  freshContext,
  list,
  press,
  search,
  titles,
} from '../../../test/support/conversation-list.js';
import {
  activeResult,
  birdContext,
  choosePlace,
  found,
  foundIds,
  results,
  said,
  searchMessages,
  type,
  untilFound,
} from '../../../test/support/message-search.js';
import { find, has } from '../../../test/support/shadow.js';
import { LiteChatDatabase } from '../../database/litechat-database.js';
import { LiteChatError } from '../../errors.js';
import { setMarks } from '../../persistence/outline-items.js';
import { Persistence } from '../../persistence/persistence.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import type { ConversationList } from './conversation-list.js';

const all = ['s1', 's2', 'd1', 'b1', 'g1'];

async function birdList(): Promise<{ context: PersistenceContext; element: ConversationList }> {
  const context = await birdContext();
  return { context, element: await list(context) };
}

async function foundList(
  words = 'kestrel',
): Promise<{ context: PersistenceContext; element: ConversationList }> {
  const both = await birdList();
  await searchMessages(both.element, words);
  await untilFound(both.element, all);
  return both;
}

async function setFilter(element: ConversationList, name: string, value: string): Promise<void> {
  const select = find(element, `select[aria-label="${name}"]`, HTMLSelectElement);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** Within some frames, of which a busy machine has few. */
const soon = (isSo: () => unknown): Promise<void> => waitUntil(isSo, '', { timeout: 5000 });

/** What the next event of a hit says. */
async function openedHit(element: ConversationList): Promise<object> {
  const event = await oneEvent(element, 'litechat-search-hit-opened');
  return (event as HTMLElementEventMap['litechat-search-hit-opened']).detail;
}

const field = (element: ConversationList): HTMLInputElement =>
  find(element, '[part=search]', HTMLInputElement);
const text = (element: ConversationList, selector: string): string =>
  find(element, selector).textContent.replace(/\s+/g, ' ').trim();

describe('the search in messages of <litechat-conversation-list>', () => {
  describe('offers', () => {
    it('titles and messages while there are words, with how many were found', async () => {
      const { element } = await birdList();
      expect(has(element, '[part=search-places]')).to.be.false;
      await type(element, 'kestrel');
      expect(text(element, '[part=search-places]')).to.equal('Titles 0 Messages');
      expect(titles(element)).to.deep.equal([]);
      await choosePlace(element, 'messages');
      await untilFound(element, all);
      expect(text(element, '[part=search-places]')).to.equal('Titles Messages 5');
      expect(focused(element)).to.equal(field(element));
      await search(element, '');
      expect(has(element, '[part=search-places]')).to.be.false;
      expect(titles(element)[0]).to.equal('Work');
      await search(element, 'owl');
      await untilFound(element, ['s2']);
    });

    it('messages where no title matches, by a button and by Enter', async () => {
      const { element } = await birdList();
      await type(element, 'kestrel');
      expect(text(element, '[part=no-match]')).to.contain('No title has “\u2068kestrel\u2069”.');
      await expect(element).to.be.accessible();
      find(element, '[part=search-messages]').click();
      await untilFound(element, all);
      expect(focused(element)).to.equal(field(element));
      await press(element, 'Escape');
      expect(text(element, '[part=no-match]')).to.contain('No title has');
      await press(element, 'Enter');
      await untilFound(element, all);
    });

    it('no messages in the trash, which is searched by its titles', async () => {
      const { context, element } = await birdList();
      await setMarks(context.database, [{ type: 'conversation', id: 'soup' }], { trashed: true });
      await waitUntil(() => has(element, '[data-shelf=trashed]'));
      find(element, '[data-shelf=trashed]').click();
      await element.updateComplete;
      await search(element, 'soup');
      expect(titles(element)).to.deep.equal(['Soup']);
      expect(has(element, '[part=search-places]')).to.be.false;
    });

    it('reads nothing of the index before messages are searched', async () => {
      const { context, element } = await birdList();
      await type(element, 'kestrel');
      const { index, status } = context.stores.search.getState();
      expect([index.state, status.state]).to.deep.equal(['unknown', 'idle']);
    });
  });

  describe('shows', () => {
    it('passages by conversation with its project, their matches marked, role and date', async () => {
      const { element } = await foundList();
      expect(found(element)).to.deep.equal({
        'Soup': ['s1', 's2'],
        'Résumé, Papers': ['d1'],
        'Bread': ['b1'],
        'Untitled': ['g1'],
      });
      const [first] = results(element);
      const marks = [...(first?.querySelectorAll('mark') ?? [])];
      expect(marks.map(({ textContent }) => textContent)).to.deep.equal(['kestrel']);
      expect(first?.querySelector('.meta')?.textContent).to.match(/You\s+\S/);
      expect(first?.ariaSetSize).to.equal('5');
      expect(find(element, '[role=status]').textContent).to.contain('5 matches');
      await expect(element).to.be.accessible();
    });

    it('hostile words as text', async () => {
      const context = freshContext();
      const hostile = '<img src=x onerror="document.title=1"> \u202Ekestrel';
      await context.persistence.saveConversation({ id: 'c', title: hostile, projectId: null });
      await context.persistence.saveInteractions([
        said('h', 'c', [`${hostile} ${'kestrel'.repeat(2000)}`, '']),
      ]);
      const element = await list(context);
      element.style.inlineSize = '260px';
      await searchMessages(element, 'img kestrel');
      await untilFound(element, ['h']);
      expect(has(element, '.results img')).to.be.false;
      expect(text(element, '[part=result]')).to.contain('<img src=x onerror=');
      const marks = [...(element.shadowRoot?.querySelectorAll('mark') ?? [])];
      expect(marks.every(({ children }) => children.length === 0)).to.be.true;
      const box = find(element, '.results');
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    });

    it('that no message has the words, and searches all of them where filters are set', async () => {
      const { context, element } = await foundList();
      await setFilter(element, 'Who said it', 'user');
      await untilFound(element, ['s1', 'd1', 'g1']);
      await setFilter(element, 'Time', 'week');
      await untilFound(element, ['s1']);
      await setFilter(element, 'Project', 'work');
      await waitUntil(() => has(element, '[part=no-match]'));
      await expect(element).to.be.accessible();
      find(element, '[part=no-match] button').click();
      await untilFound(element, all);
      expect(find(element, 'select', HTMLSelectElement).value).to.equal('');
      await waitUntil(() => context.stores.search.getState().index.state === 'ready');
      await search(element, 'merlin');
      await waitUntil(() => has(element, '[part=no-match]'));
      expect(text(element, '[part=no-match]')).to.equal('No message has “\u2068merlin\u2069”.');
      expect(has(element, '[part=no-match] button')).to.be.false;
      await expect(element).to.be.accessible();
    });

    it('by project, time and role, which are remembered while the list lives', async () => {
      const { element } = await foundList();
      await setFilter(element, 'Project', 'work');
      await untilFound(element, ['d1']);
      await press(element, 'Escape', 'Escape');
      expect(field(element).value).to.equal('');
      await searchMessages(element, 'kestrel');
      await untilFound(element, ['d1']);
      await setFilter(element, 'Project', '');
      await setFilter(element, 'Time', 'month');
      await untilFound(element, ['s1', 's2', 'd1']);
      await setFilter(element, 'Time', 'year');
      await untilFound(element, ['s1', 's2', 'd1', 'b1']);
      await setFilter(element, 'Who said it', 'assistant');
      await untilFound(element, ['s1', 's2', 'b1']);
    });

    it('what becomes of the results elsewhere', async () => {
      const { context, element } = await foundList();
      field(element).focus();
      await press(element, 'ArrowDown', 'ArrowDown');
      const ids = foundIds(element);
      expect(activeResult(element)).to.equal('s2');
      const elsewhere = new Persistence(new LiteChatDatabase(context.database.name));
      await elsewhere.deleteInteraction('s2');
      await untilFound(element, ['s1', 'd1', 'b1', 'g1']);
      expect(activeResult(element), 'the one in its place').to.equal(ids[2]);
      await setMarks(elsewhere.database, [{ type: 'project', id: 'work' }], { trashed: true });
      await untilFound(element, ['s1', 'b1', 'g1']);
      await elsewhere.deleteConversation('bread');
      await untilFound(element, ['s1', 'g1']);
      elsewhere.database.close();
    });

    it('only what the last words find, however fast they are typed', async () => {
      const { element } = await birdList();
      await choosePlaceAt(element, 'k');
      await type(element, 'estrel kitchen');
      await untilFound(element, ['s1']);
      await search(element, 'ow');
      await search(element, 'owl flour');
      await search(element, 'flour');
      await untilFound(element, ['b1']);
      expect(field(element).value).to.equal('flour');
    });
  });

  describe('by keyboard', () => {
    it('runs through the results while the words keep the focus', async () => {
      const { element } = await foundList();
      const ids = foundIds(element);
      expect(activeResult(element)).to.equal(undefined);
      expect(field(element).role).to.equal('combobox');
      await press(element, 'ArrowDown');
      expect(activeResult(element)).to.equal(ids[0]);
      await expect(element).to.be.accessible();
      await press(element, 'ArrowDown', 'ArrowDown');
      expect(activeResult(element)).to.equal(ids[2]);
      await press(element, 'End');
      expect(activeResult(element)).to.equal(ids[4]);
      await press(element, 'ArrowDown');
      expect(activeResult(element)).to.equal(ids[4]);
      await press(element, 'Home');
      expect(activeResult(element)).to.equal(ids[0]);
      await press(element, 'ArrowUp');
      expect(activeResult(element), 'the words alone').to.equal(undefined);
      await press(element, 'ArrowUp');
      expect(activeResult(element)).to.equal(ids[4]);
      expect(focused(element)).to.equal(field(element));
      field(element).select();
      await press(element, 'Home');
      expect(activeResult(element), 'the caret moves').to.equal(ids[4]);
    });

    it('opens the first by Enter, or the one at hand, and tells of it', async () => {
      const { context, element } = await foundList();
      const told: unknown[] = [];
      for (const name of ['litechat-selection-changed', 'litechat-search-hit-opened'] as const) {
        document.body.addEventListener(name, ({ detail }) => told.push(detail), { once: true });
      }
      await press(element, 'Enter');
      expect(told).to.deep.equal([
        { id: 'soup', type: 'conversation' },
        { conversationId: 'soup', interactionId: 's1' },
      ]);
      const { revealed } = context.stores.selection.getState();
      expect(revealed).to.deep.equal({
        conversationId: 'soup',
        interactionId: 's1',
        role: 'user',
      });
      const opened = openedHit(element);
      await press(element, 'ArrowDown', 'Enter');
      expect(await opened).to.deep.equal({ conversationId: 'soup', interactionId: 's2' });
      expect(element.selected).to.equal('soup');
      expect(field(element).value).to.equal('kestrel');
      expect(focused(element)).to.equal(field(element));
    });

    it('goes back by Escape: to the words, to the titles, to the list', async () => {
      const { element } = await foundList();
      await press(element, 'ArrowDown', 'Escape');
      expect(activeResult(element)).to.equal(undefined);
      expect(results(element)).to.have.length(5);
      await press(element, 'Escape');
      expect(has(element, '[part=results]')).to.be.false;
      expect(field(element).value).to.equal('kestrel');
      expect(field(element).role).to.equal(null);
      await press(element, 'Escape');
      expect(titles(element)[0]).to.equal('Work');
    });
  });

  it('opens by a press on a passage, or on the title above it', async () => {
    const { element } = await foundList();
    const opened = openedHit(element);
    results(element)[1]?.click();
    expect(await opened).to.deep.equal({ conversationId: 'soup', interactionId: 's2' });
    await element.updateComplete;
    expect(activeResult(element)).to.equal('s2');
    const again = openedHit(element);
    find(element, '[part=result-title]').click();
    expect(await again).to.deep.equal({ conversationId: 'soup', interactionId: 's1' });
  });

  it('opens messages that have outlived their conversation', async () => {
    const { context, element } = await foundList('kestrel');
    results(element)
      .find(({ dataset }) => dataset['hit'] === 'hit g1')
      ?.click();
    await context.stores.selection.follow();
    await element.updateComplete;
    const { itemId, revealed } = context.stores.selection.getState();
    expect([itemId, revealed?.interactionId]).to.deep.equal(['gone', 'g1']);
  });

  it('has few rows of many results in the document, and more as the end comes into sight', async function () {
    this.timeout(30_000);
    const context = freshContext();
    await context.persistence.saveConversation({ id: 'c', title: 'Birds', projectId: null });
    await context.persistence.saveInteractions(
      Array.from({ length: 400 }, (_, number) =>
        said(`m${String(number)}`, 'c', [`kestrel${' more'.repeat(number % 40)}`, '']),
      ),
    );
    const box = await fixture(html`
      <div style="height: 500px">
        <litechat-conversation-list .context=${context}></litechat-conversation-list>
      </div>
    `);
    const element = box.querySelector('litechat-conversation-list');
    if (!element) throw new Error('no list');
    await waitUntil(() => element.matches(':state(full)'));
    await searchMessages(element, 'kestrel');
    await waitUntil(() => results(element).length > 0);
    const loaded = (): number =>
      context.stores.search.getState().groups.reduce((sum, { hits }) => sum + hits.length, 0);
    await expect(element).to.be.accessible();
    field(element).focus();
    while (loaded() < 400) {
      await press(element, 'End');
      // It has to be scrolled to and rendered first.
      await soon(() => activeResult(element) !== undefined);
      expect(results(element).length).to.be.within(3, 100);
    }
    await press(element, 'End');
    await soon(() => activeResult(element) !== undefined);
    expect(results(element).at(-1)?.ariaPosInSet).to.equal('400');
    expect(results(element).at(-1)?.ariaSetSize).to.equal('400');
    const last = (): DOMRect | undefined => results(element).at(-1)?.getBoundingClientRect();
    const { bottom } = element.getBoundingClientRect();
    await soon(() => (last()?.bottom ?? Infinity) <= bottom + 1);
    await press(element, 'Home');
    await soon(() => results(element)[0]?.ariaPosInSet === '1');
    await soon(() => activeResult(element) === results(element)[0]?.dataset['hit']?.slice(4));
    await waitUntil(
      () => find(element, '.results').scrollTop === 0,
      'with the title of the conversation',
      { timeout: 5000 },
    );
  });

  describe('tells', () => {
    /** What the search store would say while the index is made, or when that fails. */
    function say(context: PersistenceContext, state: object): void {
      context.stores.search.setState(state);
    }

    it('how far the index is, and shows meanwhile what is found', async () => {
      const { context, element } = await foundList();
      say(context, { index: { state: 'building', done: 43, total: 100 } });
      await element.updateComplete;
      expect(text(element, '[part=search-progress]')).to.equal('Preparing the search, 43%');
      expect(find(element, 'progress', HTMLProgressElement).position).to.equal(0.43);
      expect(results(element)).to.have.length(5);
      await expect(element).to.be.accessible();
      say(context, { groups: [], total: 0 });
      await element.updateComplete;
      expect(text(element, '[part=no-match]')).to.contain('so far');
    });

    it('that the index could not be made, and tries again', async () => {
      const { context, element } = await foundList();
      const error = new LiteChatError('quota-exceeded', 'There is no room left.');
      say(context, { index: { state: 'failed', error } });
      await element.updateComplete;
      expect(text(element, '[part=failure]')).to.contain('There is no room left.');
      expect(results(element)).to.have.length(5);
      await expect(element).to.be.accessible();
      find(element, '[part=failure] button').click();
      await waitUntil(() => !has(element, '[part=failure]'));
      await untilFound(element, all);
      await waitUntil(() => context.stores.search.getState().index.state === 'ready');
    });

    it('that a search failed, and tries again', async () => {
      const { context, element } = await birdList();
      const fail = () =>
        Promise.reject(new LiteChatError('database-connection-lost', 'No connection.'));
      Object.defineProperty(context.database, 'transaction', { value: fail, configurable: true });
      await searchMessages(element, 'kestrel');
      await waitUntil(() => has(element, '[part=failure]'));
      expect(text(element, '[part=failure]')).to.contain('No connection.');
      await expect(element).to.be.accessible();
      Reflect.deleteProperty(context.database, 'transaction');
      find(element, '[part=failure] button').click();
      await untilFound(element, all);
      // The index, which failed too, may be a moment later.
      await waitUntil(() => !has(element, '[part=failure]'));
    });

    it('that it is searching, to those who cannot see the skeleton', async () => {
      const { context, element } = await birdList();
      const wait = () => new Promise(() => undefined);
      Object.defineProperty(context.database, 'transaction', { value: wait, configurable: true });
      await searchMessages(element, 'kestrel');
      expect(text(element, '.skeleton')).to.equal('Searching');
      await expect(element).to.be.accessible();
    });
  });

  it('ends with the list, and begins anew with it', async () => {
    const { context, element } = await foundList();
    const place = element.parentElement;
    element.remove();
    expect(context.stores.search.getState().query).to.equal('');
    place?.append(element);
    await untilFound(element, all);
  });
});

/** Types the first letter, and searches in messages from there on. */
async function choosePlaceAt(element: ConversationList, letter: string): Promise<void> {
  await type(element, letter);
  await choosePlace(element, 'messages');
  field(element).focus();
  await sendKeys({ press: 'End' });
}
