import type { LiteChatDatabase } from '../database/litechat-database.js';
import { OUTLINE_VIEW_NOTE, outlineViewOf, type OutlineView } from './outline-view-note.js';
import { run } from './run.js';

/** Undefined where nothing was remembered. */
export function loadOutlineView(database: LiteChatDatabase): Promise<OutlineView | undefined> {
  return run(database, async () =>
    outlineViewOf((await database.bookkeeping.get(OUTLINE_VIEW_NOTE))?.value),
  );
}

export function saveOutlineView(database: LiteChatDatabase, value: OutlineView): Promise<void> {
  return run(database, async () => {
    await database.bookkeeping.put({ key: OUTLINE_VIEW_NOTE, value });
  });
}
