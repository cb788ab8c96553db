import type { SidebarItemType } from '../model/events.js';
import { outlineKey, type OutlineEntry, type OutlineKey } from '../model/outline.js';
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
  /** Of a project, when the newest of what is in it changed last; NaN where no row tells. */
  updatedAt = NaN;
  shelf: OutlineShelf = 'active';
  /** The project it is shown in; undefined at the top level. */
  parent: OutlineItem | undefined;
  /** In order. */
  children: OutlineItem[] = none;
  /** How many conversations are in it and in the projects below it; 1 for a conversation. */
  conversations = 1;
  #entry: OutlineEntry;
  #folded: string | undefined;
  #sortKey: string | undefined;

  constructor(entry: OutlineEntry) {
    this.key = outlineKey(entry.type, entry.id);
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
    this.#folded = undefined;
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

  /** The title as searches compare it, without case and accents. */
  foldedTitle(): string {
    return (this.#folded ??= fold(this.title));
  }

  /** The same with numbers in the order of their size. */
  get sortKey(): string {
    return (this.#sortKey ??= this.foldedTitle().replace(/\d+/g, (digits) =>
      digits.padStart(12, '0'),
    ));
  }
}
