import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { backupFile, backupJson } from '../../test/support/files.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { allCategories, categories } from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { ImportExport } from './import-export.js';

/** Puts a row past all checks, as another application may have left it. */
const putRaw = (persistence: Persistence, table: string, row: object): Promise<unknown> =>
  persistence.database.table(table).put(row);

describe('createBackup', () => {
  it('writes one record a line, in the order of the format', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    const text = await (await backupFile(new ImportExport(persistence))).text();
    const keys = Object.keys(JSON.parse(text) as object);
    expect(keys).to.deep.equal([
      'version',
      'exportedAt',
      'settings',
      'apiKeys',
      'providerConfigs',
      'projects',
      'conversations',
      'interactions',
      'rules',
      'tags',
      'tagRuleLinks',
      'mods',
      'syncRepos',
      'mcpServers',
      'promptTemplates',
      'agents',
    ]);
    const lines = text.split('\n');
    expect(lines.filter((line) => line.startsWith('{"id":"interaction-'))).to.have.length(6);
    expect(lines.some((line) => line.startsWith('"theme": "dark"'))).to.equal(true);
  });

  it('has no key for a category that was not chosen, and an empty array for one without records', async () => {
    const json = await backupJson(new ImportExport(freshPersistence()), {
      importTagsOnly: true,
      importMods: true,
      importMcpServers: true,
      importSettings: true,
    } as object);
    expect(json).to.have.keys('version', 'exportedAt', 'mods', 'mcpServers', 'settings');
    expect(json.mods).to.deep.equal([]);
    expect(json.settings).to.deep.equal({});
  });

  it('holds every row whatever its fields are', async () => {
    const persistence = freshPersistence();
    await putRaw(persistence, 'conversations', { id: 'bare' });
    await putRaw(persistence, 'conversations', { id: 'odd', title: 1, updatedAt: new Date(NaN) });
    await putRaw(persistence, 'interactions', { id: 'no-index', conversationId: 'bare' });
    await putRaw(persistence, 'interactions', { id: 'no-conversation' });
    await putRaw(persistence, 'promptTemplates', {
      id: 'task',
      type: 'task',
      parentId: 'gone',
      name: 'T',
    });
    await putRaw(persistence, 'promptTemplates', { id: 'other', type: 'recipe', name: 'R' });
    await putRaw(persistence, 'appState', { key: 'not-a-setting', value: 1 });
    const json = await backupJson(new ImportExport(persistence));
    expect(json.conversations).to.deep.equal([
      { id: 'bare' },
      { id: 'odd', title: 1, updatedAt: null },
    ]);
    expect(json.interactions).to.have.length(2);
    expect(json.agents).to.deep.equal([{ id: 'task', type: 'task', parentId: 'gone', name: 'T' }]);
    expect(json.promptTemplates).to.deep.equal([{ id: 'other', type: 'recipe', name: 'R' }]);
    expect(json.appState).to.deep.equal([{ key: 'not-a-setting', value: 1 }]);
  });

  it('is JSON that can be restored whatever IndexedDB keeps, such as undefined', async () => {
    const persistence = freshPersistence();
    await putRaw(persistence, 'appState', { key: 'settings:a', value: undefined });
    await putRaw(persistence, 'appState', { key: 'settings:b' });
    await putRaw(persistence, 'appState', {
      key: 'settings:mcpServers',
      value: [undefined, null, { name: 'No id', url: 'https://example.org' }],
    });
    const importExport = new ImportExport(persistence);
    const file = await backupFile(importExport);
    const json = JSON.parse(await file.text()) as Record<string, unknown>;
    expect(json.settings).to.deep.equal({ a: null, b: null });
    await persistence.clearAllData();
    await importExport.restoreBackup(file, allCategories);
    const [server] = await persistence.loadSetting<Record<string, unknown>[]>('mcpServers', []);
    expect(server?.name).to.equal('No id');
    expect(server?.id).to.be.a('string');
  });

  it('is one state of the database, whatever is written meanwhile', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversations(
      Array.from({ length: 3000 }, (_, i) => ({
        id: `c${String(i)}`,
        title: 'T',
        projectId: null,
      })),
    );
    const writes: Promise<unknown>[] = [];
    const file = await backupFile(new ImportExport(persistence), allCategories, {
      onProgress: () => {
        const id = `late-${String(writes.length)}`;
        writes.push(
          persistence
            .saveConversation({ id, title: 'Late', projectId: null })
            .then(() =>
              persistence.saveInteraction({ ...lateInteraction, id, conversationId: id }),
            ),
        );
      },
    });
    await Promise.all(writes);
    expect(writes.length).to.be.greaterThan(0);
    const json = JSON.parse(await file.text()) as Record<string, { id: string }[]>;
    expect(json.conversations).to.have.length(3000);
    expect(json.interactions).to.have.length(0);
  });

  it('holds back nothing of what a slow reader has not taken yet, and lets writes go on', async () => {
    const persistence = freshPersistence();
    const content = 'x'.repeat(2000);
    await persistence.saveConversation({ id: 'c', title: 'T', projectId: null });
    await persistence.saveInteractions(
      Array.from({ length: 2000 }, (_, index) => ({
        ...lateInteraction,
        id: `i${String(index)}`,
        conversationId: 'c',
        index,
        response: content,
      })),
    );
    const reader = new ImportExport(persistence).createBackup(allCategories).getReader();
    const first = await reader.read();
    // The rest lies unread, and yet a write does not wait for the reader.
    await persistence.saveSetting('written', true);
    let bytes = first.value?.length ?? 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      bytes += next.value.length;
    }
    expect(bytes).to.be.greaterThan(4_000_000);
  });

  it('fails instead of writing an empty file when the database cannot be read', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    persistence.database.close();
    await rejection(backupFile(new ImportExport(persistence)), 'database-closed');
  });

  it('ends with the reason when it is cancelled', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    const reason = new Error('enough');
    const cancel = new AbortController();
    const outcome = await backupFile(new ImportExport(persistence), allCategories, {
      signal: cancel.signal,
      onProgress: () => cancel.abort(reason),
    }).catch((error: unknown) => error);
    expect(outcome).to.equal(reason);
  });

  describe('without secrets', () => {
    it('holds no secret of any category, and all that is no secret', async () => {
      const persistence = freshPersistence();
      await fill(persistence);
      const importExport = new ImportExport(persistence);
      const full = await (await backupFile(importExport)).text();
      const canaries = ['key', 'url', 'password', 'header', 'pat', 'mcp'].map((n) => `canary-${n}`);
      for (const canary of canaries) expect(full).to.contain(canary);

      const json = await backupJson(importExport, allCategories, { includeSecrets: false });
      expect(JSON.stringify(json)).to.not.contain('canary');
      expect(json.secretsLeftOut).to.equal(true);
      expect(json.mcpServers).to.deep.equal([
        {
          id: 'mcp-1',
          name: 'Files',
          url: 'https://example.org/mcp',
          enabled: true,
          headers: { Authorization: '' },
        },
      ]);
      expect(json.syncRepos).to.have.deep.nested.property(
        '[0].remoteUrl',
        'https://example.org/notes.git',
      );
    });

    for (const { id, flag } of categories) {
      it(`leaves them out of ${id} alone, too`, async () => {
        const persistence = freshPersistence();
        await fill(persistence);
        const transfer = { includeSecrets: false };
        const json = await backupJson(new ImportExport(persistence), { [flag]: true }, transfer);
        expect(JSON.stringify(json)).to.not.contain('canary');
      });
    }
  });
});

const lateInteraction = {
  type: 'message.user_assistant',
  index: 0,
  parentId: null,
  prompt: null,
  response: null,
  status: 'COMPLETED',
  startedAt: null,
  endedAt: null,
  metadata: {},
};
