import { expect } from '@open-wc/testing';
import { fc, scaled } from '../support/fast-check.js';
import type { LiteChatDatabase } from '../../src/database/litechat-database.js';
import { LiteChatError } from '../../src/errors.js';
import { keysClosingCycles } from '../../src/import-export/break-cycles.js';
import { readField } from '../../src/formats/read-field.js';
import { ImportExport } from '../../src/import-export/import-export.js';
import { restorePolicies, type RestoreOutcome } from '../../src/import-export/types.js';
import {
  allCategories,
  categories,
  collections,
  type FullImportOptions,
} from '../../src/model/categories.js';
import type { TableName } from '../../src/model/entities.js';
import { references, type Reference } from '../../src/model/references.js';
import { keyFieldOf, tableNames, uniqueNameTables } from '../../src/model/tables.js';
import type { Persistence } from '../../src/persistence/persistence.js';
import { idOf } from '../../src/persistence/record-keys.js';
import { arbitraryDatabase, writeRows, type DatabaseRows } from '../support/arbitrary-database.js';
import { backupFile, fileOf } from '../support/files.js';
import { freshPersistence } from '../support/fresh-database.js';
import { integrityProblems } from '../support/integrity.js';
import { fill } from '../support/sample-rows.js';

/** All categories half of the time, else any of the 2,048 choices. */
const choice: fc.Arbitrary<FullImportOptions> = fc.oneof(
  fc.constant(allCategories),
  fc
    .subarray([...categories])
    .map((chosen) => Object.fromEntries(chosen.map(({ flag }) => [flag, true]))),
);
const policy = fc.constantFrom(...restorePolicies);

type Row = Record<string, unknown>;
type Tables = Record<TableName, Row[]>;

const copyOf = (rows: DatabaseRows): Tables =>
  Object.fromEntries(
    tableNames.map((table) => [table, rows[table].map((row) => ({ ...row }))]),
  ) as Tables;

/** What can have become of a row; `at` and `other` choose among those there are. */
const changes = [
  'drop',
  'add',
  'touch',
  'newer',
  'older',
  'swap-names',
  'refer',
  'change-type',
] as const;
/** More often the tables whose rows refer to each other most. */
const table = fc.oneof(
  fc.constantFrom(...tableNames),
  fc.constantFrom<TableName>('conversations', 'interactions', 'projects', 'tags', 'tagRuleLinks'),
);
const change = fc.record({
  kind: fc.constantFrom(...changes),
  table,
  at: fc.nat(3),
  other: fc.nat(3),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

const nth = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % (items.length || 1)];

const shifted = (row: Row, days: number): void => {
  for (const field of ['updatedAt', 'endedAt', 'startedAt']) {
    const date = row[field];
    const moved = date instanceof Date ? date.getTime() + days * 86_400_000 : NaN;
    if (Math.abs(moved) <= 8.64e15) row[field] = new Date(moved);
  }
};

function apply(tables: Tables, { kind, table, at, other }: Change): void {
  const rows = tables[table];
  const row = nth(rows, at);
  const second = nth(rows, other);
  if (!row || !second || table === 'unknownData') return;
  const idIn = (name: TableName): unknown => nth(tables[name], other)?.['id'] ?? null;
  if (kind === 'drop') rows.splice(rows.indexOf(row), 1);
  else if (kind === 'add') {
    const key = `${idOf(row[keyFieldOf(table)])}, copy ${other}`;
    rows.push({ ...row, name: `${idOf(row['name'])} ${other}`, [keyFieldOf(table)]: key });
  } else if (kind === 'touch') row['touched'] = `${other}`;
  else if (kind === 'newer') shifted(row, other + 1);
  else if (kind === 'older') shifted(row, -other - 1);
  else if (kind === 'swap-names' && uniqueNameTables.has(table)) {
    [row['name'], second['name']] = [second['name'], row['name']];
  } else if (kind === 'change-type' && table === 'promptTemplates') {
    row['type'] = row['type'] === 'agent' ? 'prompt' : 'agent';
  } else if (kind === 'refer') {
    if (table === 'conversations') row['projectId'] = idIn('projects');
    if (table === 'interactions') row['parentId'] = idIn('interactions');
    if (table === 'projects' || table === 'promptTemplates') row['parentId'] = idIn(table);
    if (table === 'providerConfigs') row['apiKeyId'] = idIn('apiKeys');
    if (table === 'tagRuleLinks') {
      for (const field of ['tagId', 'ruleId']) {
        [row[field], second[field]] = [second[field], row[field]];
      }
    }
  }
}

/** Keeps the first of each key and each name, and links that nothing has joined before. */
function withUniqueValues(tables: Tables): Tables {
  for (const table of tableNames) {
    const seen = new Set<string>();
    const isFirst = (what: string): boolean => !seen.has(what) && Boolean(seen.add(what));
    tables[table] = tables[table].filter((row) => {
      const key = JSON.stringify(['key', row[keyFieldOf(table)]]);
      const name = JSON.stringify(['name', row['name']]);
      const pair = JSON.stringify(['pair', row['tagId'], row['ruleId']]);
      if (seen.has(key)) return false;
      if (uniqueNameTables.has(table) && !isFirst(name)) return false;
      if (table === 'tagRuleLinks' && !isFirst(pair)) return false;
      return isFirst(key);
    });
  }
  return tables;
}

/** Some odd database, or the sample, by null; what became of it here, and in the other database. */
const history = fc.record({
  base: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, arbitraryDatabase),
  here: fc.array(change, { maxLength: 6 }),
  there: fc.array(change, { maxLength: 6 }),
});
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

/** The rows of the sample, once they have been read. */
let sample: DatabaseRows;

before(async () => {
  const persistence = freshPersistence();
  await fill(persistence);
  sample = rowsOf(await exactly(persistence.database));
  await persistence.database.delete();
});

const oursOf = ({ base, here }: History): Tables => madeWhole(changed(base ?? sample, here));
const theirsOf = ({ base, there }: History): Tables => changed(base ?? sample, there);

function changed(rows: DatabaseRows, done: readonly Change[]): Tables {
  const tables = copyOf(rows);
  for (const each of done) apply(tables, each);
  return withUniqueValues(tables);
}

/** Without references to what is not there, or to a message elsewhere, and without circles. */
function madeWhole(tables: Tables): Tables {
  for (let left = -1, now = countOf(tables); left !== now; now = countOf(tables)) {
    left = now;
    for (const reference of references) mend(tables, reference);
  }
  for (const table of ['projects', 'promptTemplates'] as const) {
    const parents = new Map<string, string>();
    for (const row of tables[table]) {
      const parent = idOf(row['parentId']);
      if (parent !== '') parents.set(idOf(row['id']), parent);
    }
    const closing = keysClosingCycles(parents);
    for (const row of tables[table]) if (closing.has(idOf(row['id']))) row['parentId'] = null;
  }
  return tables;
}

const countOf = (tables: Tables): number =>
  Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);

function mend(tables: Tables, { table, field: [name, inner], target, onMissing }: Reference): void {
  const isThere = (id: unknown, row: Row): boolean =>
    tables[target].some(
      (other) =>
        other['id'] === id &&
        (table !== target ||
          table !== 'interactions' ||
          other['conversationId'] === row['conversationId']),
    );
  tables[table] = tables[table].filter((row) => {
    const value = inner === undefined ? row[name] : readField(row, name, inner);
    if (Array.isArray(value)) row[name] = value.filter((id) => isThere(id, row));
    else if (value !== null && value !== undefined && !isThere(value, row)) {
      if (onMissing !== 'clear') return false;
      row[name] = inner === undefined ? null : without(row[name], inner);
    }
    return true;
  });
}

const without = (value: unknown, field: string): object =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => name !== field));

/** Something that no file can hold, in a row that another application may have written. */
const oddity = fc.record({
  kind: fc.constantFrom('map', 'bytes', 'invalid-date', 'undefined', 'number', 'twin'),
  table: fc.constantFrom(...tableNames),
  at: fc.nat(3),
});
type Oddity = typeof oddity extends fc.Arbitrary<infer Value> ? Value : never;

function makeOdd(tables: Tables, { kind, table, at }: Oddity): void {
  const row = nth(tables[table], at);
  if (!row || table === 'unknownData') return;
  if (kind === 'map') row['odd'] = new Map([['a', new Set([1])]]);
  else if (kind === 'bytes') row['odd'] = new Uint8Array([at, 255]);
  else if (kind === 'undefined') row['updatedAt'] = undefined;
  else if (kind === 'invalid-date') row['createdAt'] = new Date(NaN);
  else if (keyFieldOf(table) === 'id' && table !== 'tagRuleLinks') {
    const id = at + 1;
    const isThere = tables[table].some((other) => other['id'] === id);
    if (isThere) return;
    tables[table].push({ ...row, id, name: `number ${id}` });
    if (kind === 'twin') tables[table].push({ ...row, id: String(id), name: `text ${id}` });
  }
}

function withOddities(tables: Tables, odd: readonly Oddity[]): Tables {
  for (const each of odd) makeOdd(tables, each);
  return withUniqueValues(tables);
}

/** What is wrong with some of a file's records. */
const spoilt = fc.record({
  kind: fc.constantFrom('wrong-id', 'no-object', 'twice', 'wrong-type'),
  key: fc.constantFrom(...collections.filter(({ shape }) => shape !== 'settings')),
  at: fc.nat(3),
});
type Spoilt = typeof spoilt extends fc.Arbitrary<infer Value> ? Value : never;

async function spoil(file: File, all: readonly Spoilt[]): Promise<File> {
  const content = JSON.parse(await file.text()) as Record<string, unknown>;
  for (const { kind, key, at } of all) {
    const list = content[key.key];
    if (!Array.isArray(list) || list.length === 0) continue;
    const record: unknown = list[at % list.length];
    if (!(record instanceof Object)) continue;
    if (kind === 'no-object') list[at % list.length] = 42;
    else if (kind === 'twice') list.push(Object.assign({}, record));
    else if (kind === 'wrong-id') Reflect.set(record, keyFieldOf(key.table), { id: 1 });
    else Reflect.set(record, key.key === 'interactions' ? 'index' : 'name', [1]);
  }
  return fileOf(content);
}

type Snapshot = Record<string, readonly (readonly [string | number, unknown])[]>;

/** Every row of every table of data with its key, also where a number and a text read the same. */
async function exactly(database: LiteChatDatabase): Promise<Snapshot> {
  const tables = await database.transaction('r', database.tables, () =>
    Promise.all(
      tableNames.map(async (name) => {
        const table = database.table<object, string | number>(name);
        const keys = await table.toCollection().primaryKeys();
        const rows = await table.toArray();
        return [name, keys.map((key, at) => [key, rows[at]] as const)] as const;
      }),
    ),
  );
  return Object.fromEntries(tables);
}

function areEqual(one: unknown, other: unknown): boolean {
  try {
    expect(one).to.deep.equal(other);
    return true;
  } catch {
    return false;
  }
}

/** Which rows are not the same in both, a line each; the keys, because a failure prints them whole. */
function different(one: Snapshot, other: Snapshot): string {
  return tableNames
    .flatMap((table) => {
      const [first, second] = [one, other].map(
        (state) => new Map((state[table] ?? []).map(([key, row]) => [key, row])),
      );
      const keys = new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])]);
      return [...keys]
        .filter((key) => !areEqual(first?.get(key), second?.get(key)))
        .map((key) => `${table}/${JSON.stringify(key)}`);
    })
    .join('\n');
}

const rowsOf = (state: Snapshot): DatabaseRows =>
  Object.fromEntries(
    tableNames.map((name) => [name, (state[name] ?? []).map(([, row]) => row as Row)]),
  ) as Tables;

interface Kit {
  persistence: Persistence;
  database: LiteChatDatabase;
  importExport: ImportExport;
}

function freshKit(): Kit {
  const persistence = freshPersistence();
  const { database } = persistence;
  return { persistence, database, importExport: new ImportExport(persistence) };
}

/** A file of the one, with the other in the database. */
async function prepare(
  { database, importExport }: Kit,
  ours: Tables,
  theirs: Tables,
): Promise<File> {
  await writeRows(database, theirs);
  const file = await backupFile(importExport);
  await writeRows(database, ours);
  await importExport.discardUndo();
  return file;
}

/** What a preview and a report must agree on. */
const shared = ({
  outcome,
  repairs,
  repairCounts,
  invalid,
  invalidCount,
}: RestoreOutcome): object => ({
  outcome,
  repairs,
  repairCounts,
  invalid,
  invalidCount,
});

describe('a preview, whatever the data', () => {
  it('foresees what the restore does, which leaves the data whole', async function () {
    this.timeout(scaled(180_000));
    const kit = freshKit();
    const { database, importExport } = kit;
    await fc.assert(
      fc.asyncProperty(
        history,
        choice,
        policy,
        fc.array(spoilt, { maxLength: 3 }),
        async (past, options, policy, wrong) => {
          const file = await spoil(await prepare(kit, oursOf(past), theirsOf(past)), wrong);
          const before = await exactly(database);
          const preview = await importExport.previewBackup(file, options, { policy });
          expect(different(before, await exactly(database))).to.equal('');
          const report = await importExport.restoreBackup(file, options, {
            policy,
            skipInvalid: true,
          });
          expect(shared(report)).to.deep.equal(shared(preview));
          expect((await integrityProblems(database)).join('\n')).to.equal('');
        },
      ),
      { numRuns: scaled(50), includeErrorInReport: true },
    );
  });
});

describe('an undo, whatever the data', () => {
  it('of a restore brings back every row exactly, and once more does it again', async function () {
    this.timeout(scaled(180_000));
    const kit = freshKit();
    const { database, importExport } = kit;
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(oddity, { maxLength: 4 }),
        choice,
        policy,
        async (past, odd, options, policy) => {
          const file = await prepare(kit, withOddities(oursOf(past), odd), theirsOf(past));
          const before = await exactly(database);
          await importExport.restoreBackup(file, options, { policy });
          const after = await exactly(database);
          if (await importExport.undoState()) {
            await importExport.undoRestore();
            expect(different(before, await exactly(database))).to.equal('');
            if (await importExport.undoState()) await importExport.undoRestore();
            expect(different(after, await exactly(database))).to.equal('');
          } else expect(different(before, after)).to.equal('');
        },
      ),
      { numRuns: scaled(50), includeErrorInReport: true },
    );
  });

  it('of a clear brings back every row exactly', async function () {
    this.timeout(scaled(180_000));
    const kit = freshKit();
    const { database, importExport } = kit;
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(oddity, { maxLength: 4 }),
        choice,
        async (past, odd, options) => {
          await writeRows(database, withOddities(oursOf(past), odd));
          await importExport.discardUndo();
          const before = await exactly(database);
          await importExport.clearData(options);
          if (await importExport.undoState()) await importExport.undoRestore();
          expect(different(before, await exactly(database))).to.equal('');
        },
      ),
      { numRuns: scaled(30), includeErrorInReport: true },
    );
  });
});

describe('a restore of the same file once more', () => {
  for (const policy of ['replace', 'merge-newest', 'keep-mine'] as const) {
    it(`changes nothing: ${policy}`, async function () {
      this.timeout(scaled(180_000));
      const kit = freshKit();
      const { database, importExport } = kit;
      await fc.assert(
        fc.asyncProperty(history, choice, async (past, options) => {
          const file = await prepare(kit, oursOf(past), theirsOf(past));
          await importExport.restoreBackup(file, options, { policy });
          const after = await exactly(database);
          const undoable = await importExport.undoState();
          await importExport.restoreBackup(file, options, { policy });
          expect(different(after, await exactly(database))).to.equal('');
          expect(await importExport.undoState()).to.deep.equal(undoable);
        }),
        { numRuns: scaled(30), includeErrorInReport: true },
      );
    });
  }
});

/** What a user does between a restore and its undo; `at` and `other` choose among what there is. */
const acts = [
  'new-conversation',
  'new-message',
  'new-reply',
  'change-message',
  'move-conversation',
  'move-project',
  'new-project',
  'new-tag',
  'rename-tag',
  'link',
  'new-agent',
  'delete',
] as const;
const act = fc.record({
  kind: fc.constantFrom(...acts),
  table,
  at: fc.nat(3),
  other: fc.nat(3),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

const message = {
  type: 'message.user_assistant',
  index: 0,
  prompt: null,
  response: 'Hello',
  status: 'COMPLETED',
  startedAt: null,
  endedAt: null,
  metadata: {},
} as const;

const remove = (
  persistence: Persistence,
): Partial<Record<TableName, (id: string) => Promise<void>>> => ({
  conversations: (id) => persistence.deleteConversation(id),
  interactions: (id) => persistence.deleteInteraction(id),
  projects: (id) => persistence.deleteProject(id),
  tags: (id) => persistence.deleteTag(id),
  rules: (id) => persistence.deleteRule(id),
  apiKeys: (id) => persistence.deleteApiKey(id),
  syncRepos: (id) => persistence.deleteSyncRepo(id),
  promptTemplates: (id) => persistence.deletePromptTemplate(id),
});

/** Does it, or nothing where it cannot be done. */
async function perform(
  { persistence, database }: Kit,
  { kind, table, at, other }: Act,
  step: number,
  namesBefore: readonly string[],
): Promise<void> {
  const one = async (name: TableName, position: number): Promise<Row | undefined> =>
    nth(await database.table<Row>(name).toArray(), position);
  const idOfOne = async (name: TableName, position: number): Promise<string> =>
    idOf((await one(name, position))?.['id']);
  const id = `since-${step}`;
  const wanted = nth(namesBefore, other) ?? id;
  switch (kind) {
    case 'new-conversation':
      await persistence.saveConversation({
        id,
        title: id,
        projectId: await idOfOne('projects', at),
      });
      break;
    case 'new-message':
    case 'new-reply': {
      const parent = kind === 'new-reply' ? await one('interactions', at) : undefined;
      const conversationId = parent?.['conversationId'] ?? (await idOfOne('conversations', at));
      if (conversationId === '') break;
      await persistence.saveInteraction({
        ...message,
        id,
        conversationId: idOf(conversationId),
        parentId: parent ? idOf(parent['id']) : null,
        metadata: parent && other === 0 ? { regeneratedFromId: idOf(parent['id']) } : {},
      });
      break;
    }
    case 'change-message':
      await persistence.updateInteraction(await idOfOne('interactions', at), { response: id });
      break;
    case 'move-conversation':
      await persistence.updateRecord('conversations', await idOfOne('conversations', at), {
        projectId: await idOfOne('projects', other),
      });
      break;
    case 'move-project':
      await persistence.updateRecord('projects', await idOfOne('projects', at), {
        parentId: await idOfOne('projects', other),
      });
      break;
    case 'new-project':
      await persistence.saveProject({ id, name: id, parentId: await idOfOne('projects', at) });
      break;
    case 'new-tag':
      await persistence.saveTag({ id, name: wanted });
      break;
    case 'rename-tag':
      await persistence.updateRecord('tags', await idOfOne('tags', at), { name: wanted });
      break;
    case 'link':
      await persistence.saveTagRuleLink({
        id,
        tagId: await idOfOne('tags', at),
        ruleId: await idOfOne('rules', other),
      });
      break;
    case 'new-agent':
      await persistence.savePromptTemplate({
        id,
        name: id,
        type: 'task',
        description: '',
        prompt: '',
        tags: [],
        variables: [],
        isPublic: false,
        parentId: await idOfOne('promptTemplates', at),
      });
      break;
    case 'delete':
      await remove(persistence)[table]?.(await idOfOne(table, at));
  }
}

const keysOf = (state: Snapshot): Set<string> =>
  new Set(Object.entries(state).flatMap(([table, rows]) => rows.map(([key]) => `${table}/${key}`)));

describe('an undo after the user went on', () => {
  it('takes nothing that was made since, brings back what was before, and leaves the data whole', async function () {
    this.timeout(scaled(180_000));
    const kit = freshKit();
    const { database, importExport } = kit;
    await fc.assert(
      fc.asyncProperty(
        history,
        choice,
        policy,
        fc.array(act, { minLength: 1, maxLength: 6 }),
        async (past, options, policy, done) => {
          const ours = oursOf(past);
          const file = await prepare(kit, ours, madeWhole(theirsOf(past)));
          const before = await exactly(database);
          await importExport.restoreBackup(file, options, { policy });
          if (!(await importExport.undoState())) return;
          const namesBefore = ours.tags.map((tag) => String(tag['name']));
          const deleted = new Set<string>();
          for (const [step, each] of done.entries()) {
            const there = keysOf(await exactly(database));
            try {
              await perform(kit, each, step, namesBefore);
            } catch (error) {
              if (!(error instanceof LiteChatError)) throw error;
            }
            const left = keysOf(await exactly(database));
            for (const key of there) if (!left.has(key)) deleted.add(key);
          }
          expect((await integrityProblems(database)).join('\n'), 'before the undo').to.equal('');
          const made = [...keysOf(await exactly(database))].filter((key) =>
            key.includes('/since-'),
          );
          await importExport.undoRestore();
          expect((await integrityProblems(database)).join('\n')).to.equal('');
          const now = keysOf(await exactly(database));
          // A link means nothing without what it joined.
          const lost = made.filter((key) => !now.has(key) && !key.startsWith('tagRuleLinks/'));
          expect(lost.join('\n'), 'made since').to.equal('');
          const joinsDeleted = new Set(
            ours.tagRuleLinks
              .filter(
                ({ tagId, ruleId }) =>
                  deleted.has(`tags/${idOf(tagId)}`) || deleted.has(`rules/${idOf(ruleId)}`),
              )
              .map(({ id }) => `tagRuleLinks/${idOf(id)}`),
          );
          const gone = [...keysOf(before)].filter(
            (key) => !now.has(key) && !deleted.has(key) && !joinsDeleted.has(key),
          );
          expect(gone.join('\n'), 'there before').to.equal('');
        },
      ),
      { numRuns: scaled(60), includeErrorInReport: true },
    );
  });
});
