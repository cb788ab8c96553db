import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { downloadsDuring } from '../../../test/support/downloads.js';
import { backupFile, backupOf, fileOf } from '../../../test/support/files.js';
import {
  choose,
  filledContext,
  focusComesTo,
  freshContext,
  give,
  panel,
  pick,
  restored,
  rowOf,
  settled,
  transferOf,
  wordsOf,
} from '../../../test/support/restore-panel.js';
import { find, has } from '../../../test/support/shadow.js';
import { snapshot } from '../../../test/support/snapshot.js';
import '../../define/persistence-provider.js';
import { LiteChatError } from '../../errors.js';
import { encryptStream } from '../../formats/encryption.js';
import type { BackupPreview } from '../../import-export/types.js';
import type { RestorePanel } from './restore-panel.js';

const project = { id: 'a', name: 'A' };
const full = new LiteChatError('quota-exceeded', 'There is no room. Nothing was changed.');

describe('<litechat-restore-panel>', () => {
  it('offers to take a file', async () => {
    const element = await panel(await freshContext());
    expect(find(element, '[part=choose]').textContent).to.contain('Choose files');
    await expect(element).to.be.accessible();
  });

  it('says what a backup is and holds, with mods unticked, and changes nothing yet', async () => {
    const file = await backupFile((await filledContext()).importExport);
    const context = await freshContext();
    const element = await panel(context);
    await choose(element, file);
    expect(find(element, '[part=file]').textContent).to.contain('backup.json');
    expect(find(element, '[part=file]').textContent).to.contain('Backup of');
    const mods = find(element, 'input[value=mods]', HTMLInputElement);
    expect(mods.checked).to.be.false;
    expect(mods.closest('label')?.textContent).to.contain('Runs code');
    expect(mods.closest('label')?.textContent).to.contain('Word count');
    expect(rowOf(element, 'mods')).to.equal('1 in the file');
    expect(find(element, 'input[value=conversations]', HTMLInputElement).checked).to.be.true;
    expect(rowOf(element, 'conversations')).to.equal('Conversations, 3 new, Messages, 7 new');
    expect(rowOf(element, 'projects')).to.equal('3 new');
    expect(find(element, 'input[value=apiKeys]').closest('label')?.textContent).to.contain(
      '1 secret',
    );
    expect(find(element, '[part=button]').textContent).to.contain('Restore 10 categories');
    expect(await context.database.conversations.count()).to.equal(0);
    expect(element.shadowRoot?.innerHTML).not.to.contain('canary');
    await expect(element).to.be.accessible();
  });

  it('says which application wrote the file', async () => {
    const element = await panel(await freshContext());
    await choose(element, await backupFile((await filledContext()).importExport));
    expect(wordsOf(element, '[part=file]')).to.contain('written by litechat-elements');
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
    await pick(element, 'input[value=settings]');
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
    await waitUntil(() => has(element, '[part=undo]'));
    await expect(element).to.be.accessible();
  });

  it('says before what it reports after, under every policy', async () => {
    for (const policy of ['replace', 'merge-newest', 'keep-mine', 'copies']) {
      const context = await filledContext();
      const file = await backupFile(context.importExport);
      await context.persistence.deleteProject('project-2');
      await context.persistence.saveTag({ id: 'tag-3', name: 'Mine' });
      await context.persistence.saveSetting('theme', 'light');
      const { importExport } = context;
      const preview = importExport.previewBackup.bind(importExport);
      let said: BackupPreview | undefined;
      importExport.previewBackup = async (...args) => (said = await preview(...args));
      const element = await panel(context);
      await choose(element, file);
      await pick(element, `input[value=${policy}]`);
      const report = await restored(element);
      expect(report.outcome, policy).to.deep.equal(said?.outcome);
      expect(report.repairCounts, policy).to.deep.equal(said?.repairCounts);
    }
  });

  it('merges when asked to, and says so on the button', async () => {
    const file = await backupFile((await filledContext()).importExport, { importProjects: true });
    const context = await freshContext();
    await context.persistence.saveProject({ id: 'mine', name: 'Mine', parentId: null });
    const element = await panel(context);
    await choose(element, file);
    expect(rowOf(element, 'projects')).to.equal('3 new, 1 here goes');
    expect(wordsOf(element, '[part=button]')).to.equal('Replace 1 project');
    await pick(element, 'input[value=merge-newest]');
    expect(rowOf(element, 'projects')).to.equal('3 new');
    expect(wordsOf(element, '[part=button]')).to.equal('Add 3 projects');
    await restored(element);
    expect(await context.database.projects.count()).to.equal(4);
  });

  it('says when everything in the file is here already', async () => {
    const context = await filledContext();
    const file = await backupFile(context.importExport, { importProjects: true });
    const element = await panel(context);
    await choose(element, file);
    expect(rowOf(element, 'projects')).to.equal('3 the same');
    expect(find(element, '[part=button]').ariaDisabled).to.equal('true');
    expect(wordsOf(element, '#why')).to.equal('Everything in this file is here already.');
    await expect(element).to.be.accessible();
    await pick(element, 'input[value=copies]');
    expect(wordsOf(element, '[part=button]')).to.equal('Add 3 projects');
  });

  it('never restores while the numbers are those of another choice', async () => {
    const context = await filledContext();
    const element = await panel(context);
    await choose(element, backupOf({ projects: [project], tags: [] }));
    const { importExport } = context;
    const preview = importExport.previewBackup.bind(importExport);
    const asked: (string | undefined)[] = [];
    let go = (): void => {};
    importExport.previewBackup = async (file, options, transfer) => {
      asked.push(transfer?.policy);
      if (transfer?.policy === 'merge-newest') await new Promise<void>((resolve) => (go = resolve));
      return preview(file, options, transfer);
    };
    let restores = 0;
    element.addEventListener('litechat-restore-requested', () => restores++);
    find(element, 'input[value=merge-newest]').click();
    await element.updateComplete;
    expect(find(element, '.outcome').className).to.contain('stale');
    expect(wordsOf(element, '#why')).to.equal('Comparing with what is here…');
    expect(find(element, '[part=button]').ariaDisabled).to.equal('true');
    await expect(element).to.be.accessible();
    find(element, '[part=button]').click();
    // The one that was overtaken says nothing any more, however late it comes.
    await pick(element, 'input[value=keep-mine]');
    go();
    await element.updateComplete;
    expect([asked[0], asked.at(-1)]).to.deep.equal(['merge-newest', 'keep-mine']);
    expect(restores).to.equal(0);
    expect(find(element, '[part=button]').ariaDisabled).to.equal('false');
  });

  it('foresees anew when records come here meanwhile', async () => {
    const context = await filledContext();
    const element = await panel(context);
    await choose(element, backupOf({ projects: [project] }));
    expect(rowOf(element, 'projects')).to.equal('1 new, 3 here go');
    await context.persistence.saveProject({ id: 'late', name: 'Late', parentId: null });
    await waitUntil(() => rowOf(element, 'projects') === '1 new, 4 here go');
  });

  it('compares again when it could not', async () => {
    const context = await freshContext();
    const element = await panel(context);
    await choose(element, backupOf({ projects: [project] }));
    const { importExport } = context;
    const preview = importExport.previewBackup.bind(importExport);
    importExport.previewBackup = () =>
      Promise.reject(new LiteChatError('database-failed', 'It failed. Nothing was changed.'));
    await pick(element, 'input[value=keep-mine]').catch(() => undefined);
    await waitUntil(() => has(element, '[part=error]'));
    expect(find(element, '[part=button]').ariaDisabled).to.equal('true');
    await expect(element).to.be.accessible();
    importExport.previewBackup = preview;
    find(element, '[part=error] button').click();
    await waitUntil(() => find(element, '[part=button]').ariaDisabled === 'false');
    expect(has(element, '[part=error]')).to.be.false;
  });

  it('adds conversations as new, beside what is here', async () => {
    const context = await filledContext();
    const data = await context.importExport.exportConversationData('conversation-1');
    const element = await panel(context);
    await choose(element, fileOf(data));
    expect(find(element, '[part=file]').textContent).to.contain('One conversation');
    expect(wordsOf(element, '[part=button]')).to.equal('Add 1 conversation');
    await expect(element).to.be.accessible();
    const report = await restored(element);
    expect(report.conversationIds).to.have.lengthOf(1);
    expect(await context.database.conversations.count()).to.equal(4);
    expect(find(element, '[part=result]').textContent).to.contain('Added.');
  });

  it('shows before and after what has to be repaired', async () => {
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
    expect(wordsOf(element, '.notes summary')).to.equal(
      '1 reference leads to nothing and is emptied',
    );
    const { repairCounts } = await restored(element);
    expect(repairCounts['reference-cleared']).to.equal(1);
    find(element, '[part=result] summary').click();
    expect(find(element, '.repairs').textContent).to.contain('conversations[0]');
    await expect(element).to.be.accessible();
  });

  it('names the names that are taken, and keys that would go elsewhere', async () => {
    const context = await filledContext();
    const element = await panel(context);
    const file = backupOf({
      providerConfigs: [
        {
          id: 'x',
          name: 'OpenAI',
          type: 'openai',
          apiKeyId: 'key-1',
          baseURL: 'https://evil.test',
        },
      ],
    });
    await choose(element, file);
    await pick(element, 'input[value=merge-newest]');
    expect(wordsOf(element, '.notes summary')).to.equal('1 name is taken and gets a number');
    expect(wordsOf(element, '.destinations')).to.equal('OpenAI (2) to https://evil.test');
    await expect(element).to.be.accessible();
  });

  it('says that secrets which were left out stay as they are here', async () => {
    const context = await filledContext();
    const transfer = { includeSecrets: false };
    const file = await backupFile(context.importExport, { importApiKeys: true }, transfer);
    const element = await panel(context);
    await choose(element, file);
    expect(wordsOf(element, '.notes')).to.contain('Those that are here stay.');
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
    await choose(element, backupOf({ projects: [project] }));
    element.addEventListener('litechat-restore-requested', (event) => event.preventDefault());
    find(element, '[part=button]').click();
    await element.updateComplete;
    expect(has(element, 'progress')).to.be.false;
    expect(await context.database.projects.count()).to.equal(0);
    await pick(element, 'input[value=projects]');
    expect(find(element, '[part=button]').ariaDisabled).to.equal('true');
    expect(wordsOf(element, '#why')).to.equal('Choose at least one category.');
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
    find(element, '[part=cancel]').focus();
    find(element, '[part=cancel]').click();
    await focusComesTo(element, '[part=choose]');
  });

  it('keeps the focus while it reads another file, and goes back when that is cancelled', async () => {
    const context = await freshContext();
    const element = await panel(context);
    await choose(element, fileOf('{"version":1,"projects":[{"id":'));
    await focusComesTo(element, '[part=another]');
    context.importExport.previewBackup = (_file, _options, transfer) =>
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
    await choose(element, backupOf({ projects: [project] }));
    context.importExport.importFile = () =>
      Promise.reject(new LiteChatError('database-failed', 'It failed. Nothing was changed.'));
    find(element, '[part=button]').focus();
    find(element, '[part=button]').click();
    await focusComesTo(element, '[part=error]');
    expect(has(element, '[part=without-undo]')).to.be.false;
  });

  it('offers to restore without undo where there is no room for it', async () => {
    const context = await freshContext();
    const element = await panel(context);
    await choose(element, backupOf({ projects: [project] }));
    const { importExport } = context;
    const importFile = importExport.importFile.bind(importExport);
    importExport.importFile = (file, options) =>
      options?.keepUndo === false ? importFile(file, options) : Promise.reject(full);
    find(element, '[part=button]').click();
    await waitUntil(() => has(element, '[part=without-undo]'));
    await expect(element).to.be.accessible();
    find(element, '[part=without-undo]').click();
    await waitUntil(() => has(element, '[part=result]'));
    expect(await context.database.projects.count()).to.equal(1);
    expect(await importExport.undoState()).to.equal(null);
  });

  it('shows what differs from what is here, and what would go', async () => {
    const context = await filledContext();
    const element = await panel(context);
    const changed = { id: 'project-1', name: 'Work, renamed' };
    await choose(element, backupOf({ projects: [project, changed], rules: [], tags: [] }));
    expect(rowOf(element, 'projects')).to.equal('1 new, 1 different, 2 here go');
    expect(wordsOf(element, '[part=loss]')).to.match(
      /^2 projects, 2 rules,? and 2 tags that are only here go\.$/,
    );
    await pick(element, 'input[value=keep-mine]');
    expect(rowOf(element, 'projects')).to.equal('1 new, 1 different, 1 kept as here');
    expect(has(element, '[part=loss]')).to.be.false;
    await expect(element).to.be.accessible();
  });

  it('shows no end of decrypting before it is known whether the passphrase is right', async () => {
    const context = await freshContext();
    const element = await panel(context);
    let tell: (done: number) => void = () => undefined;
    context.importExport.openFile = (_file, transfer) => {
      tell = (done) => transfer?.onProgress?.({ phase: 'decrypting', done, total: 10 });
      return new Promise(() => undefined);
    };
    give(element, backupOf({ projects: [project] }));
    await waitUntil(() => has(element, 'progress'));
    const bar = find(element, 'progress', HTMLProgressElement);
    tell(5);
    await element.updateComplete;
    expect(bar.value).to.equal(0.5);
    tell(10);
    await element.updateComplete;
    expect(bar.hasAttribute('value'), 'indeterminate').to.be.false;
    expect(wordsOf(element, '[part=work]')).not.to.contain('100');
  });

  it('has one button that cancels while it restores', async () => {
    const context = await filledContext();
    const element = await panel(context);
    await choose(element, backupOf({ projects: [project] }));
    context.importExport.importFile = (_file, options) =>
      new Promise((_resolve, reject) => {
        const signal = options?.signal;
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    find(element, '[part=button]').click();
    await waitUntil(() => has(element, '[part=work]'));
    expect(has(element, '[part=cancel]')).to.be.false;
    expect(wordsOf(element, '[part=work] button')).to.equal('Cancel');
    find(element, '[part=work] button').click();
    await waitUntil(() => has(element, '[part=cancel]'));
    expect(find(element, '[role=status]').textContent).to.equal('Cancelled. Nothing was changed.');
  });

  it('names the dearest of what would go, and the other kinds on demand', async () => {
    const element = await panel(await filledContext());
    const empty = backupOf({
      projects: [],
      conversations: [],
      interactions: [],
      rules: [],
      tags: [],
      tagRuleLinks: [],
    });
    await choose(element, empty);
    expect(wordsOf(element, '[part=loss] p')).to.match(
      /^3 conversations, 7 messages,? and 3 projects that are only here go\.$/,
    );
    expect(wordsOf(element, '[part=loss] summary')).to.equal('and 3 more kinds');
    expect(wordsOf(element, '[part=loss] details')).to.contain('2 rules, 2 tags, 2 links');
    expect(find(element, '[part=button]').ariaDisabled).to.equal('false');
    await expect(element).to.be.accessible();
  });

  it('says what reading a file came to, and what another choice makes of it', async () => {
    const element = await panel(await filledContext());
    await choose(element, backupOf({ projects: [project] }));
    const status = (): string => find(element, '[role=status]').textContent;
    expect(status()).to.equal('Read and compared: 1 new, 3 here go.');
    await pick(element, 'input[value=keep-mine]');
    expect(status()).to.equal('Read and compared: 1 new.');
    await pick(element, 'input[value=projects]');
    expect(status()).to.equal('Choose at least one category.');
    expect(wordsOf(element, '[part=button]')).to.equal('Restore');
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

  it('works below a provider that comes late', async () => {
    const context = await filledContext();
    const provider = await fixture(html`
      <litechat-persistence-provider .context=${context}>
        <litechat-restore-panel></litechat-restore-panel>
      </litechat-persistence-provider>
    `);
    const element = provider.querySelector('litechat-restore-panel');
    await waitUntil(() => element?.context === context);
    if (element) await choose(element, backupOf({ projects: [project] }));
    expect(element && rowOf(element, 'projects')).to.equal('1 new, 3 here go');
  });

  describe('with records that cannot be restored', () => {
    const partlyBroken = (): File =>
      backupOf({ projects: [project, { id: 'b', name: { no: 1 } }] });

    it('lists them, and goes on only when the user skips them', async () => {
      const context = await freshContext();
      const element = await panel(context);
      await choose(element, partlyBroken());
      expect(rowOf(element, 'projects')).to.equal('1 new, 1 invalid');
      expect(wordsOf(element, '.note.caution summary')).to.equal('1 record cannot be restored');
      find(element, '.note.caution summary').click();
      expect(wordsOf(element, '.note.caution .repairs')).to.contain('projects[1].name');
      expect(find(element, '[part=button]').ariaDisabled).to.equal('true');
      expect(wordsOf(element, '#why')).to.contain('skip what cannot be restored');
      await expect(element).to.be.accessible();
      find(element, '[part=button]').click();
      await element.updateComplete;
      expect(has(element, 'progress')).to.be.false;

      await pick(element, '[name=skip-invalid]');
      const report = await restored(element);
      expect(report.invalidCount).to.equal(1);
      expect(await context.database.projects.toCollection().primaryKeys()).to.deep.equal(['a']);
      expect(wordsOf(element, '[part=result]')).to.contain('1 record skipped');
      await expect(element).to.be.accessible();
    });

    it('saves what was skipped as a file', async () => {
      const element = await panel(await freshContext());
      await choose(element, partlyBroken());
      await pick(element, '[name=skip-invalid]');
      await restored(element);
      const [saved] = await downloadsDuring(() => {
        const create = URL.createObjectURL.bind(URL);
        return new Promise<void>((resolve) => {
          // The link is clicked in the same turn that gives the file its address.
          URL.createObjectURL = (file) => {
            URL.createObjectURL = create;
            queueMicrotask(resolve);
            return create(file);
          };
          find(element, '[part=skipped]').click();
        });
      });
      expect(saved?.name).to.match(/^litechat_skipped_records_.+\.json$/);
      const records = JSON.parse(saved?.text ?? '') as { path: string; value: unknown }[];
      expect(records.map(({ path }) => path)).to.deep.equal(['projects[1].name']);
      expect(records[0]?.value).to.deep.include({ id: 'b' });
    });
  });

  describe('with an encrypted file', () => {
    const wrong = new LiteChatError('passphrase-wrong', 'Wrong. Nothing was changed.');
    const required = new LiteChatError('passphrase-required', 'Needed. Nothing was changed.');

    /** A panel whose files open with one passphrase, and how often one was tried. */
    async function lockedPanel(): Promise<{ element: RestorePanel; tries: () => number }> {
      const context = await freshContext();
      let tries = 0;
      context.importExport.openFile = (file, transfer) => {
        const passphrase = transfer?.passphrase;
        if (passphrase === undefined) return Promise.reject(required);
        tries++;
        return passphrase === 'canary secret' ? Promise.resolve(file) : Promise.reject(wrong);
      };
      return { element: await panel(context), tries: () => tries };
    }

    const passphraseOf = (element: RestorePanel): HTMLInputElement =>
      find(element, '#file-passphrase', HTMLInputElement);

    const submit = (element: RestorePanel, passphrase: string): void => {
      passphraseOf(element).value = passphrase;
      passphraseOf(element).dispatchEvent(new Event('input'));
      find(element, 'form', HTMLFormElement).requestSubmit();
    };

    it('asks for the passphrase, and tells beside the field when it is wrong', async () => {
      const { element } = await lockedPanel();
      give(element, backupOf({ projects: [project] }));
      await focusComesTo(element, '#file-passphrase');
      expect(passphraseOf(element).type).to.equal('password');
      expect(passphraseOf(element).autocomplete).to.equal('off');
      await expect(element).to.be.accessible();
      submit(element, '');
      await element.updateComplete;
      expect(wordsOf(element, '.problem')).to.equal('Type the passphrase of the file.');
      submit(element, 'nonsense');
      await waitUntil(() => find(element, '.problem').textContent.includes('does not open'));
      await focusComesTo(element, '#file-passphrase');
      expect(passphraseOf(element).getAttribute('aria-invalid')).to.equal('true');
      expect(passphraseOf(element).value).to.equal('nonsense');
      expect(has(element, '[part=button]')).to.be.false;
      await expect(element).to.be.accessible();
    });

    it('decrypts once, however often it compares, and keeps the passphrase to itself', async () => {
      const { element, tries } = await lockedPanel();
      const details: unknown[] = [];
      for (const name of ['litechat-restore-requested', 'litechat-restored']) {
        element.addEventListener(name, (event) => details.push((event as CustomEvent).detail));
      }
      give(element, backupOf({ projects: [project] }));
      await focusComesTo(element, '#file-passphrase');
      submit(element, 'canary secret');
      await waitUntil(() => has(element, '[part=button]'));
      expect(wordsOf(element, '[part=file]')).to.contain('encrypted');
      await pick(element, 'input[value=keep-mine]');
      await restored(element);
      expect(tries()).to.equal(1);
      expect(element.shadowRoot?.innerHTML).not.to.contain('canary');
      expect(JSON.stringify(details)).not.to.contain('canary');
    });

    it('shows and hides what is typed', async () => {
      const { element } = await lockedPanel();
      give(element, backupOf({ projects: [project] }));
      await focusComesTo(element, '#file-passphrase');
      find(element, '.reveal button').click();
      await element.updateComplete;
      expect(passphraseOf(element).type).to.equal('text');
      expect(find(element, '.reveal button').ariaPressed).to.equal('true');
    });

    it('opens one that was really encrypted', async () => {
      const source = await filledContext();
      const plain = source.importExport.createBackup({ importProjects: true });
      const encrypted = encryptStream(plain, 'correct horse', { workFactor: 4 });
      const file = new File([await new Response(encrypted).blob()], 'backup.json.gz.age');
      const element = await panel(await freshContext());
      give(element, file);
      await focusComesTo(element, '#file-passphrase');
      submit(element, 'correct horse');
      await waitUntil(() => has(element, '[part=button]'));
      expect(rowOf(element, 'projects')).to.equal('3 new');
    });
  });

  describe('afterwards', () => {
    async function replaced(): Promise<{
      context: Awaited<ReturnType<typeof filledContext>>;
      element: RestorePanel;
      before: unknown;
    }> {
      const context = await filledContext();
      const before = await snapshot(context.database);
      const element = await panel(context);
      await choose(element, backupOf({ projects: [project] }));
      await restored(element);
      await waitUntil(() => has(element, '[part=undo]'));
      return { context, element, before };
    }

    it('brings back exactly what was there, and does it again', async () => {
      const { context, element, before } = await replaced();
      expect(wordsOf(element, '[part=undo]')).to.match(/^Restored .+ records can be changed back;/);
      find(element, '[part=undo] button').click();
      await waitUntil(
        () => has(element, '[part=undo]') && wordsOf(element, '[part=undo]').startsWith('Undone'),
      );
      await focusComesTo(element, '[part=undo]');
      expect(find(element, '[role=status]').textContent).to.equal('Undone.');
      expect(await snapshot(context.database)).to.deep.equal(before);
      expect(has(element, '[part=result]'), 'no longer says that it was restored').to.be.false;
      await expect(element).to.be.accessible();
      expect(wordsOf(element, '[part=undo] button')).to.equal('Redo');
      find(element, '[part=undo] button').click();
      await waitUntil(
        () => has(element, '[part=undo]') && wordsOf(element, '[part=undo]').startsWith('Restored'),
      );
      expect(await context.database.projects.count()).to.equal(1);
      expect(find(element, '[role=status]').textContent).to.equal('Restored again.');
      expect(wordsOf(element, '[part=undo] button')).to.equal('Undo');
      find(element, '[part=undo] button').click();
      await waitUntil(
        () => has(element, '[part=undo]') && wordsOf(element, '[part=undo]').startsWith('Undone'),
      );
      expect(await snapshot(context.database)).to.deep.equal(before);
    });

    it('says that it does not undo what was added since', async () => {
      const { context, element } = await replaced();
      const data = await context.importExport.exportConversationData('conversation-1');
      await choose(element, fileOf(data));
      expect(has(element, '[part=undo]'), 'not while there is a file to decide about').to.be.false;
      await restored(element);
      expect(wordsOf(element, '[part=result]')).to.contain('Added.');
      expect(wordsOf(element, '[part=undo]')).to.match(
        /^The restore of .+ can still be undone\. What was added now is not part of it\./,
      );
      expect(wordsOf(element, '[part=undo] button')).to.equal('Undo the restore');
      await expect(element).to.be.accessible();
    });

    it('says before the next restore that what can be undone now ends with it', async () => {
      const { element } = await replaced();
      await choose(element, backupOf({ projects: [{ id: 'other', name: 'Other' }] }));
      expect(wordsOf(element, '#why')).to.match(
        /^You can undo it afterwards\. The undo of .+ ends then\.$/,
      );
      await expect(element).to.be.accessible();
    });

    it('offers it also after a reload', async () => {
      const { context, element, before } = await replaced();
      element.remove();
      const reloaded = await panel(context);
      await waitUntil(() => has(reloaded, '[part=undo]'));
      find(reloaded, '[part=undo] button').click();
      await waitUntil(
        () => has(reloaded, '[part=undo]') && wordsOf(reloaded, '[part=undo]').startsWith('Undone'),
      );
      expect(await snapshot(context.database)).to.deep.equal(before);
    });

    it('foresees anew what a file would do, for what is here again', async () => {
      const { context, element } = await replaced();
      await choose(element, backupOf({ projects: [project] }));
      expect(rowOf(element, 'projects')).to.equal('1 the same');
      // In another tab, as there is no button for it while a file waits.
      await context.importExport.undoRestore();
      await waitUntil(() => rowOf(element, 'projects') === '1 new, 3 here go');
    });

    it('says no more of it when another tab has discarded it', async () => {
      const { context, element } = await replaced();
      await context.importExport.discardUndo();
      await waitUntil(() => !has(element, '[part=undo]'));
    });

    it('gives up the copy when asked to, and keeps what was restored', async () => {
      const { context, element } = await replaced();
      expect(wordsOf(element, '[part=discard]')).to.match(/^Keep this, free .+B|bytes$/);
      find(element, '[part=discard]').click();
      await waitUntil(() => !has(element, '[part=undo]'));
      await focusComesTo(element, '[part=result]');
      expect(await context.importExport.undoState()).to.equal(null);
      expect(await context.database.projects.count()).to.equal(1);
    });

    it('says why it could not be undone', async () => {
      const { context, element } = await replaced();
      context.importExport.undoRestore = () => Promise.reject(full);
      find(element, '[part=undo] button').click();
      await waitUntil(() => has(element, '[part=error]'));
      await focusComesTo(element, '[part=error]');
      expect(wordsOf(element, '[part=error]')).to.contain('Nothing was changed.');
      expect(has(element, '[part=undo]')).to.be.true;
      await expect(element).to.be.accessible();
    });

    it('leaves what was cleared to the danger zone', async () => {
      const context = await filledContext();
      await context.importExport.clearData({ importProjects: true });
      const element = await panel(context);
      await settled(element);
      expect(has(element, '[part=undo]')).to.be.false;
    });
  });
});
