import type { RowTypes, TableName } from './entities.js';
import { rowSchemas } from './schemas.js';

export const tableNames = Object.keys(rowSchemas) as TableName[];

/** The primary key of each table. */
const keyFields: { readonly [Name in TableName]?: keyof RowTypes[Name] & string } = {
  mods: 'name',
  appState: 'key',
  unknownData: 'key',
};

/** The name of a table's primary key; `id` unless it differs. */
export function keyFieldOf(table: TableName): string {
  return keyFields[table] ?? 'id';
}

/** Tables whose `name` must be unique and is not the primary key. */
export const uniqueNameTables: ReadonlySet<TableName> = new Set<TableName>([
  'providerConfigs',
  'apiKeys',
  'syncRepos',
  'rules',
  'tags',
  'promptTemplates',
]);
