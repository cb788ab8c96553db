import type { OutlineChange, OutlineChunk } from '../database/own-tables.js';
import { readField } from '../formats/read-field.js';
import type { SidebarItemType } from '../model/events.js';
import { outlineKey, unpackOutline, type OutlineEntry, type OutlineKey } from '../model/outline.js';

/** The note that says which state the chunks are of. */
export const OUTLINE_NOTE = 'outline';

/** What the chunks hold together. */
export interface OutlineNote {
  /** The last change of the log that is in the chunks. */
  upTo: number;
  chunks: number;
}

/** What is changed in an outline, in the order of its fields. */
export interface OutlineNews {
  cleared: readonly SidebarItemType[];
  gone: readonly OutlineKey[];
  entries: readonly OutlineEntry[];
}

/** All projects and the newest conversations. */
export interface OutlineHead {
  entries: readonly OutlineEntry[];
  /** What has changed since the chunks were written. */
  news: readonly OutlineNews[];
  /** The last change that is in all that. */
  upTo: number;
  folded: OutlineNote;
}

/** What a database holds of the beginning of an outline, whoever has read it. */
export interface StoredHead {
  /** The value of {@link OUTLINE_NOTE}. */
  folded: unknown;
  /** The first chunk. */
  first: OutlineChunk | undefined;
  log: readonly OutlineChange[];
}

/** Undefined where there is no outline that holds. */
export function headOf({ folded, first, log }: StoredHead): OutlineHead | undefined {
  if (!isOutlineNote(folded) || !first) return undefined;
  // What is in the chunks is in the log no more, unless it was folded just now.
  const changes = log.filter(({ position = 0 }) => position > folded.upTo);
  if (isGap(folded.upTo, changes)) return undefined;
  return {
    entries: [...unpackOutline(first)],
    news: changes.map(newsOf),
    upTo: changes.at(-1)?.position ?? folded.upTo,
    folded,
  };
}

const isOutlineNote = (value: unknown): value is OutlineNote =>
  typeof readField(value, 'upTo') === 'number' && typeof readField(value, 'chunks') === 'number';

/** Whether the log has lost changes: it is numbered without gaps. */
export const isGap = (after: number, [first]: readonly OutlineChange[]): boolean =>
  (first?.position ?? 0) > after + 1;

export function newsOf({ cleared, gone, entries }: OutlineChange): OutlineNews {
  return { cleared, gone, entries: entries ? [...unpackOutline(entries)] : [] };
}

/** Changes that lie over entries read before them or after. */
export class OutlineOverlay {
  readonly #latest = new Map<OutlineKey, OutlineEntry | null>();
  readonly #cleared = new Set<SidebarItemType>();

  add({ cleared, gone, entries }: OutlineNews): void {
    for (const type of cleared) {
      this.#cleared.add(type);
      for (const [key, entry] of this.#latest) if (entry?.type === type) this.#latest.delete(key);
    }
    for (const key of gone) this.#latest.set(key, null);
    for (const entry of entries) this.#latest.set(outlineKey(entry.type, entry.id), entry);
  }

  /** Of entries from before the changes, those that still stand. */
  hidesNot(entries: Iterable<OutlineEntry>): OutlineEntry[] {
    return [...entries].filter(
      ({ type, id }) => !this.#cleared.has(type) && !this.#latest.has(outlineKey(type, id)),
    );
  }

  /** Those that came with the changes. */
  entries(): OutlineEntry[] {
    return [...this.#latest.values()].filter((entry) => entry !== null);
  }
}

/** What stands at the beginning after the changes, and those, which what is read later needs too. */
export function firstEntries({ entries, news }: OutlineHead): {
  changed: OutlineOverlay;
  entries: OutlineEntry[];
} {
  const changed = new OutlineOverlay();
  for (const each of news) changed.add(each);
  return { changed, entries: [...changed.entries(), ...changed.hidesNot(entries)] };
}
