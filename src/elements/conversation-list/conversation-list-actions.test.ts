import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  answer,
  choose,
  dialogOf,
  draggable,
  filledContext,
  focusRow,
  focused,
  focusedTitle,
  list,
  press,
  row,
  rows,
  titles,
} from '../../../test/support/conversation-list.js';
import { downloadsDuring } from '../../../test/support/downloads.js';
import { find, has } from '../../../test/support/shadow.js';
import { createPersistenceContext } from '../../context/create-persistence-context.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import { LiteChatDatabase } from '../../database/litechat-database.js';
import { LiteChatError } from '../../errors.js';
import { Persistence } from '../../persistence/persistence.js';
import type { ConversationList } from './conversation-list.js';

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

    it('of a project that has the name of a new one is undone by Escape, and deletes nothing in it', async () => {
      const context = await filledContext();
      await context.persistence.saveProject({ id: 'work', name: 'New Project', parentId: null });
      const element = await list(context);
      await focusRow(element, 'New Project');
      await press(element, 'F2', 'Escape');
      expect(focusedTitle(element)).to.equal('New Project');
      expect(await context.database.projects.count()).to.equal(2);
      expect((await context.database.conversations.get('draft'))?.projectId).to.equal('papers');
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

    describe('when the page goes', () => {
      /** “Soup” in the middle of being called “Stew”. */
      async function stew(): Promise<{ context: PersistenceContext; element: ConversationList }> {
        const context = await filledContext();
        const element = await list(context);
        await focusRow(element, 'Soup');
        await press(element, 'F2');
        await sendKeys({ type: 'Stew' });
        return { context, element };
      }

      /** The page's last moment: what is stored after it was begun before it was over. */
      async function leave({ database }: PersistenceContext): Promise<void> {
        dispatchEvent(new PageTransitionEvent('pagehide'));
        database.close();
        await database.open();
      }

      /** Resolves when this page has read what was written to the row. */
      async function heardOfPin({ stores, database }: PersistenceContext): Promise<void> {
        await waitUntil(
          () => stores.outline.getState().tree.item('conversation:soup')?.isPinned === true,
        );
        // What was asked when the write became known is answered before.
        await database.conversations.get('soup');
      }

      it('saves what is typed, with all that others have changed', async () => {
        const { context } = await stew();
        const there = new Persistence(new LiteChatDatabase(context.database.name));
        await there.updateRecord('conversations', 'soup', {
          metadata: { pinned: true, more: 1 },
        });
        await heardOfPin(context);
        await leave(context);
        expect(await context.database.conversations.get('soup')).to.deep.include({
          title: 'Stew',
          metadata: { pinned: true, more: 1 },
        });
        const other = await list(createPersistenceContext(there).context);
        await waitUntil(() => titles(other).includes('Stew'));
        other.remove();
        there.database.close();
      });

      it('saves the name of a new project', async () => {
        const context = await filledContext();
        const element = await list(context);
        find(element, '[part=new-project]').click();
        await waitUntil(() => focused(element)?.matches('[part=rename]'));
        await sendKeys({ type: 'Garden' });
        await leave(context);
        const names = await context.database.projects.toArray();
        expect(names.map(({ name }) => name)).to.include('Garden');
      });

      it('saves nothing after Escape, nor when the host cancels it, nor what is gone', async () => {
        const escaped = await stew();
        await press(escaped.element, 'Escape');
        await leave(escaped.context);
        expect((await escaped.context.database.conversations.get('soup'))?.title).to.equal('Soup');
        escaped.element.remove();

        const cancelled = await stew();
        cancelled.element.addEventListener('litechat-rename-requested', (event) =>
          event.preventDefault(),
        );
        await leave(cancelled.context);
        const { database } = cancelled.context;
        expect((await database.conversations.get('soup'))?.title).to.equal('Soup');
        cancelled.element.remove();

        const { context, element } = await stew();
        const there = new Persistence(new LiteChatDatabase(context.database.name));
        await there.deleteConversation('soup');
        await waitUntil(() => !titles(element).includes('Soup'));
        await leave(context);
        expect(await context.database.conversations.get('soup')).to.equal(undefined);
        there.database.close();
      });
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
    const toast = (element: ConversationList): string =>
      element.shadowRoot?.querySelector('[part=toast]')?.textContent ?? '';

    it('puts into the trash and tells, and takes back what is regretted', async () => {
      const context = await filledContext();
      const element = await list(context);
      await focusRow(element, 'Soup');
      const trashed = oneEvent(element, 'litechat-trashed');
      await press(element, 'Delete');
      const { detail } = (await trashed) as CustomEvent<unknown>;
      expect(detail).to.deep.equal({ id: 'soup', type: 'conversation' });
      await waitUntil(() => toast(element).includes('is in the trash.'));
      expect(titles(element)).not.to.include('Soup');
      expect(focusedTitle(element)).to.equal('Bread');
      expect(await context.database.conversations.count()).to.equal(5);
      await expect(element).to.be.accessible();
      const back = oneEvent(element, 'litechat-untrashed');
      find(element, '[part=undo]').click();
      await back;
      await element.updateComplete;
      expect(titles(element)).to.include('Soup');
      expect(toast(element)).to.equal('');
    });

    it('of the selected conversation clears the selection and tells', async () => {
      const element = await list(await filledContext());
      row(element, 'Soup').click();
      await element.updateComplete;
      const told = oneEvent(element, 'litechat-selection-changed');
      await choose(element, 'Soup', 'Delete');
      const { detail } = (await told) as CustomEvent<unknown>;
      expect(detail).to.deep.equal({ id: null, type: null });
    });

    it('takes a project with all that is in it, and brings all of it back', async () => {
      const context = await filledContext();
      const element = await list(context);
      await choose(element, 'Work', 'Delete');
      await waitUntil(() => toast(element).includes('Work'));
      expect(titles(element)).to.deep.equal(['Soup', 'Bread', 'Untitled']);
      find(element, '[part=undo]').click();
      await waitUntil(() => titles(element).includes('Work'));
      expect(row(element, 'Work').textContent).to.contain('2');
    });

    it('puts nothing into the trash when the page cancels it', async () => {
      const context = await filledContext();
      const element = await list(context);
      element.addEventListener('litechat-delete-requested', (event) => event.preventDefault());
      await choose(element, 'Soup', 'Delete');
      expect(titles(element)).to.include('Soup');
      expect(toast(element)).to.equal('');
    });

    it('shows a failure, with the row back in its place', async () => {
      const context = await filledContext();
      const element = await list(context);
      context.database.conversations.hook('updating', () => {
        throw NOTHING_CHANGED;
      });
      await choose(element, 'Soup', 'Delete');
      await waitUntil(() => element.shadowRoot?.querySelector('[role=alert]'));
      expect(titles(element)).to.include('Soup');
      expect(toast(element)).to.equal('');
    });
  });

  describe('the trash', () => {
    async function trashedSoup(): Promise<[PersistenceContext, ConversationList]> {
      const context = await filledContext();
      const element = await list(context);
      await choose(element, 'Soup', 'Delete');
      await choose(element, 'Work', 'Delete');
      await waitUntil(() => has(element, '[data-shelf=trashed]'));
      find(element, '[data-shelf=trashed]').click();
      await waitUntil(() => titles(element).includes('Soup'));
      return [context, element];
    }

    it('shows what is in it, and gives it back', async () => {
      const [, element] = await trashedSoup();
      expect(titles(element)).to.have.members(['Soup', 'Work']);
      expect(focused(element)?.matches('.back')).to.be.true;
      expect(find(element, '[part=shelf-header]').textContent).to.contain('Kept for 30 days');
      await expect(element).to.be.accessible();
      await choose(element, 'Soup', 'Restore');
      await waitUntil(() => !titles(element).includes('Soup'));
      find(element, '.back').click();
      await waitUntil(() => titles(element).includes('Soup'));
      expect(focused(element)?.matches('[data-shelf=trashed]')).to.be.true;
    });

    it('asks before something in it is deleted for good, and tells', async () => {
      const [context, element] = await trashedSoup();
      await focusRow(element, 'Work');
      await press(element, 'Delete');
      await waitUntil(() => dialogOf(element).open);
      expect(dialogOf(element).textContent).to.contain('1 project and 2 conversations');
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !dialogOf(element).open);
      expect(await context.database.projects.count()).to.equal(2);
      const deleted = oneEvent(element, 'litechat-deleted');
      await choose(element, 'Work', 'Delete for good');
      await answer(element, '[value=sure]');
      const { detail } = (await deleted) as CustomEvent<unknown>;
      expect(detail).to.deep.equal({ id: 'work', type: 'project' });
      expect(await context.database.projects.count()).to.equal(0);
      expect(await context.database.conversations.count()).to.equal(3);
    });

    it('keeps the question and its buttons in sight, however long the title', async () => {
      const [context, element] = await trashedSoup();
      const title = 'Long '.repeat(600).trim();
      await context.persistence.updateRecord('conversations', 'soup', { title });
      await waitUntil(() => titles(element).includes(title));
      row(element, title).focus();
      await press(element, 'Delete');
      await waitUntil(() => dialogOf(element).open);
      expect(dialogOf(element).scrollTop).to.equal(0);
      const { bottom } = dialogOf(element).getBoundingClientRect();
      expect(bottom).to.be.below(innerHeight);
      expect(find(element, 'dialog .danger').getBoundingClientRect().bottom).to.be.below(bottom);
      expect(find(element, 'dialog h2').clientHeight).to.be.below(80);
      expect(find(element, 'dialog h2').title).to.contain('Long Long');
      await answer(element, '[value=cancel]');
    });

    it('is emptied when the user is sure', async () => {
      const [context, element] = await trashedSoup();
      find(element, '[part=empty-trash]').click();
      const confirm = (): HTMLDialogElement => find(element, 'dialog.confirm', HTMLDialogElement);
      await waitUntil(() => confirm().open);
      expect(confirm().textContent).to.match(/Delete 2\sitems for good\?/);
      await expect(element).to.be.accessible();
      confirm().querySelector<HTMLElement>('.danger')?.click();
      await waitUntil(() => has(element, '[part=empty]'));
      expect(find(element, '[part=empty]').textContent).to.contain('The trash is empty.');
      expect(await context.database.conversations.toCollection().primaryKeys()).to.have.members([
        'bread',
        'untitled',
      ]);
    });
  });

  describe('duplicating', () => {
    it('makes a conversation with the same messages beside it, and selects it', async () => {
      const context = await filledContext();
      await context.persistence.saveInteraction({
        id: 'first',
        conversationId: 'plan',
        type: 'message.user_assistant',
        index: 0,
        parentId: null,
        prompt: null,
        response: 'Hello',
        status: 'COMPLETED',
        startedAt: null,
        endedAt: null,
        metadata: {},
      });
      const element = await list(context);
      await focusRow(element, 'Work');
      await press(element, 'ArrowRight');
      const created = oneEvent(element, 'litechat-conversation-created');
      await choose(element, 'Plan', 'Duplicate');
      const { detail } = (await created) as CustomEvent<{ id: string; projectId: string }>;
      expect(detail.projectId).to.equal('work');
      await waitUntil(() => titles(element).includes('Copy of Plan'));
      expect(row(element, 'Copy of Plan').ariaSelected).to.equal('true');
      const messages = await context.persistence.loadInteractionsForConversation(detail.id);
      expect(messages.map(({ response }) => response)).to.deep.equal(['Hello']);
      expect(messages[0]?.id).not.to.equal('first');
      expect(await context.persistence.loadInteractionsForConversation('plan')).to.have.length(1);
    });
  });

  describe('moving', () => {
    const dialog = (element: ConversationList): HTMLDialogElement =>
      find(element, 'dialog.move', HTMLDialogElement);

    it('asks where to, moves, shows it there and tells', async () => {
      const context = await filledContext();
      const element = await list(context);
      await choose(element, 'Soup', 'Move to…');
      await waitUntil(() => dialog(element).open);
      expect(focused(element)?.matches('[value=""]'), 'where it is').to.be.true;
      await expect(element).to.be.accessible();
      dialog(element).querySelector<HTMLElement>('[value=papers]')?.click();
      const moved = oneEvent(element, 'litechat-moved');
      dialog(element).querySelector<HTMLElement>('[value=move]')?.click();
      const { detail } = (await moved) as CustomEvent<unknown>;
      expect(detail).to.deep.equal({ id: 'soup', type: 'conversation', projectId: 'papers' });
      await waitUntil(() => focusedTitle(element) === 'Soup');
      expect(row(element, 'Soup').ariaLevel).to.equal('3');
      expect(await context.database.conversations.get('soup')).to.include({ projectId: 'papers' });
    });

    it('offers a project no place inside itself', async () => {
      const element = await list(await filledContext());
      await choose(element, 'Work', 'Move to…');
      await waitUntil(() => dialog(element).open);
      expect(dialog(element).querySelectorAll('input')).to.have.length(1);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !dialog(element).open);
    });

    it('finds one of many projects by its name', async () => {
      const context = await filledContext();
      for (let number = 0; number < 20; number++) {
        await context.persistence.saveProject({ name: `Box ${String(number)}`, parentId: null });
      }
      const element = await list(context);
      await waitUntil(() => titles(element).includes('Box 19'));
      await choose(element, 'Soup', 'Move to…');
      await waitUntil(() => dialog(element).open);
      const field = dialog(element).querySelector<HTMLInputElement>('[type=search]');
      field?.focus();
      await sendKeys({ type: 'box 19' });
      await element.updateComplete;
      expect(dialog(element).querySelectorAll('[type=radio]')).to.have.length(2);
      await expect(element).to.be.accessible();
    });

    describe('by drag and drop', () => {
      const data = new DataTransfer();
      const fire = (target: Element, type: string): boolean =>
        target.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
        );

      it('lands in a project, which shows it before', async () => {
        const context = await filledContext();
        const element = await list(context);
        await draggable(element);
        fire(row(element, 'Soup'), 'dragstart');
        expect(fire(row(element, 'Work'), 'dragover'), 'is taken').to.be.false;
        await element.updateComplete;
        expect(row(element, 'Work').matches('.landing')).to.be.true;
        const moved = oneEvent(element, 'litechat-moved');
        fire(row(element, 'Work'), 'drop');
        await moved;
        await waitUntil(() => focusedTitle(element) === 'Soup');
        expect(row(element, 'Soup').ariaLevel).to.equal('2');
        expect(row(element, 'Work').matches('.landing')).to.be.false;
        expect(await context.database.conversations.get('soup')).to.include({ projectId: 'work' });
      });

      it('lands at the top level on the empty part of the list', async () => {
        const context = await filledContext();
        const element = await list(context);
        await focusRow(element, 'Work');
        await press(element, 'ArrowRight');
        await draggable(element);
        fire(row(element, 'Papers'), 'dragstart');
        const tree = find(element, '[role=tree]');
        fire(tree, 'dragover');
        await element.updateComplete;
        expect(tree.matches('.landing')).to.be.true;
        const moved = oneEvent(element, 'litechat-moved');
        fire(tree, 'drop');
        await moved;
        expect((await context.database.projects.get('papers'))?.parentId).to.equal(null);
      });

      it('lands neither where it is nor inside itself', async () => {
        const element = await list(await filledContext());
        await focusRow(element, 'Work');
        await press(element, 'ArrowRight');
        await draggable(element);
        fire(row(element, 'Soup'), 'dragstart');
        expect(fire(row(element, 'Bread'), 'dragover'), 'beside itself').to.be.true;
        fire(row(element, 'Soup'), 'dragend');
        fire(row(element, 'Work'), 'dragstart');
        expect(fire(row(element, 'Papers'), 'dragover'), 'in itself').to.be.true;
        fire(row(element, 'Work'), 'dragend');
        expect(fire(row(element, 'Work'), 'dragover'), 'of something else').to.be.true;
      });
    });

    it('does nothing when the page cancels it', async () => {
      const context = await filledContext();
      const element = await list(context);
      element.addEventListener('litechat-move-requested', (event) => event.preventDefault());
      await choose(element, 'Soup', 'Move to…');
      await waitUntil(() => dialog(element).open);
      dialog(element).querySelector<HTMLElement>('[value=work]')?.click();
      dialog(element).querySelector<HTMLElement>('[value=move]')?.click();
      await waitUntil(() => !dialog(element).open);
      await element.updateComplete;
      expect((await context.database.conversations.get('soup'))?.projectId).to.equal(null);
    });
  });

  describe('archiving and pinning', () => {
    it('puts away and brings back', async () => {
      const element = await list(await filledContext());
      await choose(element, 'Bread', 'Archive');
      await waitUntil(() => !titles(element).includes('Bread'));
      await waitUntil(() => has(element, '[part=toast]'));
      find(element, '[data-shelf=archived]').click();
      await waitUntil(() => titles(element).includes('Bread'));
      await expect(element).to.be.accessible();
      await choose(element, 'Bread', 'Take out of the archive');
      await waitUntil(() => has(element, '[part=empty]'));
      find(element, '[part=empty] button').click();
      await waitUntil(() => titles(element).includes('Bread'));
    });

    it('puts above the others, says so, and puts back', async () => {
      const element = await list(await filledContext());
      await choose(element, 'Untitled', 'Pin');
      await waitUntil(() => titles(element)[0] === 'Untitled');
      expect(rows(element)[0]?.ariaDescription).to.contain('Pinned');
      await expect(element).to.be.accessible();
      await choose(element, 'Untitled', 'Unpin');
      await waitUntil(() => titles(element)[0] !== 'Untitled');
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
