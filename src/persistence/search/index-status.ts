import type { LiteChatDatabase } from '../../database/litechat-database.js';
import { run } from '../run.js';
import { indexTables, readIndexState, stateTables } from './index-state.js';

/** How far the index of words is. */
export interface IndexStatus {
  isBuilt: boolean;
  /** Until then, how many interactions have been read, and of how many. */
  read: number;
  rows: number;
  /** How many writes are not in it yet; no more than {@link MANY_CHANGES} are counted. */
  changes: number;
  /** Rises with every write, to the index or past it. */
  revision: number;
}

export const MANY_CHANGES = 100;

export function readIndexStatus(database: LiteChatDatabase): Promise<IndexStatus> {
  return run(database, () =>
    database.transaction('r', stateTables(database), async (source) => {
      const state = await readIndexState(source);
      const { upTo = 0, isBuilt = false, read = 0, rows = 0, revision = 0 } = state ?? {};
      const { log } = indexTables(source);
      const changes = await log.where(':id').above(upTo).limit(MANY_CHANGES).primaryKeys();
      const last = await log.orderBy(':id').last();
      const latest = last?.position ?? upTo;
      return { isBuilt, read, rows, changes: changes.length, revision: revision + latest };
    }),
  );
}
