import type { Persistence } from '../persistence/persistence.js';
import { keysOf } from '../persistence/record-keys.js';
import { tableOf } from '../persistence/rows.js';
import { run } from '../persistence/run.js';
import { LiveRows } from './live-rows.js';

/** A record that something in the page refers to. */
export interface RecordReference {
  table: 'conversations' | 'projects';
  id: string;
}

/**
 * Tells when the record that is referred to goes, be it by this tab, another or a restore. One that
 * never was there does not go: it may still come.
 */
export class RecordWatch {
  #record: RecordReference | undefined;
  #wasSeen = false;
  readonly #presence: LiveRows<boolean>;

  constructor({ database }: Persistence, gone: () => void) {
    this.#presence = new LiveRows(
      database,
      () => run(database, () => this.#isThere(database)),
      false,
    );
    this.#presence.state.subscribe((now, before) => {
      if (now.status.state !== 'ready' || now.committed) return;
      if (before.committed || this.#wasSeen) gone();
    });
  }

  /**
   * Watches this record from now on, or none.
   *
   * @param wasSeen Whether it is known to have been there, so that it may go before the first look.
   */
  watch(record: RecordReference | undefined, wasSeen = false): void {
    this.#presence.reset();
    this.#record = record;
    this.#wasSeen = wasSeen;
    void this.follow();
  }

  async follow(): Promise<void> {
    if (this.#record) await this.#presence.follow();
  }

  stop(): void {
    this.#presence.stop();
  }

  async #isThere(database: Persistence['database']): Promise<boolean> {
    if (!this.#record) return false;
    const { table, id } = this.#record;
    return (await tableOf(database, table).where(':id').anyOf(keysOf(id)).count()) > 0;
  }
}
