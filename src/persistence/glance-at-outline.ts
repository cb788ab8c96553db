import { DEFAULT_DATABASE_NAME } from '../database/database-name.js';
import { answerTo, lookIn } from '../database/look-in.js';
import type { Note, OutlineChange, OutlineChunk } from '../database/own-tables.js';
import type { OutlineEntry } from '../model/outline.js';
import { firstEntries, headOf, OUTLINE_NOTE } from './outline-head.js';
import { OUTLINE_VIEW_NOTE, outlineViewOf, type OutlineView } from './outline-view-note.js';

/** The outline as it was at one moment. */
export interface OutlineGlance {
  /** All projects and the newest conversations. */
  entries: readonly OutlineEntry[];
  /** Whether these are all that there are. */
  isWhole: boolean;
  view: OutlineView | undefined;
}

/**
 * Reads what a list shows first, by the least that it takes: nothing is opened for good, and nothing
 * is changed.
 *
 * @returns Undefined where only opening the database can tell what is in it.
 */
export function glanceAtOutline(name = DEFAULT_DATABASE_NAME): Promise<OutlineGlance | undefined> {
  return lookIn(name, ['outline', 'outlineChanges', 'bookkeeping'], async (table) => {
    const notes = table('bookkeeping');
    const noted = (key: string) => answerTo<Note | undefined>(notes.get(key));
    const [folded, view, first, log] = await Promise.all([
      noted(OUTLINE_NOTE),
      noted(OUTLINE_VIEW_NOTE),
      answerTo<OutlineChunk | undefined>(table('outline').get(0)),
      answerTo<OutlineChange[]>(table('outlineChanges').getAll()),
    ]);
    const head = headOf({ folded: folded?.value, first, log });
    return (
      head && {
        entries: firstEntries(head).entries,
        isWhole: head.folded.chunks <= 1,
        view: outlineViewOf(view?.value),
      }
    );
  });
}
