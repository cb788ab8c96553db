import type { LiteChatDatabase } from '../database/litechat-database.js';
import { onDemand } from '../on-demand.js';
import type { StorageUsage } from './measure-usage.js';

const measuring = onDemand(() => import('./measure-usage.js'));

/**
 * Measures what is stored. Small tables are measured row by row and large ones by a sample, so that
 * it stays quick however much there is.
 *
 * @throws {LiteChatError} database-failed, … when the database cannot be read.
 */
export async function measureUsage(database: LiteChatDatabase): Promise<StorageUsage> {
  const { measure } = measuring.loaded ?? (await measuring.load());
  return measure(database);
}
