import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { backupFile, backupOf, fileOf } from '../../../test/support/files.js';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { fill } from '../../../test/support/sample-rows.js';
import { find, has } from '../../../test/support/shadow.js';
import {
  createPersistenceContext,
  type PersistenceContext,
} from '../../context/persistence-context.js';
import '../../define/restore-panel.js';
import { LiteChatError } from '../../errors.js';
import type { RestoreReport } from '../../import-export/types.js';
import type { RestorePanel } from './restore-panel.js';

async function freshContext(): Promise<PersistenceContext> {
  const { context } = createPersistenceContext(freshPersistence());
  await context.database.open();
  return context;
}

async function filledContext(): Promise<PersistenceContext> {
  const context = await freshContext();
  await fill(context.persistence);
  return context;
}

async function panel(context: PersistenceContext): Promise<RestorePanel> {
  return fixture<RestorePanel>(
    html`<litechat-restore-panel .context=${context}></litechat-restore-panel>`,
  );
}

function transferOf(file: File): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer;
}

/** Chooses the file by the button's input, and waits until it is read. */
async function choose(element: RestorePanel, file: File): Promise<void> {
  const input = find(element, 'input[type=file]', HTMLInputElement);
  input.files = transferOf(file).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await waitUntil(() => has(element, '[part=button], [part=error]'));
}

const focused = (element: RestorePanel): Element | null | undefined =>
  element.shadowRoot?.activeElement;

/** Words as they are read, without the spaces of the markup. */
const wordsOf = (element: RestorePanel, selector: string): string =>
  find(element, selector).textContent.replaceAll(/\s+/g, ' ').trim();

/** Waits until the focus has come to what the selector names. */
const focusComesTo = (element: RestorePanel, selector: string): Promise<void> =>
  waitUntil(() => focused(element)?.matches(selector), selector);

const restored = async (element: RestorePanel): Promise<RestoreReport> => {
  const told = oneEvent(element, 'litechat-restored');
  find(element, '[part=button]').click();
  const { detail } = (await told) as HTMLElementEventMap['litechat-restored'];
  await element.updateComplete;
  return detail.report;
};

describe('<litechat-restore-panel>', () => {
  it('offers to take a file', async () => {
    const element = await panel(await freshContext());
    expect(find(element, '[part=choose]').textContent).to.contain('Choose a file');
    await expect(element).to.be.accessible();
  });

  it('says what a backup is and holds, with mods unticked, and changes nothing yet', async () => {
    const file = await backupFile((await filledContext()).importExport);
    const context = await freshContext();
    const element = await panel(context);
    await choose(element, file);
    expect(find(element, '[part=file]').textContent).to.contain('backup.json');
    expect(find(element, '[part=file]').textContent).to.contain('Backup of');
    expect(find(element, 'input[value=mods]', HTMLInputElement).checked).to.be.false;
    expect(find(element, 'input[value=mods]').closest('label')?.textContent).to.contain(
      'Installs code',
    );
    expect(find(element, 'input[value=conversations]', HTMLInputElement).checked).to.be.true;
    expect(find(element, '[part=button]').textContent).to.contain('Replace 10 categories');
    expect(await context.database.conversations.count()).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('forgets the file when the data is another, for which nothing was asked', async () => {
    const [first, second] = [await filledContext(), await filledContext()];
    const element = await panel(first);
    await choose(element, await backupFile(first.importExport, { importTags: true } as object));
    element.context = second;
    await element.updateComplete;
    expect(has(element, '[part=file]')).to.equal(false);
    expect(has(element, '[part=drop]')).to.equal(true);
  });

  it('lists the categories that the file carries, and no others', async () => {
    const element = await panel(await freshContext());
    await choose(element, backupOf({ rules: [], tags: [], projects: [] }));
    const values = [
      ...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('[type=checkbox]') ?? []),
    ].map(({ value }) => value);
    expect(values).to.deep.equal(['projects', 'rulesAndTags']);
  });

  it('restores the ticked categories and shows what came in', async () => {
    const file = await backupFile((await filledContext()).importExport);
    const context = await freshContext();
    const element = await panel(context);
    await choose(element, file);
    find(element, 'input[value=settings]').click();
    await element.updateComplete;
    const report = await restored(element);
    expect(report.counts).to.include({ conversations: 3, interactions: 7 });
    expect(report.counts).not.to.have.any.keys('settings', 'mods');
    expect(wordsOf(element, '[part=result] .counts')).to.contain('3 conversations, 7 messages');
    expect(wordsOf(element, '[part=result]')).to.contain('Left out, because not chosen:');
    expect(wordsOf(element, '[part=result]')).to.contain('Mods');
    expect(find(element, '[role=status]').textContent).to.equal('Restored.');
    await focusComesTo(element, '[part=result]');
    expect(has(element, '[part=drop]')).to.be.true;
    expect(await context.database.mods.count()).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('merges when asked to, and says so on the button', async () => {
    const file = await backupFile((await filledContext()).importExport, { importProjects: true });
    const context = await freshContext();
    await context.persistence.saveProject({ id: 'mine', name: 'Mine', parentId: null });
    const element = await panel(context);
    await choose(element, file);
    find(element, 'input[value=merge-newest]').click();
    await element.updateComplete;
    expect(find(element, '[part=button]').textContent).to.contain('Merge 1 category');
    await restored(element);
    expect(await context.database.projects.count()).to.equal(4);
  });

  it('adds conversations as new, beside what is here', async () => {
    const context = await filledContext();
    const data = await context.importExport.exportConversationData('conversation-1');
    const element = await panel(context);
    await choose(element, fileOf(data));
    expect(find(element, '[part=file]').textContent).to.contain('One conversation');
    expect(find(element, '[part=button]').textContent).to.contain('Add as new');
    await expect(element).to.be.accessible();
    const report = await restored(element);
    expect(report.conversationIds).to.have.lengthOf(1);
    expect(await context.database.conversations.count()).to.equal(4);
    expect(find(element, '[part=result]').textContent).to.contain('Added.');
  });

  it('shows what had to be repaired', async () => {
    const context = await freshContext();
    const element = await panel(context);
    const file = backupOf({
      conversations: [
        {
          id: 'a',
          title: 'Lost',
          projectId: 'gone',
          createdAt: '2026-01-01T00:00:00.000Z',
          updatedAt: '2026-01-01T00:00:00.000Z',
        },
      ],
    });
    await choose(element, file);
    const { repairCount } = await restored(element);
    expect(repairCount).to.be.greaterThan(0);
    find(element, 'summary').click();
    expect(find(element, '.repairs').textContent).to.contain('conversations[0]');
    await expect(element).to.be.accessible();
  });

  it('takes a dropped file', async () => {
    const element = await panel(await freshContext());
    const drop = find(element, '[part=drop]');
    const dataTransfer = transferOf(backupOf({ projects: [] }));
    drop.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
    await element.updateComplete;
    expect(drop.className).to.contain('over');
    drop.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    await waitUntil(() => has(element, '[part=button]'));
  });

  it('shows why a file cannot be used, and takes another', async () => {
    const element = await panel(await freshContext());
    await choose(element, fileOf('{"version":1,"projects":[{"id":'));
    expect(find(element, '[part=error]').getAttribute('role')).to.equal('alert');
    expect(find(element, '[part=error]').textContent).to.contain('Nothing was changed.');
    expect(has(element, '[part=button]')).to.be.false;
    await expect(element).to.be.accessible();
    await choose(element, backupOf({ projects: [] }));
    await waitUntil(() => has(element, '[part=button]'));
    expect(has(element, '[part=error]')).to.be.false;
  });

  it('restores nothing when nothing is ticked, or the page cancels it', async () => {
    const context = await freshContext();
    const element = await panel(context);
    await choose(element, backupOf({ projects: [] }));
    element.addEventListener('litechat-restore-requested', (event) => event.preventDefault());
    find(element, '[part=button]').click();
    await element.updateComplete;
    expect(has(element, 'progress')).to.be.false;
    find(element, 'input[value=projects]').click();
    await element.updateComplete;
    expect(find(element, '[part=button]').ariaDisabled).to.equal('true');
  });

  it('shows how far it is, can be cancelled, and then has changed nothing', async () => {
    const context = await filledContext();
    const element = await panel(context);
    await choose(element, backupOf({ projects: [] }));
    context.importExport.importFile = (_file, options) => {
      const { signal, onProgress } = options ?? {};
      onProgress?.({ phase: 'writing', done: 30, total: 60 });
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    };
    find(element, '[part=button]').click();
    await waitUntil(() => has(element, 'progress'));
    expect(find(element, '[part=work]').textContent).to.contain('50%');
    await expect(element).to.be.accessible();
    expect(find(element, '[role=status]').textContent).to.equal('Writing…');
    find(element, '[part=work] button').focus();
    find(element, '[part=work] button').click();
    await waitUntil(() => has(element, '[part=result]'));
    await focusComesTo(element, '[part=button]');
    expect(find(element, '[part=result]').textContent).to.contain('Nothing was changed.');
    expect(await context.database.projects.count()).to.equal(3);
  });

  it('moves the focus to the file, and back to where one is chosen', async () => {
    const element = await panel(await freshContext());
    find(element, '[part=choose]').focus();
    await choose(element, backupOf({ projects: [] }));
    await focusComesTo(element, '[part=file]');
    find(element, '[part=button] + button').focus();
    find(element, '[part=button] + button').click();
    await focusComesTo(element, '[part=choose]');
  });

  it('keeps the focus while it reads another file, and goes back when that is cancelled', async () => {
    const context = await freshContext();
    const element = await panel(context);
    await choose(element, fileOf('{"version":1,"projects":[{"id":'));
    await focusComesTo(element, '[part=another]');
    context.importExport.describeFile = (_file, transfer) =>
      new Promise((_resolve, reject) => {
        const signal = transfer?.signal;
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    void element.open(backupOf({ projects: [] }));
    await waitUntil(() => has(element, '[part=work]'));
    expect(find(element, '[part=another]').ariaDisabled).to.equal('true');
    expect(find(element, '[role=status]').textContent).to.equal('Checking the file…');
    await focusComesTo(element, '[part=file]');
    find(element, '[part=work] button').focus();
    find(element, '[part=work] button').click();
    await focusComesTo(element, '[part=choose]');
  });

  it('moves the focus to why a restore failed', async () => {
    const context = await freshContext();
    const element = await panel(context);
    await choose(element, backupOf({ projects: [] }));
    context.importExport.importFile = () =>
      Promise.reject(new LiteChatError('database-failed', 'It failed. Nothing was changed.'));
    find(element, '[part=button]').focus();
    find(element, '[part=button]').click();
    await focusComesTo(element, '[part=error]');
  });

  it('shows what the file holds beside what is here, and what would go', async () => {
    const context = await filledContext();
    const element = await panel(context);
    await choose(element, backupOf({ projects: [{ id: 'a', name: 'A' }], rules: [], tags: [] }));
    await waitUntil(() => has(element, '[part=loss]'));
    const rowOf = (id: string): string =>
      find(element, `input[value=${id}]`)
        .closest('label')
        ?.querySelector('.number')
        ?.textContent.replaceAll('\u00a0', ' ') ?? '';
    expect(rowOf('projects')).to.equal('1 in the file · 3 here');
    expect(wordsOf(element, '[part=loss]')).to.match(/^Replaces 3 projects, .+ and .+ here\.$/);
    expect(find(element, '[part=button]').className).to.equal('danger');

    find(element, 'input[value=merge-newest]').click();
    await element.updateComplete;
    expect(has(element, '[part=loss]')).to.be.false;
    expect(find(element, '[part=button]').className).to.equal('primary');
    await expect(element).to.be.accessible();
  });

  it('shows the end of a long name, which says what kind of file it is', async () => {
    const element = await panel(await freshContext());
    const name = `${'a long name '.repeat(14)}.json`;
    await choose(element, fileOf({ version: 1, projects: [] }, name));
    expect(find(element, '.file-name').textContent).to.equal(name);
    expect(find(element, '.extension').textContent).to.equal('.json');
    expect(find(element, '.file-name').offsetHeight).to.be.lessThan(48);
  });

  it('takes no file, and says why, when the database is not ready', async () => {
    const context = await freshContext();
    const element = await panel(context);
    context.status.setState({ state: 'blocked' }, true);
    await element.updateComplete;
    expect(find(element, '[part=reason]').textContent).to.contain('Waiting for another tab.');
    expect(find(element, '[part=choose]').ariaDisabled).to.equal('true');
    const dataTransfer = transferOf(backupOf({ projects: [] }));
    find(element, '[part=drop]').dispatchEvent(
      new DragEvent('drop', { dataTransfer, cancelable: true }),
    );
    await element.updateComplete;
    expect(has(element, '[part=file]')).to.be.false;
    await expect(element).to.be.accessible();
  });
});
