import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
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
  titles,
} from '../../../test/support/conversation-list.js';
import { find } from '../../../test/support/shadow.js';
import type { ConversationList } from './conversation-list.js';

async function openMenuByKeys(element: ConversationList): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'F10' });
  await sendKeys({ up: 'Shift' });
  await waitUntil(() => focused(element)?.matches('[role=menuitem]'));
}

describe('<litechat-conversation-list>', () => {
  describe('keyboard', () => {
    it('reaches exactly one row by Tab, and moves by arrows, Home and End', async () => {
      const element = await list(await filledContext());
      expect(rows(element).filter(({ tabIndex }) => tabIndex === 0)).to.have.lengthOf(1);
      await focusRow(element, 'Work');
      await press(element, 'ArrowDown');
      expect(focusedTitle(element)).to.equal('Soup');
      await press(element, 'End');
      expect(focusedTitle(element)).to.equal('Untitled');
      await press(element, 'ArrowDown');
      expect(focusedTitle(element)).to.equal('Untitled');
      await press(element, 'Home', 'ArrowUp');
      expect(focusedTitle(element)).to.equal('Work');
      expect(rows(element).filter(({ tabIndex }) => tabIndex === 0)).to.deep.equal([
        row(element, 'Work'),
      ]);
    });

    it('opens and closes by the arrows inwards and outwards', async () => {
      const element = await list(await filledContext());
      await focusRow(element, 'Work');
      await press(element, 'ArrowRight');
      expect(row(element, 'Work').ariaExpanded).to.equal('true');
      await press(element, 'ArrowRight');
      expect(focusedTitle(element)).to.equal('Papers');
      await press(element, 'ArrowDown');
      expect(focusedTitle(element)).to.equal('Plan');
      await press(element, 'ArrowLeft');
      expect(focusedTitle(element)).to.equal('Work');
      await press(element, 'ArrowLeft');
      expect(row(element, 'Work').ariaExpanded).to.equal('false');
      await expect(element).to.be.accessible();
    });

    it('turns the arrows round from right to left', async () => {
      const element = await list(await filledContext());
      element.dir = 'rtl';
      await focusRow(element, 'Work');
      await press(element, 'ArrowLeft');
      expect(row(element, 'Work').ariaExpanded).to.equal('true');
      await press(element, 'ArrowRight');
      expect(row(element, 'Work').ariaExpanded).to.equal('false');
      await expect(element).to.be.accessible();
    });

    it('selects by Enter and by Space', async () => {
      const element = await list(await filledContext());
      await focusRow(element, 'Soup');
      await press(element, 'Enter');
      expect(element.selected).to.equal('soup');
      await press(element, 'ArrowDown', ' ');
      expect(element.selected).to.equal('bread');
      expect(focusedTitle(element)).to.equal('Bread');
    });

    it('goes to the row that begins with what is typed', async () => {
      const element = await list(await filledContext());
      await focusRow(element, 'Work');
      await press(element, 'b');
      expect(focusedTitle(element)).to.equal('Bread');
    });

    it('puts the focus into the search by a slash, unless text is being typed', async () => {
      const element = await list(await filledContext());
      const field = find(element, '[part=search]', HTMLInputElement);
      const other = await fixture<HTMLInputElement>(html`<input aria-label="Elsewhere" />`);
      other.focus();
      await sendKeys({ press: '/' });
      expect(other.value).to.equal('/');
      other.blur();
      await sendKeys({ press: '/' });
      expect(focused(element)).to.equal(field);
      expect(field.value).to.equal('');
    });

    it('opens the menu of a row, walks through it, and comes back', async () => {
      const element = await list(await filledContext());
      await focusRow(element, 'Soup');
      await openMenuByKeys(element);
      expect(focused(element)?.textContent.trim()).to.equal('Rename');
      await expect(element).to.be.accessible();
      await press(element, 'ArrowUp');
      expect(focused(element)?.textContent.trim()).to.equal('Delete');
      await press(element, 'ArrowDown', 'ArrowDown');
      expect(focused(element)?.textContent.trim()).to.equal('Pin');
      await press(element, 'Escape');
      await waitUntil(() => focusedTitle(element) === 'Soup');
    });

    it('leaves the menu by Tab to what comes after the row it was opened from', async () => {
      const element = await list(await filledContext());
      await focusRow(element, 'Soup');
      await openMenuByKeys(element);
      await sendKeys({ press: 'Tab' });
      expect(find(element, '[role=menu]').matches(':popover-open')).to.be.false;
      expect(focused(element)).to.equal(row(element, 'Soup').querySelector('.more'));
    });

    it('obeys on the row the key that follows Escape at once', async () => {
      const element = await list(await filledContext());
      await focusRow(element, 'Soup');
      await openMenuByKeys(element);
      for (const key of ['Escape', 'Delete']) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        focused(element)?.dispatchEvent(event);
      }
      await waitUntil(() => !titles(element).includes('Soup'));
      expect(focusedTitle(element)).to.equal('Bread');
    });

    it('moves by as many rows as are in sight with PageUp and PageDown', async () => {
      const context = freshContext();
      await context.persistence.saveConversations(
        Array.from({ length: 100 }, (_, index) => ({
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
      await waitUntil(() => titles(element).includes('Talk 0'));
      await focusRow(element, 'Talk 0');
      await press(element, 'PageDown');
      const page = Number(focusedTitle(element)?.replace('Talk ', ''));
      expect(page).to.be.within(5, 12);
      await press(element, 'PageDown');
      expect(focusedTitle(element)).to.equal(`Talk ${2 * page}`);
      await press(element, 'PageUp', 'PageUp', 'PageUp');
      expect(focusedTitle(element)).to.equal('Talk 0');
    });

    it('closes the menu by the button that opened it', async () => {
      const element = await list(await filledContext());
      const more = row(element, 'Soup').querySelector('.more');
      const { x, y, width, height } = more?.getBoundingClientRect() ?? new DOMRect();
      const place: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
      await sendMouse({ type: 'click', position: place });
      await waitUntil(() => focused(element)?.matches('[role=menuitem]'));
      await sendMouse({ type: 'click', position: place });
      await waitUntil(() => !focused(element)?.matches('[role=menuitem]'));
      await element.updateComplete;
      expect(find(element, '[role=menu]').matches(':popover-open')).to.be.false;
      await resetMouse();
    });

    it('keeps the focus on its row when rows change places', async () => {
      const context = await filledContext();
      const element = await list(context);
      await focusRow(element, 'Bread');
      await context.persistence.updateRecord('conversations', 'bread', { updatedAt: new Date() });
      await waitUntil(() => titles(element)[0] === 'Bread');
      expect(focusedTitle(element)).to.equal('Bread');
    });

    it('opens every project beside the row with *', async () => {
      const context = await filledContext();
      await context.persistence.saveProject({ id: 'play', name: 'Play', parentId: null });
      await context.persistence.saveConversation({ title: 'Chess', projectId: 'play' });
      const element = await list(context);
      await waitUntil(() => titles(element).includes('Play'));
      await focusRow(element, 'Soup');
      await press(element, '*');
      expect(titles(element)).to.include.members(['Chess', 'Plan', 'Papers']);
      expect(titles(element)).not.to.include('Résumé');
      expect(focusedTitle(element)).to.equal('Soup');
    });

    it('changes the order by the menu beside the search', async () => {
      const element = await list(await filledContext());
      expect(titles(element)).to.deep.equal(['Work', 'Soup', 'Bread', 'Untitled']);
      find(element, '[part=order]').focus();
      await press(element, 'Enter');
      await waitUntil(() => focused(element)?.matches('[role=menuitemradio][aria-checked=true]'));
      await expect(element).to.be.accessible();
      await press(element, 'ArrowDown', 'ArrowDown', 'Enter');
      await waitUntil(() => titles(element)[0] !== 'Work');
      expect(titles(element)).to.deep.equal(['Untitled', 'Bread', 'Soup', 'Work']);
      expect(focused(element)?.matches('[part=order]')).to.be.true;
    });

    it('gives the focus to the row that takes the place of one that goes', async () => {
      const context = await filledContext();
      const element = await list(context);
      await focusRow(element, 'Soup');
      await context.persistence.deleteConversation('soup');
      await waitUntil(() => !titles(element).includes('Soup'));
      expect(focusedTitle(element)).to.equal('Bread');
    });
  });
});
