import type { LiteChatError } from '../errors.js';
import { readField } from '../formats/read-field.js';
import { SETTING_PREFIX, type Collection, type CollectionKey } from '../model/categories.js';
import type { TableName } from '../model/entities.js';
import { formatPath } from '../model/plain-value.js';
import { withoutSecrets } from '../model/secrets.js';
import { keyFieldOf } from '../model/tables.js';
import { idOf } from '../persistence/record-keys.js';
import type { RecordEvent } from './backup-record.js';
import { MAX_LISTED, type InvalidRecord } from './types.js';

/** Set aside as a blob when this many characters have come together. */
const CHUNK_CHARACTERS = 256 * 1024;

/** The records of a file that cannot be stored, the first thousand in words and all by number. */
export class InvalidRecords {
  readonly listed: InvalidRecord[] = [];
  readonly counts: Partial<Record<CollectionKey, number>> = {};
  count = 0;
  /** The ids that they have, as far as they can be read: what is here under those is no orphan of the file. */
  readonly ids = new Map<TableName, Set<string>>();
  /** Where they are in the file. */
  readonly #paths = new Set<string>();
  readonly #parts: Blob[] = [];
  #text = '';

  add({ collection, path, value }: RecordEvent, { message, path: field }: LiteChatError): void {
    const where = formatPath(path);
    // The list may be saved as it is, whatever the file was encrypted with.
    const shown = value instanceof Object ? withoutSecrets(collection.key, value) : value;
    const record = { path: field ?? where, reason: reasonOf(message, field) };
    this.count++;
    this.counts[collection.key] = (this.counts[collection.key] ?? 0) + 1;
    this.#paths.add(where);
    const ids = this.ids.get(collection.table) ?? new Set<string>();
    this.ids.set(collection.table, ids.add(keyIn(collection, path, value)));
    if (this.listed.length < MAX_LISTED) this.listed.push(record);
    this.#text += `${this.count === 1 ? '[' : ','}\n${JSON.stringify({ ...record, value: shown })}`;
    if (this.#text.length >= CHUNK_CHARACTERS) this.#setAside();
  }

  has({ path }: RecordEvent): boolean {
    return this.#paths.size > 0 && this.#paths.has(formatPath(path));
  }

  /** All of them as a JSON array of `{path, reason, value}`; null when there are none. */
  toBlob(): Blob | null {
    if (this.count === 0) return null;
    this.#setAside();
    return new Blob([...this.#parts, '\n]\n'], { type: 'application/json' });
  }

  #setAside(): void {
    this.#parts.push(new Blob([this.#text]));
    this.#text = '';
  }
}

/** The key that the record would have had. */
function keyIn({ shape, table }: Collection, path: RecordEvent['path'], value: unknown): string {
  if (shape === 'settings') return `${SETTING_PREFIX}${path.at(-1)}`;
  return idOf(readField(value, keyFieldOf(table)));
}

/** The message without the path before it and the sentence on the data after it. */
function reasonOf(message: string, path = ''): string {
  const reason = message.replace(/\. Nothing was changed\.$/, '');
  return reason.startsWith(`${path} `) ? reason.slice(path.length + 1) : reason;
}
