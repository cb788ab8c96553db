import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  filledContext,
  focusRow,
  focused,
  focusedTitle,
  freshContext,
  list,
  press,
  row,
  rows,
  search,
  titles,
} from '../../../test/support/conversation-list.js';
import { find } from '../../../test/support/shadow.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import '../../define/persistence-provider.js';
import { LiteChatError } from '../../errors.js';
import type { PersistenceProvider } from '../persistence-provider/persistence-provider.js';
import type { ConversationList } from './conversation-list.js';

/** Lets every transaction on the database answer so. */
function answerReadsOf({ database }: PersistenceContext, answer: () => Promise<never>): () => void {
  Object.defineProperty(database, 'transaction', { value: answer, configurable: true });
  return () => Reflect.deleteProperty(database, 'transaction');
}

describe('<litechat-conversation-list>', () => {
  describe('shows', () => {
    it('projects by name, then conversations, newest first', async () => {
      const element = await list(await filledContext());
      expect(titles(element)).to.deep.equal(['Work', 'Soup', 'Bread', 'Untitled']);
      await expect(element).to.be.accessible();
    });

    it('one sentence and one button when there is nothing', async () => {
      const element = await list(freshContext());
      expect(find(element, '[part=empty]').textContent).to.contain('No conversations yet.');
      await expect(element).to.be.accessible();
      const created = oneEvent(element, 'litechat-conversation-created');
      find(element, '[part=empty] button').click();
      await created;
    });

    it('that it is loading, to those who cannot see the skeleton', async () => {
      const context = freshContext();
      answerReadsOf(context, () => new Promise(() => {}));
      const element = await fixture<ConversationList>(
        html`<litechat-conversation-list .context=${context}></litechat-conversation-list>`,
      );
      expect(element.matches(':state(loading)')).to.be.true;
      expect(find(element, '[role=status]').textContent).to.contain('Loading');
      await expect(element).to.be.accessible();
    });

    it('a failure to read with its message, and tries again', async () => {
      const context = await filledContext();
      const restore = answerReadsOf(context, () =>
        Promise.reject(new LiteChatError('database-connection-lost', 'No connection.')),
      );
      const element = await list(context);
      expect(find(element, '[role=alert]').textContent).to.contain('No connection.');
      await expect(element).to.be.accessible();

      restore();
      find(element, '[part=failure] button').click();
      await waitUntil(() => rows(element).length > 0);
    });

    it('hostile titles as text', async () => {
      const context = freshContext();
      const title = '<img src=x onerror="document.title=1">';
      await context.persistence.saveConversation({ title, projectId: null });
      const element = await list(context);
      expect(find(element, '[part=title]').textContent).to.equal(title);
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    });

    it('rows whose dates are missing or damaged', async () => {
      const context = freshContext();
      await context.database.conversations.bulkPut([
        { id: 'a', title: 'No date' },
        { id: 'b', title: 'Bad date', updatedAt: new Date(NaN), projectId: 7 },
      ] as never[]);
      const element = await list(context);
      expect(titles(element)).to.have.members(['No date', 'Bad date']);
    });

    it('what another place writes, at once', async () => {
      const context = await filledContext();
      const element = await list(context);
      await context.persistence.saveConversation({ title: 'From afar', projectId: null });
      await waitUntil(() => titles(element).includes('From afar'));
    });

    it('of many conversations those in sight, and the others as they come into it', async () => {
      const context = freshContext();
      await context.persistence.saveConversations(
        Array.from({ length: 2000 }, (_, index) => ({
          title: `Talk ${index}`,
          projectId: null,
          updatedAt: new Date(Date.UTC(2026, 0, 1) - index * 60_000),
        })),
      );
      const box = await fixture(html`
        <div style="height: 400px">
          <litechat-conversation-list .context=${context}></litechat-conversation-list>
        </div>
      `);
      const element = box.querySelector('litechat-conversation-list');
      if (!element) throw new Error('no list');
      await waitUntil(() => rows(element)[0]?.ariaSetSize === '2000');
      expect(rows(element)).to.have.length.below(100);
      await expect(element).to.be.accessible();

      await focusRow(element, 'Talk 0');
      await press(element, 'End');
      expect(focusedTitle(element)).to.equal('Talk 1999');
      await waitUntil(() => titles(element).includes('Talk 1990'));
      await press(element, 'ArrowUp', 'ArrowUp');
      expect(focusedTitle(element)).to.equal('Talk 1997');
      expect(row(element, 'Talk 1997').getBoundingClientRect().bottom).to.be.below(
        element.getBoundingClientRect().bottom,
      );

      // A row that has the focus stays, wherever the list is scrolled to.
      find(element, '[part=tree]').scrollTop = 20_000;
      await waitUntil(() => titles(element).includes('Talk 610'));
      expect(focusedTitle(element)).to.equal('Talk 1997');
      expect(rows(element).length).to.be.below(100);
    });
  });

  describe('finds its context', () => {
    it('from a provider above', async () => {
      const context = await filledContext();
      const provider = await fixture(html`
        <litechat-persistence-provider .context=${context}>
          <litechat-conversation-list></litechat-conversation-list>
        </litechat-persistence-provider>
      `);
      const element = provider.querySelector('litechat-conversation-list');
      await waitUntil(() => element && rows(element).length === 4);
    });

    it('and says that it waits while the provider is blocked, and goes on then', async () => {
      const name = `test-${crypto.randomUUID()}`;
      const request = indexedDB.open(name, 10);
      await new Promise((resolve) => (request.onsuccess = resolve));
      const provider = await fixture<PersistenceProvider>(html`
        <litechat-persistence-provider database-name=${name}>
          <litechat-conversation-list></litechat-conversation-list>
        </litechat-persistence-provider>
      `);
      const element = provider.querySelector('litechat-conversation-list');
      if (!element) throw new Error('no list');
      await waitUntil(() => element.matches(':state(blocked)'));
      expect(find(element, '.message').textContent).to.contain('Waiting for another tab.');
      expect(find(element, '[part=new-chat]', HTMLButtonElement).disabled).to.be.true;
      await expect(element).to.be.accessible();

      request.result.close();
      await waitUntil(() => element.matches(':state(empty)'));
      expect(find(element, '[part=new-chat]', HTMLButtonElement).disabled).to.be.false;
      await provider.context?.database.delete();
    });

    it('and creates nothing in a database of a newer application, of which the provider tells', async () => {
      const name = `test-${crypto.randomUUID()}`;
      const request = indexedDB.open(name, 9990);
      await new Promise((resolve) => (request.onsuccess = resolve));
      request.result.close();
      const provider = await fixture(html`
        <litechat-persistence-provider database-name=${name}>
          <litechat-conversation-list></litechat-conversation-list>
        </litechat-persistence-provider>
      `);
      const element = provider.querySelector('litechat-conversation-list');
      if (!element) throw new Error('no list');
      await waitUntil(() => element.matches(':state(failed)'));
      expect(find(element, '[part=new-chat]', HTMLButtonElement).disabled).to.be.true;
      expect(find(element, '[part=new-project]', HTMLButtonElement).disabled).to.be.true;
      expect(find(element, '[part=failure]').textContent).not.to.contain('newer');
      expect(find(element, '[part=failure] button').textContent).to.contain('Reload');
      provider.remove();
      indexedDB.deleteDatabase(name);
    });

    it('and shows the items of another one when it changes', async () => {
      const element = await list(await filledContext());
      element.context = freshContext();
      await waitUntil(() => element.matches(':state(empty)'));
      expect(rows(element)).to.have.lengthOf(0);
    });
  });

  describe('selection', () => {
    it('is made by a click and told once', async () => {
      const context = await filledContext();
      const element = await list(context);
      const told: unknown[] = [];
      element.addEventListener('litechat-selection-changed', ({ detail }) => told.push(detail));
      row(element, 'Soup').click();
      row(element, 'Soup').click();
      await element.updateComplete;
      expect(told).to.deep.equal([{ id: 'soup', type: 'conversation' }]);
      expect(context.stores.conversations.getState().selectedItemId).to.equal('soup');
      expect(element.getAttribute('selected')).to.equal('soup');
      expect(row(element, 'Soup').ariaSelected).to.equal('true');
      expect(rows(element).filter(({ ariaSelected }) => ariaSelected === 'true')).to.have.lengthOf(
        1,
      );
      await expect(element).to.be.accessible();
    });

    it('composes and bubbles', async () => {
      const element = await list(await filledContext());
      const heard = oneEvent(document, 'litechat-selection-changed');
      row(element, 'Bread').click();
      const { detail } = (await heard) as HTMLElementEventMap['litechat-selection-changed'];
      expect(detail).to.deep.equal({ id: 'bread', type: 'conversation' });
    });

    it('opens a project, and closes it when chosen again', async () => {
      const element = await list(await filledContext());
      row(element, 'Work').click();
      await element.updateComplete;
      expect(titles(element).slice(0, 3)).to.deep.equal(['Work', 'Papers', 'Plan']);
      row(element, 'Work').click();
      await element.updateComplete;
      expect(titles(element)[1]).to.equal('Soup');
    });

    it('set by the page waits for the item and opens what holds it', async () => {
      const context = await filledContext();
      const element = await fixture<ConversationList>(html`
        <litechat-conversation-list
          .context=${context}
          selected="draft"
        ></litechat-conversation-list>
      `);
      await waitUntil(() => rows(element).some(({ ariaSelected }) => ariaSelected === 'true'));
      expect(row(element, 'Résumé').ariaSelected).to.equal('true');
      expect(row(element, 'Résumé').ariaLevel).to.equal('3');
      expect(context.stores.conversations.getState().selectedItemType).to.equal('conversation');

      for (const none of [null, '']) {
        element.selected = 'draft';
        await element.updateComplete;
        expect(context.stores.conversations.getState().selectedItemId).to.equal('draft');
        element.selected = none;
        await element.updateComplete;
        expect(context.stores.conversations.getState().selectedItemId).to.equal(null);
      }
    });

    it('follows the store', async () => {
      const context = await filledContext();
      const element = await list(context);
      context.stores.conversations.getState().selectItem('plan', 'conversation');
      await element.updateComplete;
      expect(element.selected).to.equal('plan');
      expect(row(element, 'Plan').ariaSelected).to.equal('true');
    });

    it('is cleared when the item disappears', async () => {
      const context = await filledContext();
      const element = await list(context);
      row(element, 'Soup').click();
      await element.updateComplete;
      const told = oneEvent(element, 'litechat-selection-changed');
      await context.persistence.deleteConversation('soup');
      const { detail } = (await told) as HTMLElementEventMap['litechat-selection-changed'];
      expect(detail).to.deep.equal({ id: null, type: null });
      await element.updateComplete;
      expect(element.selected).to.equal(null);
      expect(context.stores.conversations.getState().selectedItemId).to.equal(null);
    });

    it('scrolls the list to what the page selects, and not the page to the list', async () => {
      const context = freshContext();
      await context.persistence.saveConversations(
        Array.from({ length: 40 }, (_, index) => ({
          id: `c${index}`,
          title: `Talk ${index}`,
          projectId: null,
          updatedAt: new Date(Date.UTC(2026, 0, 1) - index * 60_000),
        })),
      );
      const page = await fixture(html`
        <div style="padding-block: 3000px">
          <div style="height: 400px">
            <litechat-conversation-list .context=${context}></litechat-conversation-list>
          </div>
        </div>
      `);
      const element = page.querySelector('litechat-conversation-list');
      if (!element) throw new Error('no list');
      await waitUntil(() => rows(element).length === 40);
      const tree = find(element, '[part=tree]');
      const isInSight = (title: string): boolean => {
        const { top, bottom } = row(element, title).getBoundingClientRect();
        const view = tree.getBoundingClientRect();
        return top >= view.top - 1 && bottom <= view.bottom + 1;
      };
      for (const index of [35, 2]) {
        expect(isInSight(`Talk ${index}`)).to.equal(false);
        element.selected = `c${index}`;
        await element.updateComplete;
        expect(isInSight(`Talk ${index}`)).to.equal(true);
        expect(document.scrollingElement?.scrollTop).to.equal(0);
        tree.scrollTop = index === 35 ? tree.scrollHeight : 0;
      }
    });
  });

  describe('search', () => {
    it('finds titles and names without case and accents, opens what holds them, and marks them', async () => {
      const element = await list(await filledContext());
      await search(element, 'RESUME');
      expect(titles(element)).to.deep.equal(['Work', 'Papers', 'Résumé']);
      expect(find(element, 'mark').textContent).to.equal('Résumé');
      expect(row(element, 'Work').ariaExpanded).to.equal('true');
      await expect(element).to.be.accessible();

      await search(element, 'pap');
      expect(titles(element)).to.deep.equal(['Work', 'Papers']);
    });

    it('says when nothing matches, and can be cleared', async () => {
      const element = await list(await filledContext());
      await search(element, 'xyzzy');
      expect(find(element, '[part=no-match]').textContent).to.contain(
        'No title has “\u2068xyzzy\u2069”.',
      );
      await expect(element).to.be.accessible();
      find(element, '[part=no-match] button:not([part=search-messages])').click();
      await element.updateComplete;
      expect(rows(element)).to.have.lengthOf(4);
      expect(focused(element)).to.equal(find(element, '[part=search]'));
    });

    it('is left by Escape and by the arrow down', async () => {
      const element = await list(await filledContext());
      find(element, '[part=search]').focus();
      await sendKeys({ type: 'plan' });
      await element.updateComplete;
      expect(titles(element)).to.deep.equal(['Work', 'Plan']);
      await press(element, 'ArrowDown');
      expect(focusedTitle(element)).to.equal('Work');
      find(element, '[part=search]').focus();
      await press(element, 'Escape');
      expect(titles(element)).to.deep.equal(['Work', 'Soup', 'Bread', 'Untitled']);
    });

    it('selects the first match by Enter', async () => {
      const element = await list(await filledContext());
      find(element, '[part=search]').focus();
      await sendKeys({ type: 'plan' });
      await press(element, 'Enter');
      expect(element.selected).to.equal('plan');
    });
  });
});
