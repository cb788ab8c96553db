import type { RowTypes, TableName } from '../model/entities.js';

type Order<Row> = (first: Row, second: Row) => number;

const time = (value: unknown): number =>
  value instanceof Date && !Number.isNaN(value.getTime()) ? value.getTime() : -Infinity;
const number = (value: unknown): number =>
  typeof value === 'number' && !Number.isNaN(value) ? value : Infinity;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Compares numbers without the NaN that two infinities would give, and text by code units. */
const ascending = <Value extends number | string>(first: Value, second: Value): number =>
  first === second ? 0 : first < second ? -1 : 1;

const names = new Intl.Collator(undefined, { numeric: true });
const byName = (first: { name?: unknown }, second: { name?: unknown }): number =>
  names.compare(text(first.name), text(second.name));

/**
 * The order in which each table's rows are loaded. It sorts in memory, because an index leaves out
 * rows whose field is missing or invalid and a load may leave out none.
 */
const orders: { readonly [Name in TableName]: Order<RowTypes[Name]> } = {
  conversations: (first, second) => ascending(time(second.updatedAt), time(first.updatedAt)),
  interactions: (first, second) =>
    ascending(number(first.index), number(second.index)) ||
    ascending(time(first.startedAt), time(second.startedAt)),
  projects: byName,
  mods: (first, second) =>
    ascending(number(first.loadOrder), number(second.loadOrder)) || byName(first, second),
  appState: (first, second) => ascending(text(first.key), text(second.key)),
  providerConfigs: byName,
  apiKeys: byName,
  syncRepos: byName,
  rules: byName,
  tags: byName,
  tagRuleLinks: (first, second) =>
    ascending(text(first.tagId), text(second.tagId)) ||
    ascending(text(first.ruleId), text(second.ruleId)),
  promptTemplates: byName,
  unknownData: (first, second) =>
    byName(first, second) || ascending(number(first.position), number(second.position)),
};

/** Sorts the rows as {@link Persistence} lists them: newest first, by index, or by name. */
export function inOrder<Name extends TableName>(
  table: Name,
  rows: readonly RowTypes[Name][],
): RowTypes[Name][] {
  return [...rows].sort(orders[table]);
}
