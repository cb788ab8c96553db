import type { LiteChatDatabase } from '../../database/litechat-database.js';
import type { StoredKey } from '../../database/own-tables.js';
import type { TableSource } from '../../database/transactions.js';
import { readField } from '../../formats/read-field.js';
import { idOf } from '../record-keys.js';
import { run } from '../run.js';
import { Candidates, FRESH, type Candidate } from './candidates.js';
import { findCandidates } from './find-candidates.js';
import { FoundConversations } from './found-conversations.js';
import { MOST_IMPACT } from './impact.js';
import { indexTables, MOST_FRESH, readIndexState } from './index-state.js';
import { matchMessage, type MessageMatch } from './match-message.js';
import { messageTextOf, type MessageText } from './message-text.js';
import { passageOf } from './passage.js';
import { parseQuery, type SearchQuery } from './search-query.js';
import { SearchScope } from './search-scope.js';
import type { SearchCoverage, SearchFilters, SearchHit } from './search-types.js';
import { readConversations } from './segment-cache.js';
import { readKeys } from './segment-reader.js';

/** So many candidates are read at a time at the most. */
const MOST_AT_ONCE = 200;
/** What has been found by then is handed over. */
const PATIENCE_MILLISECONDS = 40;

/** An interaction whose text has changed since the index was brought up to date. */
interface FreshMessage {
  key: StoredKey;
  message: MessageText;
  match: MessageMatch;
}

/**
 * One search for words in interactions. It finds what the index holds so far, and what was written
 * a moment ago; each hit is checked against its row as it is.
 */
export class MessageSearch {
  readonly #database: LiteChatDatabase;
  readonly #query: SearchQuery;
  readonly #filters: SearchFilters;
  readonly #signal: AbortSignal | undefined;
  /** Those of the hits, and of what was left out because they are in the trash. */
  readonly conversations = new FoundConversations();
  #candidates = new Candidates();
  /** The index that they are of. */
  #index: { name: string; segments: readonly number[] } = { name: '', segments: [] };
  /** The ids of the conversations of its segments, once one of them is found in the trash. */
  #conversationIds: ReadonlyMap<number, readonly string[]> | undefined;
  #fresh: FreshMessage[] = [];
  /** Those whose place in the index is out of date. */
  #changed: ReadonlySet<StoredKey> = new Set();
  #coverage: SearchCoverage = { isComplete: true, indexed: 0, total: 0 };
  readonly #delivered = new Set<StoredKey>();
  #waiting: SearchHit[] = [];
  /** How many interactions were left out because their conversation is in the trash. */
  #trashed = 0;

  private constructor(
    database: LiteChatDatabase,
    query: SearchQuery,
    filters: SearchFilters,
    signal: AbortSignal | undefined,
  ) {
    this.#database = database;
    this.#query = query;
    this.#filters = filters;
    this.#signal = signal;
  }

  /**
   * @param text As the user types it: all words, in any order, the last perhaps not whole yet; in
   * quotes what must stand together.
   * @throws the reason of the signal.
   */
  static async start(
    database: LiteChatDatabase,
    text: string,
    filters: SearchFilters = {},
    signal?: AbortSignal,
  ): Promise<MessageSearch> {
    const search = new MessageSearch(database, parseQuery(text), filters, signal);
    await run(database, () => search.#collect(), signal);
    return search;
  }

  /**
   * How many interactions have the words, by the index. The most that there can be: what lacks a
   * phrase, or is in the trash, is left out only when its turn comes to be read.
   */
  get total(): number {
    return this.#candidates.size - this.#trashed;
  }

  get coverage(): SearchCoverage {
    return this.#coverage;
  }

  /** Whether {@link next} may give more. */
  get hasMore(): boolean {
    return this.#waiting.length > 0 || this.#candidates.left > 0;
  }

  /**
   * The next hits, the best first; fewer when finding them takes long, none only at the end.
   *
   * @throws the reason of the signal.
   */
  next(count: number): Promise<SearchHit[]> {
    return run(this.#database, () => this.#next(count), this.#signal);
  }

  async #next(count: number): Promise<SearchHit[]> {
    const begun = performance.now();
    for (let atOnce = count; this.#waiting.length < count; atOnce *= 2) {
      const some: Candidate[] = [];
      while (some.length < Math.min(atOnce, MOST_AT_ONCE)) {
        const candidate = this.#candidates.take();
        if (!candidate) break;
        if (this.#leavesOut(this.#conversationOf(candidate))) this.#trashed++;
        else some.push(candidate);
      }
      if (some.length === 0) break;
      await this.#read(some);
      this.#signal?.throwIfAborted();
      const isLate = performance.now() - begun > PATIENCE_MILLISECONDS;
      if (isLate && this.#waiting.length > 0) break;
    }
    return this.#waiting.splice(0, count);
  }

  async #collect(): Promise<void> {
    const { bookkeeping, searchSegments, searchParts, searchChanges } = this.#database;
    const { interactions, conversations, projects } = this.#database;
    const own = [bookkeeping, searchSegments, searchParts, searchChanges];
    const tables = [...own, interactions, conversations, projects];
    await this.#database.transaction('r', tables, (source) => this.#collectIn(source));
    this.#signal?.throwIfAborted();
  }

  async #collectIn(source: TableSource): Promise<void> {
    const state = await readIndexState(source);
    const { segments, log } = indexTables(source);
    const changes = await log
      .where(':id')
      .above(state?.upTo ?? 0)
      .reverse()
      .limit(MOST_FRESH + 1)
      .toArray();
    const cleared = changes.findIndex(({ keys }) => keys === null);
    const latest = cleared < 0 ? changes : changes.slice(0, cleared);
    const keys = [...new Set(latest.flatMap((change) => change.keys ?? []))];
    const isAll = latest.length <= MOST_FRESH && keys.length <= MOST_FRESH;
    const fresh = keys.slice(0, MOST_FRESH);
    const present = cleared < 0 && state ? await segments.toArray() : [];
    const documents = present.reduce((sum, each) => sum + each.documents - each.deadCount, 0);
    this.#coverage = {
      isComplete: state?.isBuilt === true && isAll,
      indexed: state?.isBuilt === true ? documents : Math.min(documents, state?.rows ?? 0),
      total: state?.isBuilt === true ? documents : (state?.rows ?? 0),
    };
    const name = state?.name ?? '';
    this.#index = { name, segments: present.map(({ number }) => number) };
    this.#conversationIds = undefined;
    this.#candidates = new Candidates();
    this.#trashed = 0;
    this.#fresh = [];
    this.#changed = new Set(fresh);
    if (this.#query.clauses.length === 0) return;

    const scope = await SearchScope.read(source, this.#filters);
    this.#signal?.throwIfAborted();
    const { role } = this.#filters;
    const rarities = await findCandidates(
      { database: this.#database, source, name },
      present,
      { query: this.#query, role, scope },
      this.#candidates,
    );
    if (fresh.length === 0) return;
    const rows = await source.table<object, StoredKey>('interactions').bulkGet(fresh);
    const scores: number[] = [];
    for (const [position, key] of fresh.entries()) {
      const row = rows[position];
      const message = row && messageTextOf(row);
      if (!message || !scope.has(message.conversationId, message.date)) continue;
      const match = matchMessage(message, this.#query, role);
      if (!match) continue;
      this.#fresh.push({ key, message, match });
      scores.push(scoreOf(match, rarities));
    }
    this.#candidates.add({
      segment: FRESH,
      scores,
      weight: 1,
      size: scores.length,
      dates: this.#fresh.map(({ message }) => message.date),
      conversation: [],
    });
  }

  async #read(candidates: readonly Candidate[]): Promise<void> {
    const indexed = candidates.filter(({ segment }) => segment !== FRESH);
    const { searchParts, interactions, conversations, projects } = this.#database;
    const tables = [searchParts, interactions, conversations, projects];
    const read = await this.#database.transaction('r', tables, async (source) => {
      const keys = await readKeys(source, indexed);
      const known = keys.filter((key) => key !== undefined);
      const rows = await source.table<object, StoredKey>('interactions').bulkGet(known);
      const holding = [...rows, ...this.#fresh.map(({ message }) => message)];
      await this.conversations.read(source, holding.map(conversationOf));
      const { name, segments } = this.#index;
      if (!this.#conversationIds && holding.some((row) => this.#leavesOut(conversationOf(row)))) {
        // There may be more of it, which need not be read to be left out.
        const index = { database: this.#database, source, name };
        this.#conversationIds = await readConversations(index, segments);
      }
      return { keys, rows: new Map(known.map((key, position) => [key, rows[position]])) };
    });
    // Segments have been merged since: the places of all that is left are others.
    const isMoved = read.keys.includes(undefined);
    let next = 0;
    for (const { segment, document, score } of candidates) {
      if (segment === FRESH) {
        const fresh = this.#fresh[document];
        if (fresh) this.#deliver(fresh.key, fresh.message, fresh.match, score);
        continue;
      }
      const key = read.keys[next++];
      const row = key === undefined ? undefined : read.rows.get(key);
      if (key === undefined || !row || this.#changed.has(key)) continue;
      const message = messageTextOf(row);
      const match = matchMessage(message, this.#query, this.#filters.role);
      if (match) this.#deliver(key, message, match, score);
    }
    if (isMoved) await this.#collect();
  }

  /** As it was indexed; empty as long as it does not matter. */
  #conversationOf({ segment, document, conversation }: Candidate): string {
    if (segment === FRESH) return this.#fresh[document]?.message.conversationId ?? '';
    return this.#conversationIds?.get(segment)?.[conversation] ?? '';
  }

  #leavesOut(conversationId: string): boolean {
    return this.#filters.trashed !== true && this.conversations.isTrashed(conversationId);
  }

  #deliver(key: StoredKey, message: MessageText, match: MessageMatch, score: number): void {
    if (this.#delivered.has(key)) return;
    if (this.#leavesOut(message.conversationId)) {
      this.#trashed++;
      return;
    }
    this.#delivered.add(key);
    this.#waiting.push({
      interactionId: String(key),
      conversationId: message.conversationId,
      role: match.role,
      date: Number.isNaN(message.date) ? undefined : new Date(message.date),
      score,
      ...passageOf(match.text, match.ranges),
    });
  }
}

const conversationOf = (row: object | undefined): string => idOf(readField(row, 'conversationId'));

/** Near enough to what it will be once it is in the index. */
function scoreOf({ impacts }: MessageMatch, rarities: readonly number[]): number {
  const impact = impacts.reduce((sum, each) => sum + each, 0) / impacts.length;
  const rarity = rarities.reduce((sum, each) => sum + each, 0);
  return (impact * rarity) / MOST_IMPACT;
}
