import * as v from 'valibot';
import { LiteChatError } from '../errors.js';
import type { RowTypes, TableName } from './entities.js';
import { formatPath, toPlainValue, type PathSegment } from './plain-value.js';
import { dateFields, rowSchemas } from './schemas.js';

/**
 * Turns anything a host or a file hands us into a row of the table: a plain copy with dates as
 * `Date`, unknown fields kept, defaults where a reader would stumble over their absence.
 *
 * @param path Where the value stands, for error messages.
 * @throws {LiteChatError} record-invalid with the path of the field.
 */
export function toRow<Name extends TableName>(
  table: Name,
  value: unknown,
  path: readonly PathSegment[] = [table],
): RowTypes[Name] {
  return plainToRow(table, toPlainValue(value, path), path);
}

/** The same for a value that is plain already. */
export function plainToRow<Name extends TableName>(
  table: Name,
  plain: unknown,
  path: readonly PathSegment[] = [table],
): RowTypes[Name] {
  const schema: v.GenericSchema<unknown, object> = rowSchemas[table];
  // The schema of a table yields that table's row type; TypeScript cannot follow the index.
  return parsePlain(schema, plain, path) as RowTypes[Name];
}

/** The same for any schema, such as that of an entry of a setting. */
export function parseRecord<Output>(
  schema: v.GenericSchema<unknown, Output>,
  value: unknown,
  path: readonly PathSegment[],
): Output {
  return parsePlain(schema, toPlainValue(value, path), path);
}

/**
 * A row with some of its fields changed, a field given as `undefined` removed. The other fields
 * stay as they are, also where they are not what they should be: what another application stored
 * wrongly must not keep a conversation from being renamed.
 *
 * @throws {LiteChatError} record-invalid with the path of a field among the updates.
 */
export function changeRow<Name extends TableName>(
  table: Name,
  present: RowTypes[Name],
  updates: object,
): RowTypes[Name] {
  // An object's plain copy is an object: its fields, without those that are undefined.
  const plain = toPlainValue(updates, [table]) as Record<string, unknown>;
  const fields: Record<string, v.GenericSchema> = rowSchemas[table].entries;
  const row: Record<string, unknown> = { ...(withDates(table, present) as object) };
  for (const name of Object.keys(updates)) {
    const schema = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const value = schema ? parsePlain(schema, plain[name], [table, name]) : plain[name];
    if (value === undefined) Reflect.deleteProperty(row, name);
    else row[name] = value;
  }
  // Each field is now what it was or what its schema yields.
  return row as unknown as RowTypes[Name];
}

function parsePlain<Output>(
  schema: v.GenericSchema<unknown, Output>,
  plain: unknown,
  path: readonly PathSegment[],
): Output {
  const result = v.safeParse(schema, plain, { abortEarly: true });
  if (result.success) {
    keepUnknownFields(plain, result.output);
    return result.output;
  }
  const [issue] = result.issues;
  const where = formatPath([
    ...path,
    ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
  ]);
  throw new LiteChatError('record-invalid', `${where} ${reasonOf(issue)}. Nothing was changed.`, {
    path: where,
  });
}

/** Puts back the fields named `constructor` or `prototype`, which valibot leaves out of objects. */
function keepUnknownFields(plain: unknown, output: unknown): void {
  if (plain === output || !isObject(plain) || !isObject(output)) return;
  for (const [name, value] of Object.entries(plain)) {
    if (Object.hasOwn(output, name)) keepUnknownFields(value, Reflect.get(output, name));
    else Reflect.set(output, name, value);
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

/** Says what was expected without repeating the value, which may be a secret. */
function reasonOf({ message, expected, input }: v.BaseIssue<unknown>): string {
  if (message.startsWith('is ')) return message;
  if (input === undefined) return 'is missing';
  return `should be ${expected ?? 'something else'} and is ${kindOf(input)}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  return Object.prototype.toString.call(value).slice(8, -1);
}

/**
 * Gives a row read from the database its dates as `Date`, whoever wrote it: some applications
 * stored text. A field that is no date stays as it is.
 */
export function withDates<Name extends TableName>(
  table: Name,
  row: RowTypes[Name],
): RowTypes[Name] {
  let copy: RowTypes[Name] | undefined;
  for (const field of dateFields[table] as readonly (keyof RowTypes[Name])[]) {
    const value: unknown = row[field];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const parsed = new Date(value);
    if (Number.isNaN(parsed.getTime())) continue;
    copy ??= { ...row };
    copy[field] = parsed as RowTypes[Name][keyof RowTypes[Name]];
  }
  return copy ?? row;
}
