import { expect } from '@open-wc/testing';
import { nanoid } from 'nanoid';
import {
  createSampleBackup,
  formatSampleBackup,
  sampleBackupFile,
  type SampleBackup,
} from '../../demo/sample/sample-backup.js';
import { LiteChatDatabase } from '../../src/database/litechat-database.js';
import { restoreBackup } from '../../src/import-export/restore-backup.js';
import { allCategories } from '../../src/model/categories.js';
import type { TableName } from '../../src/model/entities.js';
import { references } from '../../src/model/references.js';
import { parseRecord, toRow } from '../../src/model/row.js';
import { mcpServerSchema } from '../../src/model/schemas.js';
import { Persistence } from '../../src/persistence/persistence.js';

const now = new Date('2026-03-14T15:09:26Z');

const otherScripts =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Devanagari}|\p{Script=Cyrillic}|\p{Script=Greek}/u;

/** The rows of every table that the backup fills. */
function rowsByTable(backup: SampleBackup): Partial<Record<TableName, readonly object[]>> {
  const { version, exportedAt, settings, mcpServers, agents, ...rest } = backup;
  expect(version).to.equal(1);
  expect(exportedAt).to.equal(now.toISOString());
  const state = Object.entries({ ...settings, mcpServers });
  return {
    ...rest,
    promptTemplates: [...backup.promptTemplates, ...agents],
    appState: state.map(([key, value]) => ({ key: `settings:${key}`, value })),
  };
}

const idsOf = (rows: readonly object[] = []): string[] =>
  rows.map((row) => String(Reflect.get(row, 'id')));

const valueAt = (row: object, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (value instanceof Object ? Reflect.get(value, name) : undefined),
    row,
  );

describe('the sample backup', () => {
  const backup = createSampleBackup({ seed: 7, now });
  const tables = rowsByTable(backup);

  it('holds what two years of chats hold', () => {
    expect(backup.conversations.length).to.be.at.least(240);
    expect(backup.interactions.length).to.be.at.least(2_400);
    expect(backup.projects.length).to.be.within(18, 22);
    expect(backup.rules).to.have.length(20);
    expect(backup.tags).to.have.length(12);
    expect(backup.tagRuleLinks.length).to.be.above(20);
    expect(backup.promptTemplates).to.have.length(16);
    expect(backup.agents.filter(({ type }) => type === 'agent')).to.have.length(5);
    expect(backup.agents.filter(({ type }) => type === 'task').length).to.be.within(15, 20);
    expect(backup.providerConfigs).to.have.length(5);
    expect(backup.apiKeys).to.have.length(5);
    expect(backup.mcpServers).to.have.length(4);
    expect(backup.mcpServers.filter(({ headers }) => headers)).to.have.length(2);
    expect(backup.syncRepos).to.have.length(2);
    expect(backup.mods.map(({ enabled }) => enabled)).to.deep.equal([true, false]);
    expect(Object.keys(backup.settings).length).to.be.at.least(25);
  });

  it('is valid row by row, also after it was a file', async () => {
    const text = await sampleBackupFile({ seed: 7, now }).text();
    const read = JSON.parse(text) as SampleBackup;
    for (const [table, rows] of Object.entries(rowsByTable(read))) {
      rows.forEach((row, position) => toRow(table as TableName, row, [table, position]));
    }
    read.mcpServers.forEach((server, position) =>
      parseRecord(mcpServerSchema, server, ['mcpServers', position]),
    );
    expect(read.conversations).to.have.length(backup.conversations.length);
  });

  it('gives every row an id of its own', () => {
    const ids = Object.entries(tables).flatMap(([table, rows]) =>
      table === 'appState' ? [] : idsOf(rows),
    );
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('takes no unique name and no title twice', () => {
    const { providerConfigs, apiKeys, syncRepos, rules, tags, mods, promptTemplates } = backup;
    const templates = [...promptTemplates, ...backup.agents];
    const named = { providerConfigs, apiKeys, syncRepos, rules, tags, mods, templates };
    for (const [table, rows] of Object.entries(named)) {
      expect(new Set(rows.map(({ name }) => name)).size, table).to.equal(rows.length);
    }
    const titles = new Set(backup.conversations.map(({ title }) => title));
    expect(titles.size).to.equal(backup.conversations.length);
    const pairs = new Set(backup.tagRuleLinks.map(({ tagId, ruleId }) => `${tagId} ${ruleId}`));
    expect(pairs.size).to.equal(backup.tagRuleLinks.length);
  });

  it('names only rows that exist', () => {
    for (const { table, field, target } of references) {
      const known = new Set(idsOf(tables[target]));
      const named = (tables[table] ?? []).flatMap((row) => valueAt(row, field) ?? []);
      const dangling = named.filter((id) => typeof id !== 'string' || !known.has(id));
      expect(dangling, `${table}.${field.join('.')}`).to.deep.equal([]);
    }
    const providers = new Set(idsOf(backup.providerConfigs));
    const given = backup.interactions.flatMap(({ metadata }) => metadata.providerId ?? []);
    expect(given.every((id) => providers.has(id))).to.equal(true);
    const library = new Set([...idsOf(backup.rules), ...idsOf(backup.tags)]);
    const used = backup.promptTemplates.flatMap(({ rules, tags }) => [...(rules ?? []), ...tags]);
    expect(used.every((id) => library.has(id))).to.equal(true);
  });

  it('nests projects four levels deep', () => {
    const parents = new Map(backup.projects.map(({ id, parentId }) => [id, parentId]));
    const depth = (id: string): number => {
      const parent = parents.get(id);
      return parent ? 1 + depth(parent) : 1;
    };
    expect(Math.max(...backup.projects.map(({ id }) => depth(id)))).to.equal(4);
  });

  it('has what makes a conversation more than questions and answers', () => {
    const { interactions } = backup;
    const having = (name: string) =>
      interactions.filter(({ metadata }) => metadata[name] !== undefined);
    for (const name of ['reasoning', 'toolCalls', 'attachedFiles', 'error', 'regeneratedFromId']) {
      expect(having(name).length, name).to.be.above(40);
    }
    for (const status of ['ERROR', 'CANCELLED', 'WARNING', 'STREAMING']) {
      expect(interactions.some((interaction) => interaction.status === status)).to.equal(true);
    }
    for (const { type, parentId, metadata } of having('regeneratedFromId')) {
      expect(type).to.equal('message.assistant_regen');
      expect(metadata.regeneratedFromId).to.equal(parentId);
    }
    expect(interactions.filter(({ rating }) => rating).length).to.be.above(100);
    const foreign = backup.conversations.filter(({ title }) => otherScripts.test(title));
    expect(foreign.length / backup.conversations.length).to.be.within(0.1, 0.15);
  });

  it('numbers interactions from 0 and lets nothing happen after it was made', () => {
    const next = new Map<string, number>();
    for (const { conversationId, index, startedAt, endedAt } of backup.interactions) {
      expect(index).to.equal(next.get(conversationId) ?? 0);
      next.set(conversationId, index + 1);
      expect(Number(startedAt)).to.be.at.most(now.getTime());
      expect(Number(endedAt)).to.be.at.most(now.getTime());
    }
    const newest = Math.max(...backup.conversations.map(({ updatedAt }) => Number(updatedAt) || 0));
    expect(now.getTime() - newest).to.be.below(3_600_000);
  });

  it('is the same to the byte for one seed, and another for another', () => {
    const text = formatSampleBackup(backup);
    expect(formatSampleBackup(createSampleBackup({ seed: 7, now }))).to.equal(text);
    expect(formatSampleBackup(createSampleBackup({ seed: 8, now }))).not.to.equal(text);
  });

  it('is restored whole, with nothing to mend but the dates that one conversation lacks', async () => {
    const database = new LiteChatDatabase(`sample-backup-${nanoid()}`);
    await database.open();
    try {
      const persistence = new Persistence(database);
      const file = sampleBackupFile({ seed: 7, now });
      const { counts, repairs } = await restoreBackup(persistence, file, allCategories);
      expect(counts.conversations).to.equal(backup.conversations.length);
      expect(counts.interactions).to.equal(backup.interactions.length);
      expect(new Set(repairs.map(({ kind }) => kind))).to.deep.equal(new Set(['date-filled']));
      const present = await persistence.countRecords();
      expect(present).to.include(counts);
    } finally {
      await database.delete();
    }
  });

  it('stands in its file one record a line', async () => {
    const text = await sampleBackupFile({ seed: 7, now }).text();
    const lines = text.split('\n').filter((line) => line.startsWith('{"id":'));
    const records = idsOf(Object.values(tables).flat()).filter((id) => id !== 'undefined');
    expect(lines).to.have.length(records.length + backup.mcpServers.length);
  });
});
