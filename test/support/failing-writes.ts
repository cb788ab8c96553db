import type { LiteChatDatabase } from '../../src/database/litechat-database.js';

/** Counts the writes to a database, which has not been opened yet, and lets one of them fail. */
export class FailingWrites {
  /** The position, from 1, of the write that fails; none unless set. */
  failing = 0;
  /** How many writes have begun since it was reset. */
  begun = 0;

  constructor(database: LiteChatDatabase) {
    database.use({
      stack: 'dbcore',
      name: 'failing-writes',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          return {
            ...table,
            mutate: (request) =>
              ++this.begun === this.failing
                ? Promise.reject(new DOMException('No room', 'QuotaExceededError'))
                : table.mutate(request),
          };
        },
      }),
    });
  }

  /** Counts anew; the write at the position will fail. */
  reset(failing = 0): void {
    this.begun = 0;
    this.failing = failing;
  }
}
