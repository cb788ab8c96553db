import { expect } from '@open-wc/testing';
import { ImportExport } from '../../src/import-export/import-export.js';
import { allCategories } from '../../src/model/categories.js';
import { freshPersistence } from '../support/fresh-database.js';
import { fill } from '../support/sample-rows.js';
import { snapshot } from '../support/snapshot.js';

describe('a backup', () => {
  it('brings back every row of every table, dates as Date', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    const before = await snapshot(persistence.database);
    const importExport = new ImportExport(persistence);
    const file = await new Response(importExport.createBackup(allCategories)).blob();
    await persistence.clearAllData();
    expect(Object.values(await snapshot(persistence.database)).flatMap(Object.keys)).to.deep.equal(
      [],
    );
    const report = await importExport.restoreBackup(file, allCategories);
    expect(await snapshot(persistence.database)).to.deep.equal(before);
    expect(report.repairs).to.deep.equal([]);
  });
});
