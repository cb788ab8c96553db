import { expect } from '@open-wc/testing';
import {
  allCategories,
  categories,
  collections,
  selectedCategories,
  type FullImportOptions,
} from './categories.js';
import type { TableName } from './entities.js';
import { references } from './references.js';
import { dateFields, rowSchemas } from './schemas.js';
import { keyFieldOf, tableNames, uniqueNameTables } from './tables.js';

const flags = [
  'importSettings',
  'importApiKeys',
  'importProviderConfigs',
  'importProjects',
  'importConversations',
  'importRulesAndTags',
  'importMods',
  'importSyncRepos',
  'importMcpServers',
  'importPromptTemplates',
  'importAgents',
];

const ownersOf = (table: TableName, row: object): string[] =>
  collections
    .filter((collection) => collection.table === table && (collection.owns?.(row) ?? true))
    .map(({ key }) => key);

describe('the categories of data', () => {
  it('have the eleven switches of a backup, each once', () => {
    expect(categories.map(({ flag }) => flag)).to.deep.equal(flags);
    expect(Object.keys(allCategories)).to.deep.equal(flags);
    expect(Object.values(allCategories).every(Boolean)).to.equal(true);
  });

  it('have names of their own for programs, people, files and backups', () => {
    for (const name of ['id', 'label', 'fileName'] as const) {
      expect(new Set(categories.map((category) => category[name])).size).to.equal(11);
    }
    const keys = collections.map(({ key }) => key);
    expect(new Set(keys).size).to.equal(keys.length);
    for (const { id, collections: own } of categories) {
      expect(own.map(({ category }) => category)).to.deep.equal(own.map(() => id));
    }
  });

  it('cover every table but that of unknown data', () => {
    const covered = new Set(collections.map(({ table }) => table));
    expect(tableNames.filter((table) => !covered.has(table))).to.deep.equal(['unknownData']);
    for (const table of covered) {
      const whole = collections.filter((collection) => collection.table === table);
      expect(whole.length === 1 || whole.every(({ owns }) => owns !== undefined)).to.equal(true);
    }
  });

  it('give every template to exactly one collection, whatever its type says', () => {
    const types: unknown[] = [undefined, null, '', 'prompt', 'Agent', 5, {}, ['agent'], 'future'];
    for (const type of types) {
      expect(ownersOf('promptTemplates', { type })).to.deep.equal(['promptTemplates']);
    }
    for (const type of ['agent', 'task']) {
      expect(ownersOf('promptTemplates', { type, parentId: 'gone' })).to.deep.equal(['agents']);
    }
    expect(ownersOf('promptTemplates', {})).to.deep.equal(['promptTemplates']);
  });

  it('give every row of the application state to exactly one collection', () => {
    const owners: [unknown, string][] = [
      ['settings:theme', 'settings'],
      ['settings:', 'settings'],
      ['settings:mcpServers', 'mcpServers'],
      ['settings:mcpServersOrder', 'settings'],
      ['mcpServers', 'appState'],
      ['Settings:theme', 'appState'],
      ['', 'appState'],
      [5, 'appState'],
      [undefined, 'appState'],
    ];
    for (const [key, owner] of owners) {
      expect(ownersOf('appState', { key })).to.deep.equal([owner]);
    }
  });

  it('mark what is nothing but secrets and what carries code', () => {
    expect(categories.filter(({ secret }) => secret).map(({ id }) => id)).to.deep.equal([
      'apiKeys',
    ]);
    expect(categories.filter(({ carriesCode }) => carriesCode).map(({ id }) => id)).to.deep.equal([
      'mods',
    ]);
  });

  it('are off unless switched on', () => {
    const options = { importMods: true, importAgents: false } satisfies FullImportOptions;
    expect(selectedCategories(options).map(({ id }) => id)).to.deep.equal(['mods']);
    expect(selectedCategories({})).to.deep.equal([]);
    expect(selectedCategories(allCategories)).to.deep.equal(categories);
  });
});

describe('the registry of tables', () => {
  it('knows a schema, dates and a key for every table', () => {
    for (const table of tableNames) {
      const fields = Object.keys(rowSchemas[table].entries);
      expect(fields, table).to.include(keyFieldOf(table));
      for (const name of dateFields[table]) expect(fields, table).to.include(name);
      if (uniqueNameTables.has(table)) expect(fields, table).to.include('name');
    }
  });

  it('knows the field of every reference', () => {
    for (const { table, field, target } of references) {
      expect(Object.keys(rowSchemas[table].entries), table).to.include(field[0]);
      expect(tableNames).to.include(target);
    }
  });
});
