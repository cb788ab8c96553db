import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { FailingWrites } from '../../test/support/failing-writes.js';
import { backupFile, backupOf, fileOf } from '../../test/support/files.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import type { LiteChatErrorCode } from '../errors.js';
import { allCategories } from '../model/categories.js';
import { ImportExport } from './import-export.js';

interface Case {
  what: string;
  file: File | (() => File);
  code: LiteChatErrorCode;
  path?: string;
}

const at = '2026-01-01T00:00:00.000Z';
const good = { id: 'c1', title: 'T', createdAt: at, updatedAt: at };
const conversations = (...records: unknown[]): File =>
  backupOf({ conversations: [good, ...records], interactions: [] });
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

const cases: Case[] = [
  { what: 'an empty file', file: fileOf(''), code: 'backup-not-recognised' },
  { what: 'text that is not JSON', file: fileOf('Dear diary, …'), code: 'backup-not-recognised' },
  { what: 'a picture', file: fileOf('\x89PNG\r\n\x1a\n'), code: 'backup-not-recognised' },
  {
    what: 'JSON of another application',
    file: fileOf({ users: [] }),
    code: 'backup-not-recognised',
  },
  { what: 'a list of other things', file: fileOf([1, 2, 3]), code: 'backup-not-recognised' },
  {
    what: 'a later version',
    file: fileOf({ version: 2, exportedAt: at, settings: {} }),
    code: 'backup-version-unsupported',
    path: 'version',
  },
  {
    what: 'no version',
    file: fileOf({ exportedAt: at, settings: {} }),
    code: 'backup-version-unsupported',
    path: 'version',
  },
  {
    what: 'a syntax error after many good records',
    file: fileOf(`{"version":1,"conversations":[${JSON.stringify(good)},{"id":x}]}`),
    code: 'backup-malformed',
    path: 'conversations[1]',
  },
  {
    what: 'something after the end',
    file: fileOf(`{"version":1,"settings":{}} {"version":1}`),
    code: 'backup-malformed',
  },
  {
    what: 'the same collection twice',
    file: fileOf('{"version":1,"tags":[],"tags":[]}'),
    code: 'backup-malformed',
    path: 'tags',
  },
  {
    what: 'a collection that is an object',
    file: backupOf({ conversations: { c1: good } }),
    code: 'record-invalid',
    path: 'conversations',
  },
  {
    what: 'settings that are an array',
    file: backupOf({ settings: ['dark'] }),
    code: 'record-invalid',
    path: 'settings',
  },
  {
    what: 'a record that is a number',
    file: conversations(7),
    code: 'record-invalid',
    path: 'conversations[1]',
  },
  {
    what: 'a record without an id',
    file: conversations({ title: 'No id' }),
    code: 'record-invalid',
    path: 'conversations[1].id',
  },
  {
    what: 'a title that is an object',
    file: conversations({ ...good, id: 'c2', title: { text: 'T' } }),
    code: 'record-invalid',
    path: 'conversations[1].title',
  },
  {
    what: 'a date that is none',
    file: conversations({ ...good, id: 'c2', updatedAt: 'yesterday' }),
    code: 'record-invalid',
    path: 'conversations[1].updatedAt',
  },
  {
    what: 'an index that is text',
    file: backupOf({
      conversations: [good],
      interactions: [{ id: 'i', conversationId: 'c1', index: '0' }],
    }),
    code: 'record-invalid',
    path: 'interactions[0].index',
  },
  {
    what: 'attached files that are no list',
    file: backupOf({
      interactions: [{ id: 'i', conversationId: 'c1', metadata: { attachedFiles: 'a.txt' } }],
    }),
    code: 'record-invalid',
    path: 'interactions[0].metadata.attachedFiles',
  },
  {
    what: 'an MCP server whose header is a number',
    file: backupOf({ mcpServers: [{ id: 'm', name: 'M', url: 'x', headers: { A: 1 } }] }),
    code: 'record-invalid',
    path: 'mcpServers[0].headers.A',
  },
  {
    what: 'the same id twice',
    file: conversations({ ...good, id: 'c2' }, { ...good, title: 'Again' }),
    code: 'duplicate-id',
    path: 'conversations[2].id',
  },
  {
    what: 'the same id among prompts and agents, which share a table',
    file: backupOf({
      promptTemplates: [{ id: 't', name: 'T' }],
      agents: [{ id: 't', name: 'U', type: 'agent' }],
    }),
    code: 'duplicate-id',
    path: 'agents[0].id',
  },
  {
    what: 'the same mod twice',
    file: backupOf({ mods: [{ name: 'M' }, { name: 'M' }] }),
    code: 'duplicate-id',
    path: 'mods[1].name',
  },
  {
    what: 'the same MCP server twice',
    file: backupOf({ mcpServers: [{ id: 'm' }, { id: 'm' }] }),
    code: 'duplicate-id',
    path: 'mcpServers[1].id',
  },
  {
    what: '10,000 nested arrays in a record',
    file: fileOf(
      `{"version":1,"conversations":[${JSON.stringify(good)},{"id":"c2","metadata":${nested(10_000)}}]}`,
    ),
    code: 'record-invalid',
    path: 'conversations[1]',
  },
  {
    what: '10,000 nested arrays at the top',
    file: fileOf(nested(10_000)),
    code: 'backup-not-recognised',
  },
  {
    what: '10,000 nested arrays that are never closed',
    file: fileOf(`{"version":1,"tags":[${'['.repeat(10_000)}`),
    code: 'record-invalid',
    path: 'tags[0]',
  },
  {
    what: 'a __proto__ key in a record',
    file: fileOf('{"version":1,"tags":[{"id":"t","name":"T","__proto__":{"isAdmin":true}}]}'),
    code: 'record-invalid',
    path: 'tags[0].__proto__',
  },
  {
    what: 'a __proto__ key deep in a record',
    file: fileOf('{"version":1,"settings":{"a":{"b":[{"__proto__":null}]}}}'),
    code: 'record-invalid',
    path: 'settings.a.b[0].__proto__',
  },
  {
    what: 'a __proto__ key in data this version does not know',
    file: fileOf('{"version":1,"workflows":[{"id":"w"},{"x":{"__proto__":1}}]}'),
    code: 'record-invalid',
    path: 'workflows[1].x.__proto__',
  },
  {
    what: 'a __proto__ key at the top',
    file: fileOf('{"version":1,"__proto__":{"x":1},"settings":{}}'),
    code: 'record-invalid',
    path: '__proto__',
  },
  {
    what: 'a setting that hides among the rows that are none',
    file: backupOf({ appState: [{ key: 'settings:theme', value: 'x' }] }),
    code: 'record-invalid',
    path: 'appState[0]',
  },
  {
    what: 'text that is not UTF-8',
    file: () =>
      new File(['{"version":1,"settings":{"a":"', new Uint8Array([0xc3, 0x28]), '"}}'], 'f.json'),
    code: 'backup-malformed',
    path: 'settings.a',
  },
];

describe('a file that cannot be restored', () => {
  for (const { what, file, code, path } of cases) {
    it(`is refused with the path, and nothing changes: ${what}`, async () => {
      const persistence = freshPersistence();
      await fill(persistence);
      const before = await snapshot(persistence.database);
      const importExport = new ImportExport(persistence);
      const bad = typeof file === 'function' ? file() : file;
      for (const attempt of [
        () => importExport.restoreBackup(bad, allCategories),
        () => importExport.importFile(bad, { options: allCategories }),
      ]) {
        const error = await rejection(attempt(), code);
        expect(error.path).to.equal(path);
        expect(error.dataChanged).to.equal(false);
        expect(error.message).to.match(/Nothing was changed\.$/);
      }
      expect(await snapshot(persistence.database)).to.deep.equal(before);
    });
  }

  it('is refused wherever it was cut off, and nothing changes', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation({ id: 'c', title: 'Üñí 🙂', projectId: null });
    await persistence.saveSetting('theme', 'dark');
    const importExport = new ImportExport(persistence);
    const bytes = new Uint8Array(await (await backupFile(importExport)).arrayBuffer());
    await persistence.saveSetting('theme', 'light');
    const before = await snapshot(persistence.database);
    // The last byte is a line break, which a file may do without.
    for (let end = 0; end < bytes.length - 1; end++) {
      const cut = new File([bytes.slice(0, end)], 'cut.json');
      const error = await rejection(
        importExport.restoreBackup(cut, allCategories),
        end === 0 ? 'backup-not-recognised' : 'backup-truncated',
      );
      expect(error.dataChanged).to.equal(false);
    }
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('does not stop the restore of categories that are not broken', async () => {
    const persistence = freshPersistence();
    const file = backupOf({ mods: [{ name: 7 }], settings: { theme: 'dark' } });
    await new ImportExport(persistence).restoreBackup(file, { importSettings: true });
    expect(await persistence.loadSetting('theme', '')).to.equal('dark');
  });
});

describe('a restore that fails while it writes', () => {
  it('leaves the database as it was, whichever write fails', async () => {
    const source = freshPersistence();
    await fill(source);
    const file = await backupFile(new ImportExport(source));
    const persistence = freshPersistence();
    const writes = new FailingWrites(persistence.database);
    await fill(persistence);
    await persistence.saveConversation({ id: 'here', title: 'Only here', projectId: null });
    for (const table of persistence.database.tables) {
      await table.toCollection().modify({ touched: true });
    }
    const before = await snapshot(persistence.database);
    const importExport = new ImportExport(persistence);

    writes.reset();
    await importExport.restoreBackup(file, allCategories);
    const total = writes.begun;
    expect(total).to.be.greaterThan(25);
    await importExport.undoRestore();
    await importExport.discardUndo();
    expect(await snapshot(persistence.database)).to.deep.equal(before);
    for (let failing = 1; failing <= total; failing++) {
      writes.reset(failing);
      const error = await rejection(
        importExport.restoreBackup(file, allCategories),
        'quota-exceeded',
      );
      expect(error.dataChanged).to.equal(false);
      expect(await snapshot(persistence.database)).to.deep.equal(before);
      expect(await importExport.undoState()).to.equal(null);
    }
  });
});
