import { expect } from '@open-wc/testing';
import { fc, scaled } from '../support/fast-check.js';
import type { LiteChatDatabase } from '../../src/database/litechat-database.js';
import { LiteChatError } from '../../src/errors.js';
import { ImportExport } from '../../src/import-export/import-export.js';
import type { RestorePolicy } from '../../src/import-export/types.js';
import {
  allCategories,
  categories,
  selectedCategories,
  type FullImportOptions,
} from '../../src/model/categories.js';
import { Persistence } from '../../src/persistence/persistence.js';
import { arbitraryDatabase, writeRows } from '../support/arbitrary-database.js';
import { backupFile } from '../support/files.js';
import { freshDatabase, freshPersistence } from '../support/fresh-database.js';
import { integrityProblems } from '../support/integrity.js';
import { fill } from '../support/sample-rows.js';
import { snapshot } from '../support/snapshot.js';

const policies: readonly RestorePolicy[] = ['replace', 'merge-newest', 'keep-mine', 'copies'];

/** Any of the 2,048 choices of categories. */
const choice: fc.Arbitrary<FullImportOptions> = fc
  .subarray([...categories])
  .map((chosen) => Object.fromEntries(chosen.map(({ flag }) => [flag, true])));

/** Takes away the rows of the categories, leaving references to them as they are. */
async function clear(database: LiteChatDatabase, options: FullImportOptions): Promise<void> {
  const chosen = selectedCategories(options).flatMap(({ collections }) => collections);
  await database.transaction('rw', database.tables, async () => {
    for (const { table, owns = () => true } of chosen) {
      await database.table<object>(table).filter(owns).delete();
    }
    if (options.importSettings) await database.unknownData.clear();
  });
}

/** One byte changed, some taken out, put in or repeated, lines moved, or the end cut off. */
type Damage = (bytes: readonly number[]) => number[];

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const position = (bytes: readonly number[], share: number): number =>
  Math.floor(share * bytes.length);
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(...new TextEncoder().encode('{}[]",:\\0123456789aeln')),
);
const length = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 600 }));

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(at, byte).map(
    ([share, value]): Damage =>
      (bytes) =>
        bytes.toSpliced(position(bytes, share), 1, value),
  ),
  fc.tuple(at, length).map(
    ([share, count]): Damage =>
      (bytes) =>
        bytes.toSpliced(position(bytes, share), count),
  ),
  fc.tuple(at, fc.array(byte, { minLength: 1, maxLength: 4 })).map(
    ([share, added]): Damage =>
      (bytes) =>
        bytes.toSpliced(position(bytes, share), 0, ...added),
  ),
  fc.tuple(at, length, at).map(([share, count, target]): Damage => (bytes) => {
    const from = position(bytes, share);
    return bytes.toSpliced(position(bytes, target), 0, ...bytes.slice(from, from + count));
  }),
  at.map(
    (share): Damage =>
      (bytes) =>
        bytes.slice(0, position(bytes, share)),
  ),
  // A record stands on a line: these leave JSON whole more often, and references broken.
  at.map(
    (share): Damage =>
      (bytes) =>
        changeLine(bytes, share, (lines, line) => lines.toSpliced(line, 1)),
  ),
  fc.tuple(at, at).map(
    ([share, target]): Damage =>
      (bytes) =>
        changeLine(bytes, share, (lines, line) => {
          const other = Math.floor(target * lines.length);
          return lines.with(line, lines[other] ?? []).with(other, lines[line] ?? []);
        }),
  ),
);

function changeLine(
  bytes: readonly number[],
  share: number,
  change: (lines: number[][], line: number) => number[][],
): number[] {
  const text = bytes.map((code) => String.fromCharCode(code)).join('');
  const lines = text.split('\n').map((line) => [...line].map((letter) => letter.charCodeAt(0)));
  return change(lines, Math.floor(share * lines.length)).flatMap((line) => [...line, 0x0a]);
}

describe('a restore, whatever the data', () => {
  for (const { how, passphrase, numRuns } of [
    { how: 'plain', passphrase: undefined, numRuns: 80 },
    // Each run derives a key from the passphrase twice, which is made to take long.
    { how: 'encrypted', passphrase: 'correct horse, 電池 staple', numRuns: 3 },
  ]) {
    it(`of any categories puts back what was cleared, and nothing else changes: ${how}`, async function () {
      this.timeout(scaled(180_000));
      const persistence = new Persistence(freshDatabase());
      const { database } = persistence;
      const importExport = new ImportExport(persistence);
      await fc.assert(
        fc.asyncProperty(arbitraryDatabase, choice, async (rows, options) => {
          await writeRows(database, rows);
          expect(await integrityProblems(database)).to.deep.equal([]);
          const before = await snapshot(database);
          const file = await backupFile(importExport, options, { passphrase });
          await clear(database, options);
          const { repairs } = await importExport.restoreBackup(file, options, { passphrase });
          expect(repairs).to.deep.equal([]);
          expect(await snapshot(database)).to.deep.equal(before);
        }),
        { numRuns: scaled(numRuns), includeErrorInReport: true },
      );
    });
  }

  it('of all categories into any other database leaves it whole, by every policy', async function () {
    this.timeout(scaled(180_000));
    const persistence = new Persistence(freshDatabase());
    const { database } = persistence;
    const importExport = new ImportExport(persistence);
    await fc.assert(
      fc.asyncProperty(
        arbitraryDatabase,
        arbitraryDatabase,
        choice,
        fc.constantFrom(...policies),
        async (theirs, ours, options, policy) => {
          await writeRows(database, theirs);
          const file = await backupFile(importExport);
          await writeRows(database, ours);
          await importExport.restoreBackup(file, options, { policy });
          expect(await integrityProblems(database)).to.deep.equal([]);
        },
      ),
      { numRuns: scaled(80), includeErrorInReport: true },
    );
  });
});

describe('a restore, whatever happened to the file', () => {
  it('refuses it and changes nothing, or leaves the data whole', async function () {
    this.timeout(scaled(180_000));
    const persistence = freshPersistence();
    const { database } = persistence;
    await fill(persistence);
    const importExport = new ImportExport(persistence);
    const bytes = [...new Uint8Array(await (await backupFile(importExport)).arrayBuffer())];
    await persistence.saveTag({ id: 'tag-3', name: 'Only here' });
    const whole = await backupFile(importExport);
    let before = await snapshot(database);
    await fc.assert(
      fc.asyncProperty(
        fc.array(damage, { minLength: 1, maxLength: 2 }),
        fc.constantFrom(...policies),
        async (damages, policy) => {
          const damaged = damages.reduce<number[]>((present, change) => change(present), bytes);
          const file = new File([new Uint8Array(damaged)], 'damaged.json');
          try {
            await importExport.restoreBackup(file, allCategories, { policy });
          } catch (error) {
            expect(error).to.be.instanceOf(LiteChatError);
            expect(error).to.have.property('dataChanged', false);
            expect(await snapshot(database)).to.deep.equal(before);
            return;
          }
          expect(await integrityProblems(database)).to.deep.equal([]);
          await clear(database, allCategories);
          await importExport.restoreBackup(whole, allCategories);
          before = await snapshot(database);
        },
      ),
      { numRuns: scaled(150), includeErrorInReport: true },
    );
  });
});
