import type { LiteChatDatabase } from '../../src/database/litechat-database.js';
import { readField } from '../../src/formats/read-field.js';
import type { RestoreReport } from '../../src/import-export/types.js';
import { snapshot } from './snapshot.js';

/**
 * What was done with a file, in a form that can be read and compared: the report, and the rows of
 * each table that has any. Ids that were made up are called `new conversations 1`, and dates that
 * are the time of the restore `now`.
 *
 * @param text The file, which tells made-up ids from its own.
 */
export async function describeRestored(
  database: LiteChatDatabase,
  { kind, exportedAt, counts, repairs }: RestoreReport,
  text: string,
  startedAt: Date,
): Promise<unknown> {
  const isNew = (value: string): boolean => madeUpId.test(value) && !text.includes(value);
  const masked = (row: unknown): string =>
    JSON.stringify(
      mapLeaves(row, (leaf) => (typeof leaf === 'string' && isNew(leaf) ? '?' : leaf)),
    );
  const names = new Map<string, string>();
  const rows: Record<string, unknown[]> = {};
  for (const [table, byKey] of Object.entries(await snapshot(database))) {
    const sorted = Object.values(byKey).sort((a, b) => (masked(a) < masked(b) ? -1 : 1));
    if (sorted.length > 0) rows[table] = sorted;
    sorted
      .flatMap(idsIn)
      .filter(isNew)
      .forEach((id, at) => names.set(id, `new ${table} ${at + 1}`));
  }
  const told = (leaf: unknown): unknown => {
    if (leaf instanceof Date) return leaf >= startedAt && leaf <= new Date() ? 'now' : leaf;
    return typeof leaf === 'string' ? (names.get(leaf) ?? leaf) : leaf;
  };
  return {
    kind,
    exportedAt,
    counts,
    repairs: repairs.map((repair) => `${repair.kind} ${repair.path}`),
    rows: mapLeaves(rows, told),
  };
}

/** Dates stand in the expectations as `Date(2026-01-31)`, in any form that `Date` reads. */
export const datesFromText = (value: unknown): unknown =>
  mapLeaves(value, (leaf) => {
    const [, date] = typeof leaf === 'string' ? (/^Date\((.*)\)$/.exec(leaf) ?? []) : [];
    return date === undefined ? leaf : new Date(date);
  });

/** What nanoid makes. */
const madeUpId = /^[\w-]{21}$/;

/** The ids of a row, and of the entries of a setting that is a list. */
function idsIn(row: unknown): string[] {
  const value = readField(row, 'value');
  const entries: unknown[] = Array.isArray(value) ? value : [];
  const records = [row, ...entries];
  return records.map((record) => readField(record, 'id')).filter((id) => typeof id === 'string');
}

/** A copy with each value that is neither a list nor an object exchanged. */
export function mapLeaves(value: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, change));
  if (typeof value !== 'object' || value === null || value instanceof Date) return change(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, mapLeaves(item, change)]),
  );
}
