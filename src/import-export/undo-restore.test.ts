import { expect } from '@open-wc/testing';
import { FailingWrites } from '../../test/support/failing-writes.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { backupFile, backupOf } from '../../test/support/files.js';
import { rejection } from '../../test/support/rejection.js';
import { day, fill, message } from '../../test/support/sample-rows.js';
import { integrityProblems } from '../../test/support/integrity.js';
import { snapshot } from '../../test/support/snapshot.js';
import { LiteChatDatabase } from '../database/litechat-database.js';
import { allCategories, categories } from '../model/categories.js';
import { Persistence } from '../persistence/persistence.js';
import { ImportExport } from './import-export.js';
import { restorePolicies } from './types.js';

async function filled(): Promise<{ persistence: Persistence; importExport: ImportExport }> {
  const persistence = freshPersistence();
  await fill(persistence);
  return { persistence, importExport: new ImportExport(persistence) };
}

/** A file in which some records are as here, some differ, some are new and some are missing. */
async function changedFile(): Promise<File> {
  const { persistence, importExport } = await filled();
  for (const table of persistence.database.tables) {
    const keys = await table.toCollection().primaryKeys();
    await table
      .where(':id')
      .anyOf(keys.slice(0, 1))
      .modify((row: object) => {
        Reflect.set(row, 'touched', true);
      });
  }
  await persistence.saveConversation({ id: 'new', title: 'New here', projectId: null });
  await persistence.saveInteraction(message('new-0', 'new'));
  await persistence.deleteConversation('conversation-2');
  await persistence.deleteProject('project-3');
  await persistence.saveSetting('language', 'de');
  // Two records that swap their names.
  await persistence.updateRecord('tags', 'tag-1', { name: 'Between' });
  await persistence.updateRecord('tags', 'tag-2', { name: 'Python' });
  await persistence.updateRecord('tags', 'tag-1', { name: 'Writing' });
  return backupFile(importExport);
}

describe('undoRestore', () => {
  it('leaves references to messages of other conversations as they are', async () => {
    const { persistence, importExport } = await filled();
    await persistence.saveConversation({ id: 'other', title: 'Other', projectId: null });
    await persistence.saveInteraction(message('other-0', 'other'));
    await persistence.saveConversation({ id: 'same', title: 'Same', projectId: null });
    const metadata = { editedFromId: 'other-0' };
    await persistence.saveInteraction({ ...message('same-0', 'same'), metadata });
    const file = await backupFile(importExport);
    await persistence.saveInteraction({ ...message('same-1', 'same'), metadata });
    const before = await snapshot(persistence.database);
    await importExport.restoreBackup(file, allCategories);
    const after = await snapshot(persistence.database);
    await importExport.undoRestore();
    expect(await snapshot(persistence.database)).to.deep.equal(before);
    const { repairs } = await importExport.undoRestore();
    expect(repairs).to.deep.equal([]);
    expect(await snapshot(persistence.database)).to.deep.equal(after);
  });

  it('brings back no reference to a message that was deleted since', async () => {
    const { persistence, importExport } = await filled();
    await persistence.saveConversation({ id: 'talk', title: 'Talk', projectId: null });
    await persistence.saveInteraction(message('first', 'talk'));
    const file = await backupFile(importExport);
    await persistence.saveInteraction(message('second', 'talk', 'first'));
    await importExport.restoreBackup(file, allCategories);
    await persistence.deleteInteraction('first');
    const { repairs } = await importExport.undoRestore();
    const left = await persistence.loadInteractionsForConversation('talk');
    expect(left.map(({ id, parentId }) => [id, parentId])).to.deep.equal([['second', null]]);
    expect(repairs.map(({ kind }) => kind)).to.deep.equal(['reference-cleared']);
  });

  for (const policy of restorePolicies) {
    it(`brings back every row exactly after a restore with the policy ${policy}`, async () => {
      const { persistence, importExport } = await filled();
      const before = await snapshot(persistence.database);
      await importExport.restoreBackup(await changedFile(), allCategories, { policy });
      expect(await snapshot(persistence.database)).to.not.deep.equal(before);
      const { undone } = await importExport.undoRestore();
      expect(undone.operation).to.equal('restore');
      expect(await snapshot(persistence.database)).to.deep.equal(before);
    });
  }

  for (const { id, flag } of categories) {
    it(`brings back every row exactly after ${id} alone were restored or cleared`, async () => {
      const { persistence, importExport } = await filled();
      const before = await snapshot(persistence.database);
      await importExport.restoreBackup(await changedFile(), { [flag]: true });
      if (await importExport.undoState()) await importExport.undoRestore();
      expect(await snapshot(persistence.database)).to.deep.equal(before);
      await importExport.clearData({ [flag]: true });
      expect(await snapshot(persistence.database)).to.not.deep.equal(before);
      await importExport.undoRestore();
      expect(await snapshot(persistence.database)).to.deep.equal(before);
    });
  }

  it('brings back rows with values that no file can hold', async () => {
    const { persistence, importExport } = await filled();
    const odd = { id: 'odd', title: new Map([['a', new Uint8Array([1, 2])]]), updatedAt: 'never' };
    await persistence.database.table('conversations').put(odd);
    await persistence.database.table('conversations').put({ id: 7, title: 'Under a number' });
    const before = await snapshot(persistence.database);
    await importExport.restoreBackup(backupOf({ conversations: [{ id: '7' }], interactions: [] }), {
      importConversations: true,
    });
    expect(await persistence.database.conversations.toCollection().primaryKeys()).to.deep.equal([
      '7',
    ]);
    await importExport.undoRestore();
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('is there after a reload, and for another tab', async () => {
    const { persistence, importExport } = await filled();
    const before = await snapshot(persistence.database);
    await importExport.restoreBackup(await changedFile(), allCategories);
    const { name } = persistence.database;
    persistence.database.close();
    const reloaded = new LiteChatDatabase(name);
    const afterReload = new ImportExport(new Persistence(reloaded));
    const state = await afterReload.undoState();
    expect(state?.operation).to.equal('restore');
    expect(state?.records).to.be.greaterThan(10);
    expect(state?.bytes).to.be.greaterThan(1000);
    expect(state?.expiresAt).to.equal(null);
    await afterReload.undoRestore();
    expect(await snapshot(reloaded)).to.deep.equal(before);
    reloaded.close();
  });

  it('does again what was undone, when it is asked once more', async () => {
    const { persistence, importExport } = await filled();
    const before = await snapshot(persistence.database);
    await importExport.restoreBackup(await changedFile(), allCategories);
    const after = await snapshot(persistence.database);
    await importExport.undoRestore();
    const undone = await importExport.undoState();
    expect([undone?.operation, undone?.isUndone]).to.deep.equal(['restore', true]);
    await importExport.undoRestore();
    expect(await snapshot(persistence.database)).to.deep.equal(after);
    await importExport.undoRestore();
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('loses nothing that was saved since', async () => {
    const { persistence, importExport } = await filled();
    await importExport.restoreBackup(await changedFile(), allCategories);
    await persistence.saveConversation({ id: 'since', title: 'Since', projectId: null });
    await persistence.saveInteraction(message('since-0', 'since'));
    await persistence.saveInteraction(message('reply', 'new', 'new-0'));
    await importExport.undoRestore();
    expect(await persistence.loadInteractionsForConversation('since')).to.have.length(1);
    const ids = (await persistence.loadConversations()).map(({ id }) => id);
    expect(ids).to.have.members([
      'conversation-1',
      'conversation-2',
      'conversation-3',
      'since',
      'new',
    ]);
    const [reply, ...others] = await persistence.loadInteractionsForConversation('new');
    expect(reply?.id).to.equal('reply');
    expect(reply?.parentId).to.equal(null);
    expect(others).to.deep.equal([]);
  });

  it('leaves the data whole, whatever was done since', async () => {
    const { persistence, importExport } = await filled();
    await importExport.restoreBackup(
      backupOf({
        conversations: [{ id: 'conversation-1', title: 'From the file' }],
        interactions: [
          { id: 'interaction-1-0', conversationId: 'conversation-1', response: 'Changed' },
          { id: 'from-file', conversationId: 'conversation-2' },
        ],
        projects: [{ id: 'project-1', name: 'To the top', parentId: null }],
      }),
      allCategories,
      { policy: 'merge-newest' },
    );
    await persistence.updateRecord('interactions', 'interaction-1-0', { rating: 1 });
    await persistence.saveInteraction({
      ...message('again', 'conversation-2', 'from-file'),
      metadata: { regeneratedFromId: 'from-file' },
    });
    await persistence.deleteConversation('conversation-1');
    await persistence.deleteProject('project-3');
    await importExport.undoRestore();
    expect(await integrityProblems(persistence.database)).to.deep.equal([]);
    expect(await persistence.loadInteractionsForConversation('conversation-2')).to.have.length(3);
  });

  it('brings back a row whose name or place was taken since', async () => {
    const { persistence, importExport } = await filled();
    await importExport.clearData(allCategories);
    await persistence.saveTag({ id: 'mine', name: 'Python' });
    const { repairCounts } = await importExport.undoRestore();
    expect((await persistence.loadTags()).map(({ name }) => name)).to.have.members([
      'Python',
      'Python (2)',
      'Writing',
    ]);
    expect(repairCounts).to.deep.equal({ 'name-changed': 1 });
    expect(await integrityProblems(persistence.database)).to.deep.equal([]);
  });

  it('brings back every reference of a row that lost two at once', async () => {
    const { persistence, importExport } = await filled();
    const before = await snapshot(persistence.database);
    await importExport.clearData({ importProjects: true, importSyncRepos: true });
    await importExport.undoRestore();
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('takes back several files at once, where they were added to one undo', async () => {
    const { persistence, importExport } = await filled();
    const before = await snapshot(persistence.database);
    await importExport.restoreBackup(await changedFile(), allCategories);
    await importExport.restoreBackup(backupOf({ tags: [], conversations: [] }), allCategories, {
      addToUndo: true,
    });
    await importExport.undoRestore();
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('leaves no reference to what it takes away', async () => {
    const { persistence, importExport } = await filled();
    await importExport.restoreBackup(
      backupOf({ projects: [{ id: 'p', name: 'From the file' }], tags: [{ id: 't', name: 'T' }] }),
      allCategories,
      { policy: 'merge-newest' },
    );
    await persistence.updateRecord('conversations', 'conversation-1', { projectId: 'p' });
    await persistence.updateRecord('projects', 'project-1', { defaultTagIds: ['t', 'tag-1'] });
    await importExport.undoRestore();
    expect((await persistence.database.conversations.get('conversation-1'))?.projectId).to.equal(
      null,
    );
    expect((await persistence.database.projects.get('project-1'))?.defaultTagIds).to.deep.equal([
      'tag-1',
    ]);
  });

  it('says so when there is nothing to undo, or no longer', async () => {
    const { persistence, importExport } = await filled();
    await rejection(importExport.undoRestore(), 'not-found');
    await importExport.restoreBackup(await changedFile(), allCategories);
    await importExport.discardUndo();
    expect(await persistence.database.undo.count()).to.equal(0);
    await rejection(importExport.undoRestore(), 'not-found');
    expect(await importExport.undoState()).to.equal(null);
  });

  it('holds the last restore that changed something, and only that', async () => {
    const { persistence, importExport } = await filled();
    const file = await changedFile();
    await importExport.restoreBackup(file, allCategories);
    const after = await snapshot(persistence.database);
    await importExport.restoreBackup(file, allCategories);
    expect((await importExport.undoState())?.records).to.be.greaterThan(10);
    await importExport.clearData({ importRulesAndTags: true });
    expect((await importExport.undoState())?.operation).to.equal('clear');
    await importExport.undoRestore();
    expect(await snapshot(persistence.database)).to.deep.equal(after);
    await importExport.restoreBackup(backupOf({ tags: [] }), allCategories, { keepUndo: false });
    expect(await importExport.undoState()).to.equal(null);
  });

  it('changes nothing when any of its own writes fails', async () => {
    const persistence = freshPersistence();
    const writes = new FailingWrites(persistence.database);
    await fill(persistence);
    const importExport = new ImportExport(persistence);
    await importExport.restoreBackup(await changedFile(), allCategories);
    const after = await snapshot(persistence.database);
    writes.reset();
    await importExport.undoRestore();
    const total = writes.begun;
    expect(total).to.be.greaterThan(10);
    await importExport.undoRestore();
    expect(await snapshot(persistence.database)).to.deep.equal(after);
    for (let failing = 1; failing <= total; failing++) {
      writes.reset(failing);
      const error = await rejection(importExport.undoRestore(), 'quota-exceeded');
      expect(error.dataChanged).to.equal(false);
      expect(await snapshot(persistence.database)).to.deep.equal(after);
    }
  });
});

describe('clearData', () => {
  it('empties every category, and for an hour all of it can come back', async () => {
    const { persistence, importExport } = await filled();
    const before = await snapshot(persistence.database);
    const { outcome } = await importExport.clearData(allCategories);
    expect(outcome.conversations?.removed).to.equal(3);
    expect(outcome.interactions?.removed).to.equal(7);
    expect(outcome.mcpServers?.removed).to.equal(1);
    const tables = Object.entries(await snapshot(persistence.database));
    for (const [table, rows] of tables) {
      const values = Object.values(rows);
      if (table === 'appState')
        expect(values).to.deep.equal([{ key: 'settings:mcpServers', value: [] }]);
      else expect(values, table).to.deep.equal([]);
    }
    const expiresAt = (await importExport.undoState())?.expiresAt?.getTime() ?? 0;
    expect(expiresAt - Date.now()).to.be.within(3_500_000, 3_600_000);
    await importExport.undoRestore();
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('cannot be undone after its hour, and the copy is gone', async () => {
    const { persistence, importExport } = await filled();
    await importExport.clearData(allCategories);
    const note = await persistence.database.bookkeeping.get('undo');
    const expired = { ...(note?.value as object), expiresAt: day(1) };
    await persistence.database.bookkeeping.put({ key: 'undo', value: expired });
    await rejection(importExport.undoRestore(), 'not-found');
    expect(await importExport.undoState()).to.equal(null);
    expect(await persistence.database.undo.count()).to.equal(0);
  });

  it('does not keep the copy for ever because it was undone and done again', async () => {
    const { importExport } = await filled();
    await importExport.clearData(allCategories);
    await importExport.undoRestore();
    await importExport.undoRestore();
    const state = await importExport.undoState();
    expect([state?.operation, state?.isUndone]).to.deep.equal(['clear', false]);
    expect(state?.expiresAt).to.be.instanceOf(Date);
  });

  it('keeps nothing when it is told to', async () => {
    const { persistence, importExport } = await filled();
    await importExport.clearData(allCategories, { keepUndo: false });
    expect(await persistence.database.undo.count()).to.equal(0);
    expect(await importExport.undoState()).to.equal(null);
  });

  it('leaves no reference from what stays to what goes', async () => {
    const { persistence, importExport } = await filled();
    await importExport.clearData({ importProjects: true, importApiKeys: true });
    const conversations = await persistence.loadConversations();
    expect(conversations.map(({ projectId }) => projectId)).to.deep.equal([null, null, null]);
    const [provider] = await persistence.loadProviderConfigs();
    expect(provider?.apiKeyId).to.equal(null);
    expect(await persistence.loadRules()).to.have.length(2);
  });

  it('is cancelled by its signal, with nothing changed', async () => {
    const { persistence, importExport } = await filled();
    const before = await snapshot(persistence.database);
    const reason = new Error('Not now');
    const clearing = importExport.clearData(allCategories, { signal: AbortSignal.abort(reason) });
    expect(await clearing.catch((error: unknown) => error)).to.equal(reason);
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });
});
