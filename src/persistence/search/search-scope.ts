import type { TableSource } from '../../database/transactions.js';
import { readField } from '../../formats/read-field.js';
import { idOf, keysOf } from '../record-keys.js';
import type { SearchFilters } from './search-types.js';

/** Which documents count, by what the index knows of them beside their words. */
export class SearchScope {
  /** The conversations that count; undefined for all. */
  readonly conversations: ReadonlySet<string> | undefined;
  readonly #from: number;
  readonly #to: number;
  readonly #isDated: boolean;

  private constructor(filters: SearchFilters, conversations: ReadonlySet<string> | undefined) {
    this.conversations = conversations;
    this.#from = filters.from?.getTime() ?? -Infinity;
    this.#to = filters.to?.getTime() ?? Infinity;
    this.#isDated = filters.from !== undefined || filters.to !== undefined;
  }

  static async read(source: TableSource, filters: SearchFilters): Promise<SearchScope> {
    const { projectId } = filters;
    const conversations =
      projectId === undefined ? undefined : await conversationsWithin(source, projectId);
    return new SearchScope(filters, conversations);
  }

  /** Whether anything is left out. */
  get isNarrow(): boolean {
    return this.#isDated || this.conversations !== undefined;
  }

  /** @param date NaN for none, which lies in no range. */
  hasDate(date: number): boolean {
    return !this.#isDated || (date >= this.#from && date < this.#to);
  }

  has(conversationId: string, date: number): boolean {
    return this.hasDate(date) && (this.conversations?.has(conversationId) ?? true);
  }
}

async function conversationsWithin(source: TableSource, projectId: string): Promise<Set<string>> {
  const children = new Map<string, string[]>();
  for (const project of await source.table<object, string>('projects').toArray()) {
    const parent = idOf(readField(project, 'parentId'));
    const siblings = children.get(parent) ?? [];
    siblings.push(idOf(readField(project, 'id')));
    children.set(parent, siblings);
  }
  // A circle of parents ends the walk.
  const within = new Set([projectId]);
  for (const id of within) for (const child of children.get(id) ?? []) within.add(child);
  const keys = await source
    .table<object, unknown>('conversations')
    .where('projectId')
    .anyOf([...within].flatMap(keysOf))
    .primaryKeys();
  return new Set(keys.map(idOf));
}
