import { nanoid } from 'nanoid';
import { readField } from '../formats/read-field.js';
import { MCP_SERVERS_SETTING, SETTING_PREFIX, type Collection } from '../model/categories.js';
import { idOf } from '../persistence/record-keys.js';
import type { RowChange } from './change-sink.js';
import { isSame } from './is-same.js';
import type { RestoreTarget } from './restore-target.js';
import type { CollectionOutcome, RestorePolicy } from './types.js';

const ROW_KEY = SETTING_PREFIX + MCP_SERVERS_SETTING;

/** The list that is the value of one setting, gathered from the file and written whole. */
export class SettingList {
  readonly #policy: RestorePolicy;
  readonly #row: object | undefined;
  readonly #present: ReadonlyMap<string, object>;
  readonly #entries = new Map<string, object>();
  readonly #seen = new Set<string>();
  readonly #copyIds = new Map<string, string>();
  #collection: Collection | undefined;

  constructor(target: RestoreTarget, policy: RestorePolicy) {
    this.#policy = policy;
    this.#row = target.present('appState')?.rows.get(ROW_KEY);
    const list: unknown = readField(this.#row, 'value');
    const entries: unknown[] = Array.isArray(list) ? list : [];
    // Entries without an id, of other applications, stay apart from each other.
    this.#present = new Map(
      entries
        .filter((entry) => entry instanceof Object)
        .map((entry, position) => [idOf(readField(entry, 'id')) || `#${position}`, entry]),
    );
  }

  /** The file carries the list, be it empty; an older application's may come before or after. */
  open(collection: Collection): void {
    if (collection.shape === 'setting-list') this.#collection = collection;
  }

  /** The entry here with the id. */
  present(id: string): object | undefined {
    return this.#policy === 'copies' ? undefined : this.#present.get(id);
  }

  /**
   * Takes an entry of the file. Where an older application wrote the list in two places, among the
   * settings and by itself, the one by itself is right.
   *
   * @returns What the entry counts as; undefined for the second of the same.
   */
  add(id: string, entry: object, isAmongSettings: boolean): keyof CollectionOutcome | undefined {
    const isSecond = this.#seen.has(id);
    this.#seen.add(id);
    if (isSecond && isAmongSettings) return undefined;
    const present = this.present(id);
    const isCopy = this.#policy === 'copies';
    const key = isCopy ? this.#copyId(id) : id;
    this.#entries.set(key, isCopy ? { ...entry, id: key } : entry);
    if (isSecond) return undefined;
    if (!present) return 'new';
    return isSame(entry, present) ? 'identical' : 'different';
  }

  #copyId(id: string): string {
    const known = this.#copyIds.get(id) ?? nanoid();
    this.#copyIds.set(id, known);
    return known;
  }

  /** What is to be written, how many entries here go, and how many stay beside the file's own. */
  close():
    | { collection: Collection; change: RowChange | undefined; removed: number; kept: number }
    | undefined {
    if (!this.#collection) return undefined;
    const isReplaced = this.#policy === 'replace';
    const isMine = this.#policy === 'keep-mine';
    const theirs = isMine
      ? [...this.#entries].filter(([id]) => !this.#present.has(id))
      : [...this.#entries];
    const value = [...new Map(isReplaced ? theirs : [...this.#present, ...theirs]).values()];
    const shared = [...this.#present].filter(([id]) => this.#entries.has(id));
    const isChanged = !isSame(value, readField(this.#row, 'value'));
    const isToBeWritten = isChanged && (value.length > 0 || this.#row !== undefined);
    return {
      collection: this.#collection,
      change: isToBeWritten ? { row: { key: ROW_KEY, value }, before: this.#row } : undefined,
      removed: isReplaced ? this.#present.size - shared.length : 0,
      kept: shared.filter(([id, entry]) => isMine && !isSame(entry, this.#entries.get(id))).length,
    };
  }
}
