import type { LiteChatDatabase } from '../database/litechat-database.js';
import { readField } from '../formats/read-field.js';
import { run } from './run.js';

/** How the user looks at the outline, in every list on this database. */
export interface OutlineView {
  order: string;
  /** The keys of projects that are expanded. */
  expanded: readonly string[];
}

const NOTE = 'outlineView';

/** Undefined where nothing was remembered. */
export function loadOutlineView(database: LiteChatDatabase): Promise<OutlineView | undefined> {
  return run(database, async () => {
    const value = (await database.bookkeeping.get(NOTE))?.value;
    const order = readField(value, 'order');
    const expanded = readField(value, 'expanded');
    if (typeof order !== 'string' || !Array.isArray(expanded)) return undefined;
    return { order, expanded: expanded.filter((key) => typeof key === 'string') };
  });
}

export function saveOutlineView(database: LiteChatDatabase, value: OutlineView): Promise<void> {
  return run(database, async () => {
    await database.bookkeeping.put({ key: NOTE, value });
  });
}
