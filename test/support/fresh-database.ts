import { Persistence } from '../../src/persistence/persistence.js';
import { LiteChatDatabase } from '../../src/database/litechat-database.js';

const opened: LiteChatDatabase[] = [];

/** A database that no other test has, deleted after the test. */
export function freshDatabase(): LiteChatDatabase {
  const database = new LiteChatDatabase(`test-${crypto.randomUUID()}`);
  opened.push(database);
  return database;
}

export function freshPersistence(): Persistence {
  return new Persistence(freshDatabase());
}

afterEach(async () => {
  for (const database of opened.splice(0)) await database.delete();
});
