import { expect } from '@open-wc/testing';
import { openInMemory } from '../../src/database/open-database.js';
import { ImportExport } from '../../src/import-export/import-export.js';
import { allCategories } from '../../src/model/categories.js';
import { Persistence } from '../../src/persistence/persistence.js';
import { backupFile } from '../support/files.js';
import { freshPersistence } from '../support/fresh-database.js';
import { fill } from '../support/sample-rows.js';
import { snapshot } from '../support/snapshot.js';

describe('a backup', () => {
  it('brings back every row of every table, dates as Date', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    const before = await snapshot(persistence.database);
    const importExport = new ImportExport(persistence);
    const file = await backupFile(importExport);
    await persistence.clearAllData();
    expect(Object.values(await snapshot(persistence.database)).flatMap(Object.keys)).to.deep.equal(
      [],
    );
    const report = await importExport.restoreBackup(file, allCategories);
    expect(await snapshot(persistence.database)).to.deep.equal(before);
    expect(report.repairs).to.deep.equal([]);
  });

  it('moves between a database of the browser and one in memory', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    const before = await snapshot(persistence.database);
    const memory = new ImportExport(new Persistence(await openInMemory(crypto.randomUUID())));
    const there = await backupFile(new ImportExport(persistence));
    await memory.restoreBackup(there, allCategories);
    const back = await backupFile(memory);
    await persistence.clearAllData();
    await new ImportExport(persistence).restoreBackup(back, allCategories);
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });
});
