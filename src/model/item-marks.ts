import { LiteChatError } from '../errors.js';

/** What a user may do to a conversation or a project beside naming and moving it. */
export interface ItemMarks {
  /** Stands above the others. */
  pinned?: boolean | undefined;
  /** Put away, with all that is in it. */
  archived?: boolean | undefined;
  /** Deleted, with all that is in it, and still to be had back. */
  trashed?: boolean | undefined;
}

/** How marks lie in the metadata of a row, which every application keeps as it is. */
interface StoredMarks {
  pinned?: unknown;
  archived?: unknown;
  /** When it was put into the trash, as ISO 8601 text. */
  trashedAt?: unknown;
}

/** The marks of a row, which another application may have stored in any shape. */
export function marksIn(row: object): StoredMarks {
  const metadata: unknown = Reflect.get(row, 'metadata');
  return typeof metadata === 'object' && metadata !== null ? metadata : {};
}

export const isIsoDate = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

/**
 * The row with marks set, or taken away where they are false.
 *
 * @throws {LiteChatError} record-invalid where another application stored metadata that is no plain
 * object, which a copy would lose.
 */
export function withMarks<Row extends object>(row: Row, marks: ItemMarks): Row {
  const { pinned, archived, trashed } = marks;
  const present: object = marksIn(row);
  if (Object.prototype.toString.call(present) !== '[object Object]') {
    throw new LiteChatError('record-invalid', 'metadata is not an object. Nothing was changed.', {
      path: 'metadata',
    });
  }
  const metadata: Record<string, unknown> = { ...present };
  const set = (name: keyof StoredMarks, value: unknown): void => {
    if (value === undefined) return;
    if (value === false) Reflect.deleteProperty(metadata, name);
    else metadata[name] = value;
  };
  set('pinned', pinned);
  set('archived', archived);
  set('trashedAt', trashed === true ? new Date().toISOString() : trashed);
  const { metadata: _before, ...others }: Row & { metadata?: unknown } = row;
  return (Object.keys(metadata).length > 0 ? { ...others, metadata } : others) as Row;
}
