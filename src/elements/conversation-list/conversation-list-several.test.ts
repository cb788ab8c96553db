import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import {
  answer,
  choose,
  dialogOf,
  draggable,
  filledContext,
  focusRow,
  focusedTitle,
  list,
  press,
  row,
  titles,
} from '../../../test/support/conversation-list.js';
import { downloadsDuring } from '../../../test/support/downloads.js';
import { FailingWrites } from '../../../test/support/failing-writes.js';
import { fileOf } from '../../../test/support/files.js';
import { freshDatabase, freshPersistence } from '../../../test/support/fresh-database.js';
import {
  barButton,
  cancelFor,
  chooseFromBar,
  hasBar,
  mark,
  openedList,
  selected,
  toast,
  told,
} from '../../../test/support/marked-rows.js';
import { find, has } from '../../../test/support/shadow.js';
import { snapshot } from '../../../test/support/snapshot.js';
import { createPersistenceContext } from '../../context/create-persistence-context.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import { ImportExport } from '../../import-export/import-export.js';
import { Persistence } from '../../persistence/persistence.js';
import type { ConversationList } from './conversation-list.js';

describe('<litechat-conversation-list> with several rows selected', () => {
  describe('actions', () => {
    it('of the menu of a marked row are for all; of another row, for that alone', async () => {
      const element = await list(await filledContext());
      await mark(element, 'Soup', 'Bread');
      row(element, 'Soup').querySelector<HTMLElement>('.more')?.click();
      await waitUntil(() => has(element, '[role=menu]:popover-open'));
      expect(find(element, '[role=menu]').ariaLabel).to.equal('Actions for 2 items');
      expect(find(element, '[role=menu]').textContent).not.to.contain('Rename');
      await expect(element).to.be.accessible();
      await press(element, 'Escape');
      await choose(element, 'Untitled', 'Archive');
      await waitUntil(() => !titles(element).includes('Untitled'));
      expect(selected(element)).to.deep.equal(['Soup', 'Bread']);
      await choose(element, 'Bread', 'Archive');
      await waitUntil(() => toast(element).includes('2 items moved to the archive.'));
      expect(titles(element)).to.deep.equal(['Work']);
    });

    it('take a project and what is marked in it as one', async () => {
      const context = await filledContext();
      const element = await openedList(context);
      const events = told(element, 'litechat-delete-requested', 'litechat-trashed');
      await mark(element, 'Work', 'Résumé', 'Plan', 'Soup');
      barButton(element, 'Delete').click();
      await waitUntil(() => toast(element).includes('2 items'));
      expect(events).to.deep.equal([
        'delete-requested work',
        'delete-requested soup',
        'trashed work',
        'trashed soup',
      ]);
      expect((await context.database.conversations.get('plan'))?.metadata).to.equal(undefined);
    });

    it('ask for each, and go on with the others when one is cancelled', async () => {
      const context = await filledContext();
      const element = await list(context);
      const events = told(element, 'litechat-delete-requested', 'litechat-trashed');
      cancelFor(element, 'litechat-delete-requested', 'bread');
      await mark(element, 'Soup', 'Bread', 'Untitled');
      barButton(element, 'Delete').click();
      await waitUntil(() => toast(element).includes('2 items moved to the trash.'));
      expect(events).to.deep.equal([
        'delete-requested soup',
        'delete-requested bread',
        'delete-requested untitled',
        'trashed soup',
        'trashed untitled',
      ]);
      expect(titles(element)).to.deep.equal(['Work', 'Bread']);
      expect(selected(element)).to.deep.equal(['Bread']);
    });

    it('are undone as a whole, everything back in its place', async () => {
      const context = await filledContext();
      const element = await openedList(context);
      await choose(element, 'Résumé', 'Pin');
      await waitUntil(() => has(element, '.pinned'));
      const shown = titles(element);
      const before = await snapshot(context.database);
      const events = told(element, 'litechat-untrashed');
      await mark(element, 'Papers', 'Plan', 'Soup', 'Untitled');
      barButton(element, 'Delete').click();
      await waitUntil(() => has(element, '[part=undo]'));
      expect(titles(element)).to.deep.equal(['Work', 'Bread']);
      await expect(element).to.be.accessible();
      find(element, '[part=undo]').click();
      await waitUntil(() => events.length === 4);
      await element.updateComplete;
      expect(titles(element)).to.deep.equal(shown);
      const after = await snapshot(context.database);
      for (const table of ['conversations', 'projects']) {
        expect(after[table]).to.deep.equal(before[table]);
      }
      await waitUntil(() => focusedTitle(element) === 'Papers');
    });

    it('change nothing, and say so, when one write fails; the marks stay', async () => {
      const database = freshDatabase();
      const writes = new FailingWrites(database);
      const { context } = createPersistenceContext(new Persistence(database));
      const filled = await filledContext();
      await context.persistence.saveConversations(await filled.persistence.loadConversations());
      await context.persistence.saveProject({ id: 'work', name: 'Work', parentId: null });
      const element = await list(context);
      await waitUntil(() => titles(element).includes('Soup'));
      const before = await snapshot(database);
      await mark(element, 'Work', 'Soup', 'Bread');
      for (let failing = 1; ; failing++) {
        writes.reset(failing);
        barButton(element, 'Archive').click();
        await waitUntil(() => has(element, '[role=alert]') || has(element, '[part=toast]'));
        if (has(element, '[part=toast]')) {
          expect(failing).to.be.above(2);
          break;
        }
        writes.reset();
        await element.updateComplete;
        expect(await snapshot(database)).to.deep.equal(before);
        expect(selected(element)).to.deep.equal(['Work', 'Soup', 'Bread']);
        await expect(element).to.be.accessible();
        find(element, '[role=alert] button').click();
        await element.updateComplete;
      }
    });

    it('move all that is marked where the user says, and ask for each', async () => {
      const context = await filledContext();
      const element = await openedList(context);
      const events = told(element, 'litechat-move-requested', 'litechat-moved');
      cancelFor(element, 'litechat-move-requested', 'bread');
      await mark(element, 'Papers', 'Soup', 'Bread');
      const dialog = find(element, 'dialog.move', HTMLDialogElement);
      barButton(element, 'Move to…').click();
      await waitUntil(() => dialog.open);
      expect(dialog.querySelector('h2')?.textContent).to.equal('Move 3 items');
      expect([...dialog.querySelectorAll('input')].map(({ value }) => value)).to.deep.equal([
        '',
        'work',
      ]);
      expect(dialog.querySelector('input:checked'), 'they are in two places').to.equal(null);
      await expect(element).to.be.accessible();
      dialog.querySelector<HTMLElement>('[value=move]')?.click();
      expect(dialog.open, 'nothing is chosen').to.be.true;
      dialog.querySelector<HTMLElement>('[value=work]')?.click();
      dialog.querySelector<HTMLElement>('[value=move]')?.click();
      await waitUntil(() => events.length === 3);
      expect(events).to.deep.equal(['move-requested soup', 'move-requested bread', 'moved soup']);
      await waitUntil(() => focusedTitle(element) === 'Soup');
      expect(row(element, 'Soup').ariaLevel).to.equal('2');
      expect(hasBar(element)).to.be.false;
      expect(await context.database.conversations.get('bread')).to.include({ projectId: null });
    });

    it('move all that is marked back to where each was', async () => {
      const context = await filledContext();
      const element = await openedList(context);
      const shown = titles(element);
      const before = await snapshot(context.database);
      await mark(element, 'Résumé', 'Plan', 'Soup');
      barButton(element, 'Move to…').click();
      const dialog = find(element, 'dialog.move', HTMLDialogElement);
      await waitUntil(() => dialog.open);
      dialog.querySelector<HTMLElement>('[value=""]')?.click();
      dialog.querySelector<HTMLElement>('[value=move]')?.click();
      await waitUntil(() => toast(element).includes('2 items moved.'));
      expect(row(element, 'Plan').ariaLevel).to.equal('1');
      await expect(element).to.be.accessible();
      const events = told(element, 'litechat-move-requested', 'litechat-moved');
      find(element, '[part=undo]').click();
      await waitUntil(() => events.length === 4);
      await element.updateComplete;
      expect(titles(element)).to.deep.equal(shown);
      expect(await snapshot(context.database)).to.deep.equal(before);
      await waitUntil(() => focusedTitle(element) === 'Résumé');
    });

    it('pin all, and unpin all that are pinned', async () => {
      const element = await list(await filledContext());
      const events = told(element, 'litechat-pinned', 'litechat-unpinned');
      await choose(element, 'Bread', 'Pin');
      await waitUntil(() => titles(element)[0] === 'Bread');
      await mark(element, 'Bread', 'Untitled');
      await chooseFromBar(element, 'More actions', 'Pin');
      await waitUntil(() => events.length === 2);
      await element.updateComplete;
      expect(titles(element)).to.deep.equal(['Bread', 'Untitled', 'Work', 'Soup']);
      expect(selected(element)).to.deep.equal(['Bread', 'Untitled']);
      await chooseFromBar(element, 'More actions', 'Unpin');
      await waitUntil(() => events.length === 4);
      expect(events).to.deep.equal([
        'pinned bread',
        'pinned untitled',
        'unpinned bread',
        'unpinned untitled',
      ]);
    });

    it('save all as one file, with what is in projects, which can be imported', async () => {
      const element = await list(await filledContext());
      const events = told(element, 'litechat-export-requested', 'litechat-exported');
      cancelFor(element, 'litechat-export-requested', 'bread');
      await mark(element, 'Work', 'Soup', 'Bread');
      const files = await downloadsDuring(async () => {
        await chooseFromBar(element, 'Export', 'Export as JSON');
        await waitUntil(() => events.length === 5);
        await chooseFromBar(element, 'Export', 'Export as Markdown');
        await waitUntil(() => events.length === 10);
      });
      expect(events.slice(0, 5)).to.deep.equal([
        'export-requested work',
        'export-requested soup',
        'export-requested bread',
        'exported work',
        'exported soup',
      ]);
      expect(files.map(({ name }) => name.replace(/_[\d-]+\./, '.'))).to.deep.equal([
        'litechat_3_conversations_soup.json',
        'litechat_3_conversations_soup.md',
      ]);
      const other = freshPersistence();
      await new ImportExport(other).importFile(fileOf(files[0]?.text));
      const imported = (await other.loadConversations()).map(({ title }) => title);
      expect(imported).to.have.members(['Soup', 'Plan', 'Résumé']);
      expect(files[1]?.text.match(/^# .*$/gm)).to.have.members(['# Soup', '# Plan', '# Résumé']);
      expect(selected(element), 'stay marked').to.have.lengthOf(3);
    });
  });

  describe('in the archive and the trash', () => {
    async function putAway(action: string, shelf: string): Promise<ConversationList> {
      const element = await list(await filledContext());
      await mark(element, 'Work', 'Soup', 'Bread');
      barButton(element, action).click();
      await waitUntil(() => has(element, '[part=toast]'));
      find(element, `[data-shelf=${shelf}]`).click();
      await waitUntil(() => titles(element).includes('Soup'));
      expect(selected(element)).to.deep.equal([]);
      return element;
    }

    it('come back from the archive', async () => {
      const element = await putAway('Archive', 'archived');
      await focusRow(element, 'Work');
      await press(element, 'ArrowRight');
      await mark(element, 'Plan', 'Papers');
      expect(barButton(element, 'Take out of the archive').disabled, 'with Work alone').to.be.true;
      await mark(element, 'Work', 'Soup');
      await expect(element).to.be.accessible();
      barButton(element, 'Take out of the archive').click();
      await waitUntil(() => !titles(element).includes('Soup'));
      expect(titles(element)).to.deep.equal(['Bread']);
      expect(hasBar(element)).to.be.false;
    });

    it('come back from the trash', async () => {
      const element = await putAway('Delete', 'trashed');
      const events = told(element, 'litechat-untrashed');
      await mark(element, 'Work', 'Bread');
      await expect(element).to.be.accessible();
      barButton(element, 'Restore').click();
      await waitUntil(() => events.length === 2);
      await element.updateComplete;
      expect(titles(element)).to.deep.equal(['Soup']);
    });

    it('are asked about again at once after a No', async () => {
      const element = await putAway('Delete', 'trashed');
      await mark(element, 'Soup', 'Bread');
      barButton(element, 'Delete for good').click();
      await waitUntil(() => dialogOf(element).open);
      dialogOf(element).querySelector<HTMLElement>('[value=cancel]')?.click();
      barButton(element, 'Delete for good').click();
      await waitUntil(() => dialogOf(element).open);
      await element.updateComplete;
      expect(dialogOf(element).textContent).to.contain('Delete 2 items for good?');
      await answer(element, '[value=sure]');
      await waitUntil(() => titles(element).join() === 'Work');
    });

    it('go for good when the user is sure, each of them told', async () => {
      const element = await putAway('Delete', 'trashed');
      const events = told(element, 'litechat-delete-requested', 'litechat-deleted');
      cancelFor(element, 'litechat-delete-requested', 'bread');
      await mark(element, 'Work', 'Soup', 'Bread');
      barButton(element, 'Delete for good').click();
      await waitUntil(() => dialogOf(element).open);
      expect(dialogOf(element).textContent).to.contain('Delete 2 items for good?');
      expect(dialogOf(element).textContent).to.contain('2 projects and 3 conversations go');
      await expect(element).to.be.accessible();
      await answer(element, '[value=cancel]');
      expect(titles(element)).to.have.lengthOf(3);
      await focusRow(element, 'Soup');
      await press(element, 'Delete');
      await answer(element, '[value=sure]');
      await waitUntil(() => events.length === 8);
      expect(events.slice(6)).to.deep.equal(['deleted work', 'deleted soup']);
      await waitUntil(() => titles(element).join() === 'Bread');
      expect(await element.context?.database.projects.count()).to.equal(0);
    });
  });

  describe('dragged', () => {
    const fire = (target: Element, type: string, data: DataTransfer): boolean =>
      target.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
      );

    it('go together, with their number shown, into a project that is none of them', async () => {
      const context = await filledContext();
      await context.persistence.saveProject({ id: 'home', name: 'Home', parentId: null });
      const element = await openListWithHome(context);
      await mark(element, 'Papers', 'Soup', 'Bread');
      const data = new DataTransfer();
      await draggable(element);
      fire(row(element, 'Soup'), 'dragstart', data);
      expect(find(element, '.dragged').textContent).to.equal('3 items');
      expect(data.getData('text/plain')).to.equal('Papers\nSoup\nBread');
      expect(fire(row(element, 'Papers'), 'dragover', data), 'in one of them').to.be.true;
      expect(fire(row(element, 'Home'), 'dragover', data), 'is taken').to.be.false;
      const events = told(element, 'litechat-moved');
      fire(row(element, 'Home'), 'drop', data);
      await waitUntil(() => events.length === 3);
      expect((await context.database.projects.get('papers'))?.parentId).to.equal('home');
      expect((await context.database.conversations.get('bread'))?.projectId).to.equal('home');
      await waitUntil(() => !has(element, '.dragged'));
    });

    it('stay where they are when a row that is not marked is dragged', async () => {
      const context = await filledContext();
      const element = await list(context);
      await mark(element, 'Soup', 'Bread');
      const data = new DataTransfer();
      const moved = oneEvent(element, 'litechat-moved');
      await draggable(element);
      fire(row(element, 'Untitled'), 'dragstart', data);
      expect(has(element, '.dragged')).to.be.false;
      fire(row(element, 'Work'), 'drop', data);
      await moved;
      expect(await context.database.conversations.get('soup')).to.include({ projectId: null });
    });

    async function openListWithHome(context: PersistenceContext): Promise<ConversationList> {
      const element = await list(context);
      await waitUntil(() => titles(element).includes('Home'));
      await focusRow(element, 'Work');
      await press(element, 'ArrowRight');
      return element;
    }
  });
});
