import { expect } from '@open-wc/testing';
import type { LiteChatDatabase } from '../../src/database/litechat-database.js';
import { openInMemory } from '../../src/database/open-database.js';
import { readField } from '../../src/formats/read-field.js';
import { ImportExport } from '../../src/import-export/import-export.js';
import { allCategories } from '../../src/model/categories.js';
import { Persistence } from '../../src/persistence/persistence.js';
import { corpusFile, corpusListing, expectedOf, refusalOf } from '../support/corpus.js';
import { describeRestored } from '../support/describe-restored.js';
import { backupFile } from '../support/files.js';
import { freshDatabase, freshPersistence } from '../support/fresh-database.js';
import { integrityProblems } from '../support/integrity.js';
import { rejection } from '../support/rejection.js';
import { fill } from '../support/sample-rows.js';
import { snapshot } from '../support/snapshot.js';

const { valid, invalid } = await corpusListing();

/** Writing its rows at once takes a fraction of the time of saving them one by one. */
const sample = sampleBackup();

async function sampleBackup(): Promise<File> {
  const persistence = new Persistence(await openInMemory(crypto.randomUUID()));
  await fill(persistence);
  return backupFile(new ImportExport(persistence));
}

/** A backup says "no MCP servers" where the setting was missing, which is the same to all readers. */
async function rowsOf(database: LiteChatDatabase): Promise<unknown> {
  const { appState, ...others } = await snapshot(database);
  const { 'settings:mcpServers': servers, ...settings } = appState ?? {};
  return { ...others, settings, servers: readField(servers, 'value') ?? [] };
}

describe('the golden corpus', () => {
  describe('of files that can be taken in', () => {
    for (const name of valid) {
      it(`gives the rows that stand beside ${name}, and a backup of them gives the same`, async () => {
        const database = freshDatabase();
        const importExport = new ImportExport(new Persistence(database));
        const file = await corpusFile('valid', name);
        const startedAt = new Date();
        const report = await importExport.importFile(file, { options: allCategories });
        const restored = await describeRestored(database, report, await file.text(), startedAt);
        expect(restored).to.deep.equal(await expectedOf(name));
        expect(await integrityProblems(database)).to.deep.equal([]);

        const rows = await rowsOf(database);
        const backup = await backupFile(importExport);
        for (const target of [database, freshDatabase()]) {
          const again = new ImportExport(new Persistence(target));
          const { repairs } = await again.restoreBackup(backup, allCategories);
          expect(repairs).to.deep.equal([]);
          expect(await rowsOf(target)).to.deep.equal(rows);
        }
      });
    }
  });

  describe('of files that cannot', () => {
    let persistence: Persistence;
    let before: unknown;

    beforeEach(async () => {
      persistence = freshPersistence();
      await new ImportExport(persistence).restoreBackup(await sample, allCategories);
      before = await snapshot(persistence.database);
    });

    for (const name of invalid) {
      it(`refuses ${name} with the reason that stands beside it, and nothing changes`, async () => {
        const { database } = persistence;
        const importExport = new ImportExport(persistence);
        const file = await corpusFile('invalid', name);
        const { code, path } = await refusalOf(name);
        const attempts = [
          () => importExport.importFile(file, { options: allCategories }),
          () => importExport.importFile(file, { options: allCategories, policy: 'merge-newest' }),
        ];
        for (const attempt of attempts) {
          const error = await rejection(attempt(), code);
          expect(error.path).to.equal(path);
          expect(error.dataChanged).to.equal(false);
          expect(error.message).to.match(/Nothing was changed\.$/);
        }
        expect(await snapshot(database)).to.deep.equal(before);
      });
    }
  });
});
