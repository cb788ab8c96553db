import { readField } from '../formats/read-field.js';
import { settingName, type Collection } from '../model/categories.js';
import type { PathSegment } from '../model/plain-value.js';
import { keepSecrets } from '../model/secrets.js';
import { fillDates } from './fill-dates.js';
import { takeFreeName } from './free-name.js';
import { pairOf } from './link-pair.js';
import { ReferenceResolver } from './reference-resolver.js';
import type { RepairLog } from './repair-log.js';
import type { RestorePlan } from './restore-plan.js';
import type { RestoreTarget } from './restore-target.js';
import type { RestorePolicy } from './types.js';

/** Fits records of a file to what stays of the database, and notes what it had to change. */
export class RecordFitter {
  /** Ids of conversations that messages name and that do not exist, with the first and last date. */
  get missingConversations(): ReferenceResolver['missing'] {
    return this.#resolver.missing;
  }

  readonly #plan: RestorePlan;
  readonly #target: RestoreTarget;
  readonly #policy: RestorePolicy;
  readonly #log: RepairLog;
  readonly #resolver: ReferenceResolver;
  readonly #links = new Set<string>();
  readonly #modNames: Set<string>;

  constructor(plan: RestorePlan, target: RestoreTarget, policy: RestorePolicy, log: RepairLog) {
    this.#plan = plan;
    this.#target = target;
    this.#policy = policy;
    this.#log = log;
    this.#resolver = new ReferenceResolver(target, log);
    this.#modNames = new Set(target.present('mods')?.ids());
  }

  /** For records that carry no date at all. */
  get fallbackDate(): Date {
    return this.#plan.exportedAt ?? this.#now;
  }
  readonly #now = new Date();

  /**
   * @param present The record here with its id.
   * @returns The record as it is to be stored, or undefined where it would mean nothing.
   */
  fit(
    collection: Collection,
    key: string,
    row: object,
    present: object | undefined,
    path: readonly PathSegment[],
  ): object | undefined {
    const { table } = collection;
    let fitted = present
      ? withSecretsOf(present, collection, key, row, (fields) => {
          for (const field of fields) this.#log.add('destination-kept', [...path, field]);
        })
      : row;
    if (table === 'appState') return fitted;

    const id = this.#target.idFor(table, key);
    if (id !== key) {
      if (this.#policy !== 'copies') this.#log.add('id-changed', path);
      fitted = { ...fitted, id };
    }
    const name = this.#nameFor(collection, key);
    if (name !== undefined) {
      this.#log.add('name-changed', [...path, 'name']);
      fitted = { ...fitted, name };
    }
    if (this.#target.closesCycle(table, key)) {
      this.#log.add('cycle-broken', [...path, 'parentId']);
      fitted = { ...fitted, parentId: null };
    }
    fitted = fillDates(table, fitted, this.fallbackDate, (field) => {
      this.#log.add('date-filled', [...path, field]);
    });
    const resolved = this.#resolver.resolve(table, fitted, path);
    return resolved && table === 'tagRuleLinks' ? this.#onceALink(resolved, path) : resolved;
  }

  /** A mod is known by its name alone, so its copy gets another. */
  #nameFor({ table }: Collection, key: string): string | undefined {
    if (table !== 'mods' || this.#policy !== 'copies') return this.#target.nameFor(table, key);
    const free = takeFreeName(key, this.#modNames);
    return free === key ? undefined : free;
  }

  /** The same tag on the same rule twice says nothing more. */
  #onceALink(link: object, path: readonly PathSegment[]): object | undefined {
    const pair = pairOf(link);
    if (!this.#links.has(pair)) {
      this.#links.add(pair);
      return link;
    }
    this.#log.add('record-dropped', path);
    return undefined;
  }
}

/** Secrets that the file lacks stay as they are here. */
function withSecretsOf(
  present: object,
  { key, shape }: Collection,
  id: string,
  row: object,
  onKept: (fields: readonly string[]) => void,
): object {
  if (shape !== 'settings') return keepSecrets(key, row, present, onKept);
  const name = settingName(id);
  const kept: object = keepSecrets(
    key,
    { [name]: readField(row, 'value') },
    { [name]: readField(present, 'value') },
  );
  return { ...row, value: readField(kept, name) };
}
