import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { Note, OutlineChange, OutlineChunk, StoredKey } from '../database/own-tables.js';
import type { TableSource } from '../database/transactions.js';
import { isPatched } from '../database/versions.js';
import {
  byTime,
  outlineEntryOf,
  outlineTables,
  packOutline,
  unpackOutline,
  type OutlineEntry,
} from '../model/outline.js';
import type { SidebarItemType } from '../model/events.js';
import {
  headOf,
  isGap,
  newsOf,
  OUTLINE_NOTE,
  OutlineOverlay,
  type OutlineHead,
  type OutlineNews,
  type OutlineNote,
} from './outline-head.js';
import { storedKeyOf } from './record-keys.js';
import { run } from './run.js';

/**
 * The outline is what lists show of conversations and projects, kept beside the rows so that a
 * hundred thousand need not be read to see the first: chunks of columns, all projects and then the
 * newest conversations first, as they were when it was last folded, and a log of what has changed
 * since, which every write adds to in its own transaction.
 */

/** Conversations in the first chunk, of which a list makes its first rows, and in the others. */
const FIRST_CHUNK = 500;
const CHUNK = 5000;
/** How many rows are read at a time where an outline has to be made of them. */
const WINDOW_ROWS = 1000;
/** A log longer than this is folded: by records, and by entries in them. */
const LONG_LOG = 200;
const MANY_ENTRIES = 5000;

/** Undefined where there is no outline that holds; {@link makeOutline} makes it. */
export function readOutlineHead(database: LiteChatDatabase): Promise<OutlineHead | undefined> {
  const read = async (source: TableSource): Promise<OutlineHead | undefined> => {
    const { chunks, log, note } = tablesIn(source);
    // All at once: a list waits for them.
    const [folded, first, kept] = await Promise.all([note(), chunks.get(0), log.toArray()]);
    return headOf({ folded, first, log: kept });
  };
  return run(database, () => database.transaction('r', ownTables(database), read));
}

/**
 * The entries after the first chunk, a chunk at a time so that the page stays free.
 *
 * @returns Whether they are all of them: false when the chunks have been written anew since the head
 * was read, and reading has to begin anew too.
 */
export async function* readOutlineRest(
  database: LiteChatDatabase,
  { folded }: OutlineHead,
): AsyncGenerator<OutlineEntry[], boolean> {
  const read = (number: number) => async (source: TableSource) => {
    const { chunks, note } = tablesIn(source);
    return (await note())?.upTo === folded.upTo ? chunks.get(number) : undefined;
  };
  for (let number = 1; number < folded.chunks; number++) {
    const chunk = await run(database, () =>
      database.transaction('r', ownTables(database), read(number)),
    );
    if (!chunk) return false;
    yield [...unpackOutline(chunk)];
  }
  return true;
}

/**
 * What has changed after a position, and the position up to which that goes; undefined when that is
 * no longer known, because it was folded into the chunks or left out of a log that grew too long.
 */
export function readOutlineNews(
  database: LiteChatDatabase,
  after: number,
): Promise<{ news: OutlineNews[]; upTo: number } | undefined> {
  const read = async (source: TableSource) => {
    const { log, note } = tablesIn(source);
    if (((await note())?.upTo ?? Infinity) > after) return undefined;
    const changes = await log.where(':id').above(after).toArray();
    if (isGap(after, changes)) return undefined;
    return { news: changes.map(newsOf), upTo: changes.at(-1)?.position ?? after };
  };
  return run(database, () => database.transaction('r', ownTables(database), read));
}

/**
 * Makes the outline anew from the rows, for a database that has none, as one of an older version, or
 * one that cannot be trusted. The rows are read in windows while others write; what those write is
 * in the log, and counts after it.
 */
export function makeOutline(database: LiteChatDatabase, signal?: AbortSignal): Promise<void> {
  const lastChange = async (source: TableSource): Promise<number> => {
    const { log, note } = tablesIn(source);
    const last = await log.orderBy(':id').last();
    return Math.max(last?.position ?? 0, (await note())?.upTo ?? 0);
  };
  const make = async (): Promise<void> => {
    const upTo = await database.transaction('r', ownTables(database), lastChange);
    const entries: OutlineEntry[] = [];
    for (const type of ['project', 'conversation'] as const) {
      for await (const window of readWindows(database, type)) {
        signal?.throwIfAborted();
        entries.push(...window);
      }
    }
    entries.sort(inChunkOrder);
    const isDone = await database.transaction('rw', ownTables(database), async (source) => {
      // Another tab has folded changes into the chunks that are in neither the log nor these rows.
      if (((await tablesIn(source).note())?.upTo ?? 0) > upTo) return false;
      await writeChunks(source, entries, upTo);
      return true;
    });
    if (!isDone) await make();
  };
  return run(database, make, signal);
}

/**
 * Folds the log into the chunks, up to a change, when it has become long since another.
 *
 * @returns The last change that is in the chunks.
 */
export function foldOutline(
  database: LiteChatDatabase,
  { upTo, after }: { upTo: number; after: number },
): Promise<number> {
  const fold = async (source: TableSource): Promise<number> => {
    const { chunks, log, note } = tablesIn(source);
    const folded = await note();
    if (!folded || folded.upTo >= upTo) return folded?.upTo ?? after;
    const changes = await log.where(':id').between(folded.upTo, upTo, false, true).toArray();
    const changed = changes.reduce((sum, { entries }) => sum + (entries?.ids.length ?? 0), 0);
    if (changes.length < LONG_LOG && changed < MANY_ENTRIES) return folded.upTo;
    const overlay = new OutlineOverlay();
    for (const change of changes) overlay.add(newsOf(change));
    const kept: OutlineEntry[] = [];
    for (let number = 0; number < folded.chunks; number++) {
      const chunk = await chunks.get(number);
      if (chunk) kept.push(...overlay.hidesNot(unpackOutline(chunk)));
    }
    await writeChunks(source, merge(kept, overlay.entries().sort(inChunkOrder)), upTo);
    return upTo;
  };
  return run(database, () => database.transaction('rw', ownTables(database), fold));
}

/**
 * Whether an outline may be trusted: it has as many entries as there are rows, and no application
 * writes that does not go through {@link LiteChatDatabase}. Else it has to be made anew. Undefined
 * when there have been changes since the position.
 */
export function isOutlineWhole(
  database: LiteChatDatabase,
  { size, upTo }: { size: number; upTo: number },
): Promise<boolean | undefined> {
  if (isPatched(database.backendDB().version)) return Promise.resolve(false);
  const tables = [database.conversations, database.projects, database.outlineChanges];
  return run(database, () =>
    database.transaction('r', tables, async () => {
      const last = await database.outlineChanges.orderBy(':id').last();
      if ((last?.position ?? 0) > upTo) return undefined;
      const rows = (await database.conversations.count()) + (await database.projects.count());
      return rows === size;
    }),
  );
}

const ownTables = ({ outline, outlineChanges, bookkeeping }: LiteChatDatabase) => [
  outline,
  outlineChanges,
  bookkeeping,
];

function tablesIn(source: TableSource) {
  return {
    chunks: source.table<OutlineChunk, number>('outline'),
    log: source.table<OutlineChange, number>('outlineChanges'),
    note: async (): Promise<OutlineNote | undefined> => {
      const found = await source.table<Note, string>('bookkeeping').get(OUTLINE_NOTE);
      // Nobody else writes under this key.
      return found?.value as OutlineNote | undefined;
    },
  };
}

async function* readWindows(
  database: LiteChatDatabase,
  type: SidebarItemType,
): AsyncGenerator<OutlineEntry[], void> {
  const table = database.table<object, StoredKey>(outlineTables[type]);
  let window = table.orderBy(':id');
  for (;;) {
    const rows = await window.limit(WINDOW_ROWS).toArray();
    yield rows.map((row) => outlineEntryOf(type, row));
    const last = rows.at(-1);
    if (!last || rows.length < WINDOW_ROWS) return;
    window = table.where(':id').above(storedKeyOf(outlineTables[type], last));
  }
}

/** Writes all chunks, and takes out of the log what is in them: the log is read as a whole. */
async function writeChunks(
  source: TableSource,
  entries: readonly OutlineEntry[],
  upTo: number,
): Promise<void> {
  const outline = source.table<OutlineChunk, number>('outline');
  const starts = [0];
  const projects = entries.filter(({ type }) => type === 'project').length;
  for (let start = projects + FIRST_CHUNK; start < entries.length; start += CHUNK) {
    starts.push(start);
  }
  for (const [number, start] of starts.entries()) {
    await outline.put({ ...packOutline(entries.slice(start, starts[number + 1])), number });
  }
  await outline.where(':id').aboveOrEqual(starts.length).delete();
  const value: OutlineNote = { upTo, chunks: starts.length };
  await source.table<Note, string>('bookkeeping').put({ key: OUTLINE_NOTE, value });
  await tablesIn(source).log.where(':id').belowOrEqual(upTo).delete();
}

/** Projects come first: a conversation whose project is not known yet would stand at the top level. */
function inChunkOrder(first: OutlineEntry, second: OutlineEntry): number {
  if (first.type !== second.type) return first.type === 'project' ? -1 : 1;
  return byTime(first.updatedAt, second.updatedAt) || (first.id < second.id ? -1 : 1);
}

/** Two lists in order as one, without sorting again what is sorted. */
function merge(long: readonly OutlineEntry[], short: readonly OutlineEntry[]): OutlineEntry[] {
  const merged: OutlineEntry[] = [];
  let next = 0;
  for (const entry of long) {
    for (let other = short[next]; other && inChunkOrder(other, entry) < 0; other = short[++next]) {
      merged.push(other);
    }
    merged.push(entry);
  }
  return [...merged, ...short.slice(next)];
}
