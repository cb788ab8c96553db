import type { TableSource } from '../database/transactions.js';
import { readField } from '../formats/read-field.js';
import type { TableName } from '../model/entities.js';
import type { PathSegment } from '../model/plain-value.js';
import { referencesOf } from '../model/references.js';
import { tableOf } from '../persistence/rows.js';
import type { ChangeSink } from './change-sink.js';
import { ReferenceResolver, writeField, type Targets } from './reference-resolver.js';
import { RepairLog } from './repair-log.js';
import type { PlannedRecord, RestorePlan } from './restore-plan.js';

/** A message that referred to one not read until then. */
interface Pending {
  readonly key: string;
  readonly path: readonly PathSegment[];
  /** The fields that refer to messages, alone: the row is not kept. */
  readonly row: object;
}

/**
 * Writes the interactions of a file while the file is read for the first time, where there are none
 * here: nothing of theirs then depends on the rest of the file but references, which are put right in
 * the end. They are most of a backup, and reading them once takes a fifth less time than twice.
 */
export class InteractionsWriter {
  /** How many were written. */
  records = 0;

  readonly #sink: ChangeSink;
  readonly #log: RepairLog;
  readonly #resolver: ReferenceResolver;
  readonly #pending: Pending[] = [];
  /** How many references named a message not read until then. */
  #forward = 0;
  #hasConversation = (_id: string): boolean => false;

  /** Whether there is nothing here that they could meet. */
  static async isPossible(source: TableSource): Promise<boolean> {
    const first = await tableOf(source, 'interactions').limit(1).primaryKeys();
    return first.length === 0;
  }

  /** @param plan Of what was read so far. */
  constructor(plan: RestorePlan, sink: ChangeSink, log: RepairLog) {
    this.#sink = sink;
    this.#log = log;
    const has = (table: TableName, id: string): boolean => {
      if (plan.keys.get(table)?.has(id) === true) return true;
      if (table !== 'interactions') return false;
      this.#forward++;
      return true;
    };
    this.#resolver = new ReferenceResolver({ has, idFor: (_table, id) => id }, log);
  }

  /** Ids of conversations that messages name and that do not exist, once all is finished. */
  get missingConversations(): ReferenceResolver['missing'] {
    const missing = [...this.#resolver.missing];
    return new Map(missing.filter(([id]) => !this.#hasConversation(id)));
  }

  async write(records: readonly PlannedRecord[]): Promise<void> {
    for (const { key, path, row } of records) {
      const before = this.#forward;
      this.#resolver.resolve('interactions', row, path);
      if (this.#forward > before) this.#pending.push({ key, path, row: referencesIn(row) });
    }
    this.records += records.length;
    await this.#sink.put(
      'interactions',
      records.map(({ row }) => ({ row, before: undefined })),
    );
  }

  /** Empties the references to what turned out not to exist. */
  async finish(targets: Targets): Promise<void> {
    this.#hasConversation = (id) => targets.has('conversations', id);
    const logging = new ReferenceResolver(targets, this.#log);
    const dangling = this.#pending.filter(
      ({ row, path }) => logging.resolve('interactions', row, path) !== row,
    );
    const silent = new ReferenceResolver(targets, new RepairLog());
    await this.#sink.amend(
      'interactions',
      dangling.map(({ key }) => key),
      (row) => silent.resolve('interactions', row, []) ?? row,
    );
  }
}

/** A message with nothing but the fields that refer to messages. */
function referencesIn(row: object): object {
  return referencesOf('interactions')
    .filter(({ target }) => target === 'interactions')
    .reduce<object>((alone, { field }) => writeField(alone, field, readField(row, ...field)), {});
}
