import { expect, waitUntil } from '@open-wc/testing';
import {
  choose,
  filledContext,
  focusRow,
  focused,
  focusedTitle,
  list,
  press,
  row,
  search,
  titles,
} from '../../../test/support/conversation-list.js';
import {
  bar,
  barButton,
  chooseFromBar,
  click,
  hasBar,
  mark,
  openedList,
  pressWith,
  selected,
  toast,
} from '../../../test/support/marked-rows.js';
import { find, has } from '../../../test/support/shadow.js';
import { LiteChatDatabase } from '../../database/litechat-database.js';
import { Persistence } from '../../persistence/persistence.js';

describe('<litechat-conversation-list> with several rows selected', () => {
  describe('by mouse', () => {
    it('marks and unmarks by a click with Control or Command, and opens nothing', async () => {
      const element = await list(await filledContext());
      row(element, 'Work').click();
      await element.updateComplete;
      await click(element, 'Soup', 'ctrlKey');
      expect(selected(element)).to.deep.equal(['Soup']);
      expect(hasBar(element), 'for one').to.be.false;
      await click(element, 'Untitled', 'metaKey');
      expect(selected(element)).to.deep.equal(['Soup', 'Untitled']);
      expect(element.selected).to.equal('work');
      expect(row(element, 'Work').ariaCurrent).to.equal('true');
      expect(bar(element).textContent).to.contain('2 selected');
      await expect(element).to.be.accessible();
      await click(element, 'Soup', 'ctrlKey');
      expect(selected(element)).to.deep.equal(['Untitled']);
      expect(hasBar(element)).to.be.false;
    });

    it('marks from the last click to one with Shift, and adds what was marked by itself', async () => {
      const element = await openedList(await filledContext());
      await click(element, 'Plan');
      await click(element, 'Bread', 'shiftKey');
      expect(selected(element)).to.deep.equal(['Plan', 'Soup', 'Bread']);
      await click(element, 'Résumé', 'shiftKey');
      expect(selected(element), 'in place of the last').to.deep.equal(['Résumé', 'Plan']);
      await click(element, 'Untitled', 'ctrlKey');
      await click(element, 'Bread', 'shiftKey');
      expect(selected(element)).to.deep.equal(['Résumé', 'Plan', 'Bread', 'Untitled']);
    });

    it('marks from the open one where nothing was clicked yet', async () => {
      const context = await filledContext();
      context.stores.selection.getState().select('soup', 'conversation');
      const element = await list(context);
      await waitUntil(() => element.selected === 'soup');
      await click(element, 'Untitled', 'shiftKey');
      expect(selected(element)).to.deep.equal(['Soup', 'Bread', 'Untitled']);
    });

    it('opens by a plain click, and lets go of the rest', async () => {
      const element = await list(await filledContext());
      await mark(element, 'Soup', 'Bread');
      await click(element, 'Untitled');
      expect(element.selected).to.equal('untitled');
      expect(selected(element)).to.deep.equal(['Untitled']);
      expect(row(element, 'Untitled').ariaCurrent).to.equal(null);
      expect(hasBar(element)).to.be.false;
    });

    it('marks of a search what matches, and not what leads to it', async () => {
      const context = await filledContext();
      await context.persistence.updateRecord('conversations', 'draft', {
        title: 'Soup of the day',
      });
      const element = await list(context);
      await search(element, 'soup');
      await waitUntil(() => titles(element).length === 4);
      await focusRow(element, 'Work');
      await pressWith(element, ['Control'], 'a');
      expect(selected(element)).to.deep.equal(['Soup of the day', 'Soup']);
      await search(element, 'day');
      expect(selected(element)).to.deep.equal(['Soup of the day']);
    });
  });

  describe('by keyboard', () => {
    it('extends by Shift and the arrows, and takes back again', async () => {
      const element = await list(await filledContext());
      await focusRow(element, 'Soup');
      await pressWith(element, ['Shift'], 'ArrowDown', 'ArrowDown');
      expect(selected(element)).to.deep.equal(['Soup', 'Bread', 'Untitled']);
      expect(focusedTitle(element)).to.equal('Untitled');
      await pressWith(element, ['Shift'], 'ArrowUp');
      expect(selected(element)).to.deep.equal(['Soup', 'Bread']);
      await pressWith(element, ['Shift'], 'ArrowUp', 'ArrowUp');
      expect(selected(element)).to.deep.equal(['Work', 'Soup']);
      expect(element.selected).to.equal(null);
    });

    it('moves the focus alone by Control and the arrows, and marks by Control and Space', async () => {
      const element = await list(await filledContext());
      await focusRow(element, 'Work');
      await pressWith(element, ['Control'], ' ', 'ArrowDown', 'ArrowDown');
      expect(focusedTitle(element)).to.equal('Bread');
      expect(selected(element)).to.deep.equal(['Work']);
      await pressWith(element, ['Control'], ' ');
      expect(selected(element)).to.deep.equal(['Work', 'Bread']);
      await press(element, 'ArrowDown', ' ');
      expect(selected(element), 'Space alone').to.deep.equal(['Work', 'Bread', 'Untitled']);
      await press(element, ' ');
      await pressWith(element, ['Control'], 'Home', 'ArrowDown');
      await pressWith(element, ['Shift'], 'ArrowDown');
      expect(selected(element), 'a range of its own').to.deep.equal(['Work', 'Soup', 'Bread']);
      expect(element.selected).to.equal(null);
    });

    it('marks by Shift and Space from the last mark to the row', async () => {
      const element = await list(await filledContext());
      await focusRow(element, 'Soup');
      await pressWith(element, ['Control'], ' ', 'End');
      await pressWith(element, ['Shift'], ' ');
      expect(selected(element)).to.deep.equal(['Soup', 'Bread', 'Untitled']);
    });

    it('marks all by Control and A, and to the ends by Control, Shift, Home and End', async () => {
      const element = await openedList(await filledContext());
      await pressWith(element, ['Control'], 'a');
      expect(selected(element)).to.have.lengthOf(7);
      expect(focusedTitle(element)).to.equal('Work');
      await press(element, 'Escape');
      expect(selected(element)).to.deep.equal([]);
      expect(focusedTitle(element)).to.equal('Work');
      await focusRow(element, 'Plan');
      await pressWith(element, ['Control', 'Shift'], 'End');
      expect(selected(element)).to.deep.equal(['Plan', 'Soup', 'Bread', 'Untitled']);
      expect(focusedTitle(element)).to.equal('Untitled');
      await pressWith(element, ['Control', 'Shift'], 'Home');
      expect(selected(element)).to.deep.equal(['Work', 'Papers', 'Résumé', 'Plan']);
      expect(focusedTitle(element)).to.equal('Work');
    });

    it('opens by Enter, and lets go of the rest; Escape without marks is for others', async () => {
      const element = await list(await filledContext());
      await mark(element, 'Soup', 'Bread');
      await focusRow(element, 'Untitled');
      await press(element, 'Enter');
      expect(element.selected).to.equal('untitled');
      expect(hasBar(element)).to.be.false;
      const escape = new KeyboardEvent('keydown', {
        key: 'Escape',
        bubbles: true,
        cancelable: true,
      });
      row(element, 'Untitled').dispatchEvent(escape);
      expect(escape.defaultPrevented).to.be.false;
    });

    it('renames none while several are marked', async () => {
      const element = await list(await filledContext());
      await mark(element, 'Soup', 'Bread');
      await focusRow(element, 'Bread');
      await press(element, 'F2');
      expect(has(element, '[part=rename]')).to.be.false;
      await click(element, 'Soup', 'ctrlKey');
      await focusRow(element, 'Bread');
      await press(element, 'F2');
      expect(has(element, '[part=rename]')).to.be.true;
      await press(element, 'Escape');
    });

    it('deletes all that is marked by Delete, and goes on at the row after them', async () => {
      const element = await openedList(await filledContext());
      await mark(element, 'Papers', 'Soup', 'Bread');
      await focusRow(element, 'Bread');
      await press(element, 'Delete');
      await waitUntil(() => toast(element).includes('3 items moved to the trash.'));
      expect(titles(element)).to.deep.equal(['Work', 'Plan', 'Untitled']);
      expect(focusedTitle(element)).to.equal('Untitled');
      expect(hasBar(element)).to.be.false;
    });

    it('reaches the buttons of the bar by Tab, clears by Escape there, and comes back', async () => {
      const element = await list(await filledContext());
      await mark(element, 'Soup', 'Bread');
      await focusRow(element, 'Soup');
      await press(element, 'Tab', 'Tab');
      expect(focused(element)).to.equal(barButton(element, 'Clear selection'));
      await press(element, 'Tab');
      expect(focused(element)).to.equal(barButton(element, 'Move to…'));
      await press(element, 'Escape');
      expect(hasBar(element)).to.be.false;
      await waitUntil(() => focusedTitle(element) === 'Soup');
    });
  });

  describe('on touch', () => {
    it('marks by taps after "Select" in the menu, until it is ended', async () => {
      const element = await list(await filledContext());
      await choose(element, 'Soup', 'Select');
      expect(selected(element)).to.deep.equal(['Soup']);
      expect(bar(element).textContent).to.contain('1 selected');
      await expect(element).to.be.accessible();
      row(element, 'Bread').click();
      row(element, 'Soup').click();
      row(element, 'Bread').click();
      await element.updateComplete;
      expect(selected(element)).to.deep.equal([]);
      expect(element.selected).to.equal(null);
      expect(bar(element).textContent).to.contain('0 selected');
      expect(barButton(element, 'Delete').disabled).to.be.true;
      await expect(element).to.be.accessible();
      await chooseFromBar(element, 'More actions', 'Select all');
      expect(selected(element)).to.have.lengthOf(4);
      find(element, '.clear-marks').click();
      await element.updateComplete;
      expect(hasBar(element)).to.be.false;
      row(element, 'Bread').click();
      expect(element.selected).to.equal(null);
      await element.updateComplete;
      expect(element.selected).to.equal('bread');
    });
  });

  describe('while other tabs change things', () => {
    it('keeps the marks, but of what is gone', async () => {
      const context = await filledContext();
      const element = await list(context);
      await mark(element, 'Soup', 'Bread', 'Untitled');
      const elsewhere = new Persistence(new LiteChatDatabase(context.database.name));
      await elsewhere.updateRecord('conversations', 'untitled', { updatedAt: new Date() });
      await waitUntil(() => titles(element)[0] === 'Untitled');
      expect(selected(element)).to.deep.equal(['Untitled', 'Soup', 'Bread']);
      await elsewhere.deleteConversation('soup');
      await waitUntil(() => !titles(element).includes('Soup'));
      expect(selected(element)).to.deep.equal(['Untitled', 'Bread']);
      barButton(element, 'Delete').focus();
      await elsewhere.deleteConversation('untitled');
      await waitUntil(() => !hasBar(element));
      await waitUntil(() => focused(element)?.matches('[role=treeitem]'));
      expect(selected(element)).to.deep.equal(['Bread']);
      elsewhere.database.close();
    });

    it('lets go of what a closed project hides', async () => {
      const element = await openedList(await filledContext());
      await mark(element, 'Plan', 'Soup', 'Bread');
      await focusRow(element, 'Work');
      await press(element, 'ArrowLeft');
      expect(selected(element)).to.deep.equal(['Soup', 'Bread']);
      await press(element, 'ArrowRight');
      expect(selected(element)).to.deep.equal(['Soup', 'Bread']);
    });
  });
});
