import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { OutlineChange } from '../database/own-tables.js';
import { putAndCommit } from '../database/put-and-commit.js';
import type { RowTypes } from '../model/entities.js';
import {
  outlineEntryOf,
  outlineTables,
  packOutline,
  type OutlineReference,
} from '../model/outline.js';
import { changeRow } from '../model/row.js';
import { findRow } from './rows.js';
import { run } from './run.js';

/** A conversation or a project as it is stored. */
export type TitledRow = RowTypes['conversations'] | RowTypes['projects'];

/** The row of an item of the list; undefined when there is none. */
export function findTitled(
  database: LiteChatDatabase,
  { type, id }: OutlineReference,
): Promise<TitledRow | undefined> {
  return run(database, () =>
    findRow<'conversations' | 'projects'>(database, outlineTables[type], id),
  );
}

/**
 * Puts a conversation or a project with another title, for a page that may be gone in a moment: a put
 * and a commit with nothing to wait for between them, as `keepInteraction` does. What another tab has
 * changed in the row is lost if this one has not heard of it; so for rows alone that are followed,
 * and beside a change that reads the row first and tells others.
 */
export function keepTitle(
  database: LiteChatDatabase,
  type: OutlineReference['type'],
  row: TitledRow,
  title: string,
): void {
  if (!database.isOpen()) return;
  const table = outlineTables[type];
  const updates = { [type === 'project' ? 'name' : 'title']: title, updatedAt: new Date() };
  const changed = changeRow<'conversations' | 'projects'>(table, row, updates);
  // Lists are to show it the next time too.
  const change: OutlineChange = {
    cleared: [],
    gone: [],
    entries: packOutline([outlineEntryOf(type, changed)]),
  };
  putAndCommit(
    database,
    { table, record: changed },
    { table: database.outlineChanges.name, record: change },
  );
}
