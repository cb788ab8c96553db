import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  answer,
  choose,
  dialogOf,
  filledContext,
  focusRow,
  focused,
  focusedTitle,
  list,
  press,
  row,
  titles,
} from '../../../test/support/conversation-list.js';
import { downloadsDuring } from '../../../test/support/downloads.js';
import { find } from '../../../test/support/shadow.js';
import { LiteChatError } from '../../errors.js';

const NOTHING_CHANGED = new LiteChatError('quota-exceeded', 'No room. Nothing was changed.');

describe('<litechat-conversation-list>', () => {
  describe('creating', () => {
    it('makes a conversation in the project at hand, selects it and tells', async () => {
      const context = await filledContext();
      const element = await list(context);
      row(element, 'Work').click();
      const created = oneEvent(element, 'litechat-conversation-created');
      const selected = new Promise<string | null>((resolve) => {
        element.addEventListener('litechat-conversation-created', () => {
          element.addEventListener('litechat-selection-changed', ({ detail }) =>
            resolve(detail.id),
          );
        });
      });
      find(element, '[part=new-chat]').click();
      const { detail } = (await created) as CustomEvent<{ id: string; projectId: string }>;
      expect(detail.projectId).to.equal('work');
      expect(await selected).to.equal(detail.id);
      const stored = await context.database.conversations.get(detail.id);
      expect(stored).to.include({ title: '', projectId: 'work' });
    });

    it('makes a project whose name can be typed at once, and keeps it on Escape', async () => {
      const context = await filledContext();
      const element = await list(context);
      find(element, '[part=new-project]').click();
      await waitUntil(() => focused(element)?.matches('[part=rename]'));
      await expect(element).to.be.accessible();
      await sendKeys({ type: 'Garden' });
      await press(element, 'Escape');
      expect(titles(element)).to.include('New project');
      await press(element, 'F2');
      await sendKeys({ type: 'Garden' });
      await press(element, 'Enter');
      await waitUntil(() => titles(element).includes('Garden'));
      expect(focusedTitle(element)).to.equal('Garden');
      expect(await context.database.projects.count()).to.equal(3);
    });

    it('does nothing when the page cancels it', async () => {
      const context = await filledContext();
      const element = await list(context);
      element.addEventListener('litechat-create-requested', (event) => event.preventDefault());
      find(element, '[part=new-chat]').click();
      find(element, '[part=new-project]').click();
      await element.updateComplete;
      expect(await context.database.conversations.count()).to.equal(5);
      expect(await context.database.projects.count()).to.equal(2);
    });
  });

  describe('renaming', () => {
    it('saves by Enter and tells', async () => {
      const context = await filledContext();
      const element = await list(context);
      await focusRow(element, 'Soup');
      await press(element, 'F2');
      await sendKeys({ type: 'Stew' });
      const renamed = oneEvent(element, 'litechat-renamed');
      await press(element, 'Enter');
      const { detail } = (await renamed) as CustomEvent<unknown>;
      expect(detail).to.deep.equal({ id: 'soup', type: 'conversation', title: 'Stew' });
      expect((await context.database.conversations.get('soup'))?.title).to.equal('Stew');
      expect(focusedTitle(element)).to.equal('Stew');
    });

    it('saves when the field is left', async () => {
      const context = await filledContext();
      const element = await list(context);
      await focusRow(element, 'Soup');
      await press(element, 'F2');
      await sendKeys({ type: 'Stew' });
      const renamed = oneEvent(element, 'litechat-renamed');
      find(element, '[part=search]').focus();
      await renamed;
      expect((await context.database.conversations.get('soup'))?.title).to.equal('Stew');
      expect(focused(element)).to.equal(find(element, '[part=search]'));
    });

    it('is undone by Escape, and by an empty name, and deletes nothing', async () => {
      const context = await filledContext();
      const element = await list(context);
      await focusRow(element, 'Work');
      await press(element, 'F2');
      await sendKeys({ type: 'Play' });
      await press(element, 'Escape');
      expect(focusedTitle(element)).to.equal('Work');
      await press(element, 'F2', 'Backspace', 'Enter');
      expect(focusedTitle(element)).to.equal('Work');
      expect((await context.database.projects.get('work'))?.name).to.equal('Work');
      expect(await context.database.projects.count()).to.equal(2);
    });

    it('goes on, with what is typed, while rows change places', async () => {
      const context = await filledContext();
      const element = await list(context);
      await focusRow(element, 'Bread');
      await press(element, 'F2');
      await sendKeys({ type: 'Loaf' });
      await context.persistence.updateRecord('conversations', 'bread', { updatedAt: new Date() });
      await waitUntil(() => titles(element)[0] === 'Bread');
      expect(focused(element)).to.equal(find(element, '[part=rename]'));
      expect(find(element, '[part=rename]', HTMLInputElement).value).to.equal('Loaf');
      await press(element, 'Enter');
      await waitUntil(() => titles(element).includes('Loaf'));
    });

    it('does nothing when the page cancels it', async () => {
      const context = await filledContext();
      const element = await list(context);
      element.addEventListener('litechat-rename-requested', (event) => event.preventDefault());
      await focusRow(element, 'Soup');
      await press(element, 'F2');
      await sendKeys({ type: 'Stew' });
      await press(element, 'Enter');
      expect((await context.database.conversations.get('soup'))?.title).to.equal('Soup');
    });

    it('shows a failure and the old title', async () => {
      const context = await filledContext();
      const element = await list(context);
      context.persistence.updateRecord = () => Promise.reject(NOTHING_CHANGED);
      await focusRow(element, 'Soup');
      await press(element, 'F2');
      await sendKeys({ type: 'Stew' });
      await press(element, 'Enter');
      await waitUntil(() => element.shadowRoot?.querySelector('[role=alert]'));
      expect(find(element, '[role=alert]').textContent).to.contain('Nothing was changed.');
      expect(titles(element)).to.include('Soup').and.not.include('Stew');
      await expect(element).to.be.accessible();
      find(element, '[role=alert] button').click();
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('[role=alert]')).to.equal(null);
    });
  });

  describe('deleting', () => {
    it('asks, deletes and tells', async () => {
      const context = await filledContext();
      const element = await list(context);
      await focusRow(element, 'Soup');
      await press(element, 'Delete');
      await waitUntil(() => dialogOf(element).open);
      expect(dialogOf(element).textContent).to.contain('Delete “\u2068Soup\u2069”?');
      await expect(element).to.be.accessible();
      const deleted = oneEvent(element, 'litechat-deleted');
      await answer(element, '[value=delete]');
      const { detail } = (await deleted) as CustomEvent<unknown>;
      expect(detail).to.deep.equal({ id: 'soup', type: 'conversation' });
      expect(await context.database.conversations.get('soup')).to.equal(undefined);
      await element.updateComplete;
      expect(focusedTitle(element)).to.equal('Bread');
    });

    it('keeps the question and its buttons in sight, however long the title', async () => {
      const context = await filledContext();
      await context.persistence.updateRecord('conversations', 'soup', {
        title: 'Long '.repeat(600),
      });
      const element = await list(context);
      await waitUntil(() => titles(element).some((title) => title?.startsWith('Long')));
      row(element, 'Long '.repeat(600).trim()).focus();
      await press(element, 'Delete');
      await waitUntil(() => dialogOf(element).open);
      expect(dialogOf(element).scrollTop).to.equal(0);
      const { bottom } = dialogOf(element).getBoundingClientRect();
      expect(bottom).to.be.below(innerHeight);
      expect(find(element, 'dialog .danger').getBoundingClientRect().bottom).to.be.below(bottom);
      expect(find(element, 'dialog h2').clientHeight).to.be.below(80);
      expect(find(element, 'dialog h2').title).to.contain('Long Long');
      await expect(element).to.be.accessible();
      await answer(element, '[value=""]');
    });

    it('of the selected conversation clears the selection and tells', async () => {
      const element = await list(await filledContext());
      row(element, 'Soup').click();
      await element.updateComplete;
      const told = oneEvent(element, 'litechat-selection-changed');
      await choose(element, 'Soup', 'Delete');
      await answer(element, '[value=delete]');
      const { detail } = (await told) as CustomEvent<unknown>;
      expect(detail).to.deep.equal({ id: null, type: null });
    });

    it('does nothing when the user would rather not', async () => {
      const context = await filledContext();
      const element = await list(context);
      await focusRow(element, 'Soup');
      await press(element, 'Delete');
      await waitUntil(() => dialogOf(element).open);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !dialogOf(element).open);
      expect(await context.database.conversations.count()).to.equal(5);
      expect(focusedTitle(element)).to.equal('Soup');
    });

    it('says what a project holds, and keeps its conversations unless told otherwise', async () => {
      const context = await filledContext();
      const element = await list(context);
      await choose(element, 'Work', 'Delete');
      await waitUntil(() => dialogOf(element).open);
      expect(dialogOf(element).textContent).to.contain('1 project and 2 conversations');
      await expect(element).to.be.accessible();
      await answer(element, '[value=delete].danger');
      await waitUntil(() => !titles(element).includes('Work'));
      await waitUntil(() => titles(element).includes('Plan'));
      expect(titles(element)).to.include('Résumé');
      expect(await context.database.projects.count()).to.equal(0);
    });

    it('deletes the conversations of a project too when told to', async () => {
      const context = await filledContext();
      const element = await list(context);
      await choose(element, 'Work', 'Delete');
      await waitUntil(() => dialogOf(element).open);
      dialogOf(element).querySelector<HTMLInputElement>('input[value=delete]')?.click();
      const deleted = oneEvent(element, 'litechat-deleted');
      await answer(element, '[value=delete].danger');
      await deleted;
      expect(await context.database.conversations.count()).to.equal(3);
    });

    it('asks nothing and deletes nothing when the page cancels it', async () => {
      const context = await filledContext();
      const element = await list(context);
      element.addEventListener('litechat-delete-requested', (event) => event.preventDefault());
      await choose(element, 'Soup', 'Delete');
      expect(dialogOf(element).open).to.be.false;
      expect(await context.database.conversations.count()).to.equal(5);
    });

    it('shows a failure, with the row back in its place', async () => {
      const context = await filledContext();
      const element = await list(context);
      context.persistence.deleteConversation = () => Promise.reject(NOTHING_CHANGED);
      await choose(element, 'Soup', 'Delete');
      await answer(element, '[value=delete]');
      await waitUntil(() => element.shadowRoot?.querySelector('[role=alert]'));
      expect(titles(element)).to.include('Soup');
    });
  });

  describe('exporting', () => {
    it('saves a conversation as JSON and as Markdown, and a project', async () => {
      const element = await list(await filledContext());
      const files = await downloadsDuring(async () => {
        for (const [title, entry] of [
          ['Soup', 'Export as JSON'],
          ['Soup', 'Export as Markdown'],
          ['Work', 'Export as JSON'],
        ] as const) {
          const exported = oneEvent(element, 'litechat-exported');
          await choose(element, title, entry);
          await exported;
        }
      });
      expect(files.map(({ name }) => name.replace(/_[^_]*\./, '.'))).to.deep.equal([
        'litechat_conversation_soup.json',
        'litechat_conversation_soup.md',
        'litechat_project_work.json',
      ]);
    });

    it('does nothing when the page cancels it', async () => {
      const element = await list(await filledContext());
      element.addEventListener('litechat-export-requested', (event) => event.preventDefault());
      const files = await downloadsDuring(() => choose(element, 'Soup', 'Export as JSON'));
      expect(files).to.have.lengthOf(0);
    });
  });
});
