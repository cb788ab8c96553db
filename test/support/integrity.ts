import * as v from 'valibot';
import type { LiteChatDatabase } from '../../src/database/litechat-database.js';
import { readField } from '../../src/formats/read-field.js';
import { MCP_SERVERS_SETTING, SETTING_PREFIX } from '../../src/model/categories.js';
import type { TableName } from '../../src/model/entities.js';
import { references } from '../../src/model/references.js';
import { dateFields, mcpServerSchema, rowSchemas } from '../../src/model/schemas.js';
import { keyFieldOf, tableNames, uniqueNameTables } from '../../src/model/tables.js';

type Rows = ReadonlyMap<TableName, readonly object[]>;

/** Tables whose `parentId` makes a tree that is walked to its root. */
const trees: readonly TableName[] = ['projects', 'promptTemplates'];

/**
 * What is wrong with the data as a whole, a line each; nothing when every row is valid, every
 * reference leads somewhere, and what must be unique is.
 */
export async function integrityProblems(database: LiteChatDatabase): Promise<string[]> {
  const rows: Rows = new Map(
    await database.transaction('r', database.tables, () =>
      Promise.all(
        tableNames.map(async (name): Promise<[TableName, object[]]> => [
          name,
          await database.table<object>(name).toArray(),
        ]),
      ),
    ),
  );
  return [
    ...tableNames.flatMap((name) => invalidRows(name, rows.get(name) ?? [])),
    ...[...uniqueNameTables].flatMap((name) =>
      repeated(
        `${name}.name`,
        (rows.get(name) ?? []).map((row) => readField(row, 'name')),
      ),
    ),
    ...repeated(
      'tagRuleLinks',
      (rows.get('tagRuleLinks') ?? []).map((link) =>
        JSON.stringify([readField(link, 'tagId'), readField(link, 'ruleId')]),
      ),
    ),
    ...danglingReferences(rows),
    ...trees.flatMap((name) => cycles(name, rows.get(name) ?? [])),
    ...invalidServers(rows.get('appState') ?? []),
  ];
}

function invalidRows(table: TableName, rows: readonly object[]): string[] {
  const schema: v.GenericSchema<unknown, object> = rowSchemas[table];
  return rows.flatMap((row) => {
    const key = readField(row, keyFieldOf(table));
    const where = `${table}[${JSON.stringify(key)}]`;
    const { issues } = v.safeParse(schema, row);
    return [
      ...(issues ?? []).map(({ message }) => `${where} is no valid row: ${message}`),
      ...(typeof key === 'string' ? [] : [`${where} has a key that is no text`]),
      ...dateFields[table].flatMap((field) => {
        const date = readField(row, field);
        const isFine =
          date === undefined ||
          date === null ||
          (date instanceof Date && !Number.isNaN(date.getTime()));
        return isFine ? [] : [`${where}.${field} is no date`];
      }),
    ];
  });
}

function repeated(what: string, values: readonly unknown[]): string[] {
  const seen = new Set<unknown>();
  return values.flatMap((value) => {
    const isNew = !seen.has(value);
    seen.add(value);
    return isNew ? [] : [`${what} has ${JSON.stringify(value)} twice`];
  });
}

function danglingReferences(rows: Rows): string[] {
  const keys = new Map(
    [...rows].map(([table, all]) => [
      table,
      new Set(all.map((row) => readField(row, keyFieldOf(table)))),
    ]),
  );
  return references.flatMap(({ table, field, target, onMissing }) =>
    (rows.get(table) ?? []).flatMap((row) => {
      const value = readField(row, ...field);
      const isNone = (value === null || value === undefined) && onMissing === 'clear';
      const named: unknown[] = Array.isArray(value) ? value : isNone ? [] : [value];
      return named
        .filter((id) => keys.get(target)?.has(id) !== true)
        .map((id) => {
          const key = JSON.stringify(readField(row, keyFieldOf(table)));
          return `${table}[${key}].${field.join('.')} names ${JSON.stringify(id)}, which is not in ${target}`;
        });
    }),
  );
}

function cycles(table: TableName, rows: readonly object[]): string[] {
  const parents = new Map(rows.map((row) => [readField(row, 'id'), readField(row, 'parentId')]));
  return [...parents.keys()].flatMap((start) => {
    const walked = new Set<unknown>([start]);
    let at = parents.get(start);
    while (at !== undefined && at !== null && !walked.has(at)) {
      walked.add(at);
      at = parents.get(at);
    }
    return at === start ? [`${table}[${JSON.stringify(start)}] is its own ancestor`] : [];
  });
}

function invalidServers(settings: readonly object[]): string[] {
  const setting = settings.find(
    (row) => readField(row, 'key') === SETTING_PREFIX + MCP_SERVERS_SETTING,
  );
  if (setting === undefined) return [];
  const servers = readField(setting, 'value');
  if (!Array.isArray(servers)) return ['the setting of MCP servers is no list'];
  return [
    ...servers.flatMap((server: unknown, at) =>
      v.safeParse(mcpServerSchema, server).success ? [] : [`MCP server ${at} is not valid`],
    ),
    ...repeated(
      'the ids of MCP servers',
      servers.map((server) => readField(server, 'id')),
    ),
  ];
}
