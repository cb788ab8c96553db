import type { SidebarItemType } from '../model/events.js';
import type { OutlineEntry, OutlineKey } from '../model/outline.js';
import { fold } from '../model/text-match.js';

/** Where an item is: what is in an archived or a deleted project is where that is. */
export type OutlineShelf = 'active' | 'archived' | 'trashed';

/** Spaces, and what has no width: a row of these would look like no row. */
const NOTHING_TO_SEE = /^[\p{Z}\p{Cc}\p{Cf}]*$/u;

/** Conversations hold nothing, and there may be a hundred thousand of them. */
const none: OutlineItem[] = [];

/** A conversation or a project in the tree; the same object as long as there is one of its key. */
export class OutlineItem {
  /** Unique among both types. */
  readonly key: OutlineKey;
  readonly type: SidebarItemType;
  readonly id: string;
  /** Without spaces around it; empty where there is nothing to see in it. */
  title = '';
  /** As searches compare it, without case and accents; made ahead, so that the first one need not wait. */
  foldedTitle = '';
  /** Of a project, when the newest of what is in it changed last; NaN where no row tells. */
  updatedAt = NaN;
  shelf: OutlineShelf = 'active';
  /** The project it is shown in; undefined at the top level. */
  parent: OutlineItem | undefined;
  /** In order. */
  children: OutlineItem[] = none;
  /** Whether the tree holds it no more. */
  isGone = false;
  /** How many conversations are in it and in the projects below it; 1 for a conversation. */
  conversations = 1;
  #entry: OutlineEntry;
  #sortKey: string | undefined;

  /** @param key Of the entry. */
  constructor(key: OutlineKey, entry: OutlineEntry) {
    this.key = key;
    this.type = entry.type;
    this.id = entry.id;
    this.#entry = entry;
    this.entry = entry;
  }

  get entry(): OutlineEntry {
    return this.#entry;
  }

  set entry(entry: OutlineEntry) {
    this.#entry = entry;
    this.updatedAt = entry.updatedAt;
    const title = NOTHING_TO_SEE.test(entry.title) ? '' : entry.title.trim();
    if (title === this.title) return;
    this.title = title;
    this.foldedTitle = fold(title);
    this.#sortKey = undefined;
  }

  get createdAt(): number {
    return this.#entry.createdAt;
  }

  get isPinned(): boolean {
    return this.#entry.isPinned;
  }

  get isArchived(): boolean {
    return this.#entry.isArchived;
  }

  get isTrashed(): boolean {
    return this.#entry.isTrashed;
  }

  /** The folded title with numbers in the order of their size. */
  get sortKey(): string {
    return (this.#sortKey ??= this.foldedTitle.replace(/\d+/g, (digits) =>
      digits.padStart(12, '0'),
    ));
  }
}
