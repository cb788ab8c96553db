import { readField } from '../formats/read-field.js';
import type { TableName } from '../model/entities.js';
import type { PathSegment } from '../model/plain-value.js';
import { referencesOf, type Reference } from '../model/references.js';
import { idOf } from '../persistence/record-keys.js';
import type { RepairLog } from './repair-log.js';

/** Where references may point when all is written, and what ids have become. */
export interface Targets {
  has(table: TableName, id: string): boolean;
  /** The id that a record of the file got in place of its own. */
  idFor(table: TableName, id: string): string;
}

/** Keeps a row's references to what exists, and empties those to what does not. */
export class ReferenceResolver {
  readonly #targets: Targets;
  readonly #log: RepairLog;
  /** Targets that a `recover` reference names and that do not exist, with the rows that name them. */
  readonly missing = new Map<string, { first: Date | null; last: Date | null }>();

  constructor(targets: Targets, log: RepairLog) {
    this.#targets = targets;
    this.#log = log;
  }

  /** @returns The row, changed where it must be, or undefined where it means nothing any more. */
  resolve<Row extends object>(
    table: TableName,
    row: Row,
    path: readonly PathSegment[],
  ): Row | undefined {
    let resolved: Row | undefined = row;
    for (const reference of referencesOf(table)) {
      if (resolved) resolved = this.#resolveOne(reference, resolved, path);
    }
    return resolved;
  }

  #resolveOne<Row extends object>(
    reference: Reference,
    row: Row,
    path: readonly PathSegment[],
  ): Row | undefined {
    const { target, onMissing, field } = reference;
    const value = readField(row, ...field);
    if (Array.isArray(value)) {
      const kept = value
        .map(idOf)
        .filter((id) => this.#targets.has(target, id))
        .map((id) => this.#targets.idFor(target, id));
      if (kept.length < value.length) this.#log.add('reference-cleared', [...path, ...field]);
      return isSameList(kept, value) ? row : writeField(row, field, kept);
    }
    const id = idOf(value);
    if (id === '') return row;
    if (this.#targets.has(target, id)) {
      const now = this.#targets.idFor(target, id);
      return now === id ? row : writeField(row, field, now);
    }
    if (onMissing === 'drop') {
      this.#log.add('record-dropped', path);
      return undefined;
    }
    if (onMissing === 'recover') {
      this.#noteMissing(id, row);
      return row;
    }
    this.#log.add('reference-cleared', [...path, ...field]);
    return writeField(row, field, null);
  }

  #noteMissing(id: string, row: object): void {
    const times = ['startedAt', 'endedAt']
      .map((name) => readField(row, name))
      .filter((time): time is Date => time instanceof Date);
    const { first, last } = this.missing.get(id) ?? { first: null, last: null };
    const all = [first, last, ...times]
      .filter((time): time is Date => time !== null)
      .sort((one, other) => one.getTime() - other.getTime());
    this.missing.set(id, { first: all[0] ?? null, last: all.at(-1) ?? null });
  }
}

/** Null empties a field of the row, and removes one inside another object. */
export function writeField<Row extends object>(
  row: Row,
  [name, inner]: Reference['field'],
  value: unknown,
): Row {
  if (inner === undefined) return { ...row, [name]: value };
  const others = Object.entries(readField(row, name) ?? {}).filter(([key]) => key !== inner);
  const all = value === null ? others : [...others, [inner, value]];
  return { ...row, [name]: Object.fromEntries(all) as unknown };
}

const isSameList = (first: readonly unknown[], second: readonly unknown[]): boolean =>
  first.length === second.length && first.every((item, position) => item === second[position]);
