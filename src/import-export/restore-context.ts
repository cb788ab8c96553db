import type { TableSource } from '../database/transactions.js';
import type { ChangeSink } from './change-sink.js';
import type { InteractionsWriter } from './interactions-writer.js';
import type { RepairLog } from './repair-log.js';
import type { RestorePlan } from './restore-plan.js';
import type { RestorePolicy } from './types.js';

/** What the parts of one restore share. */
export interface RestoreContext {
  /** The transaction of the whole. */
  source: TableSource;
  plan: RestorePlan;
  policy: RestorePolicy;
  sink: ChangeSink;
  log: RepairLog;
  /** What wrote the interactions already, where that could be done while they were read. */
  interactions?: InteractionsWriter | undefined;
}
