import type { SearchSegment } from '../../database/own-tables.js';
import type { LiteChatDatabase } from '../../database/litechat-database.js';
import type { TableSource } from '../../database/transactions.js';
import { MOST_IMPACT, rarityOf } from './impact.js';
import { RankedQueue } from './ranked-queue.js';
import type { SearchQuery } from './search-query.js';
import type { SearchScope } from './search-scope.js';
import { bits } from './segment-parts.js';
import {
  impactsIn,
  readColumns,
  readTermParts,
  type SegmentColumns,
  type WantedTerm,
} from './segment-reader.js';

/** A document that has all terms of a query. */
export interface Candidate {
  /** {@link FRESH} for one that was read from its row, and `document` is then its position there. */
  segment: number;
  document: number;
  /** As it was when it was indexed. */
  conversationId: string;
  score: number;
}

export const FRESH = -1;

/** What has all terms of a query, the best first, and of those alike the newest. */
export class Candidates {
  readonly #segments: number[] = [];
  readonly #documents: number[] = [];
  readonly #conversations: string[] = [];
  readonly #scores: number[] = [];
  readonly #dates: number[] = [];
  #queue: RankedQueue | undefined;

  get size(): number {
    return this.#segments.length;
  }

  /** How many have not been taken. */
  get left(): number {
    return this.#queue?.size ?? this.size;
  }

  /** @param date NaN for none. */
  add({ segment, document, conversationId, score }: Candidate, date: number): void {
    this.#segments.push(segment);
    this.#documents.push(document);
    this.#conversations.push(conversationId);
    this.#scores.push(score);
    this.#dates.push(Number.isNaN(date) ? -Infinity : date);
  }

  take(): Candidate | undefined {
    this.#queue ??= new RankedQueue(this.size, (one, other) => this.#compare(one, other) < 0);
    const number = this.#queue.take();
    if (number === undefined) return undefined;
    return {
      segment: this.#segments[number] ?? FRESH,
      document: this.#documents[number] ?? 0,
      conversationId: this.#conversations[number] ?? '',
      score: this.#scores[number] ?? 0,
    };
  }

  #compare(one: number, other: number): number {
    const byScore = (this.#scores[other] ?? 0) - (this.#scores[one] ?? 0);
    if (byScore !== 0) return byScore;
    const byDate = (this.#dates[other] ?? 0) - (this.#dates[one] ?? 0);
    // Neither where both have no date.
    return byDate > 0 ? 1 : byDate < 0 ? -1 : one - other;
  }
}

/** The terms of all clauses, each once. */
export function wantedTerms({ clauses }: SearchQuery): WantedTerm[] {
  const wanted = new Map<string, WantedTerm>();
  for (const { terms, isOpen } of clauses) {
    for (const [position, term] of terms.entries()) {
      const isOpenHere = isOpen && position === terms.length - 1;
      wanted.set(`${term} ${String(isOpenHere)}`, { term, isOpen: isOpenHere });
    }
  }
  return [...wanted.values()];
}

interface SegmentImpacts {
  segment: SearchSegment;
  columns: SegmentColumns;
  /** For each wanted term, by document. */
  impacts: Uint8Array[];
}

/**
 * Finds in the index what has all terms.
 *
 * @param roleBits The roles whose words count.
 * @returns How rare each of the terms is, in the order of {@link wantedTerms}.
 */
export async function findCandidates(
  { database, source, name }: { database: LiteChatDatabase; source: TableSource; name: string },
  segments: readonly SearchSegment[],
  { query, roleBits, scope }: { query: SearchQuery; roleBits: number; scope: SearchScope },
  candidates: Candidates,
): Promise<number[]> {
  const wanted = wantedTerms(query);
  const all = await readColumns(
    database,
    source,
    name,
    segments.map(({ number }) => number),
  );
  const read: SegmentImpacts[] = [];
  for (const segment of segments) {
    const columns = all.get(segment.number);
    if (!columns) continue;
    const impacts: Uint8Array[] = [];
    for (const term of wanted) {
      const parts = await readTermParts(source, segment.number, columns, term);
      impacts.push(impactsIn(parts, term, segment.documents, roleBits));
    }
    read.push({ segment, columns, impacts });
  }
  const documents = read.reduce((sum, { segment }) => sum + segment.documents, 0);
  const rarities = wanted.map((_, position) =>
    rarityOf(
      read.reduce((sum, { impacts }) => sum + countOf(impacts[position]), 0),
      documents,
    ),
  );
  for (const each of read) rank(each, rarities, scope, candidates);
  return rarities;
}

function countOf(impacts: Uint8Array | undefined): number {
  let count = 0;
  for (const impact of impacts ?? []) if (impact > 0) count++;
  return count;
}

function rank(
  { segment, columns, impacts }: SegmentImpacts,
  rarities: readonly number[],
  scope: SearchScope,
  candidates: Candidates,
): void {
  const { dates, conversation, conversations } = columns;
  const { conversations: within } = scope;
  const isWithin = within && conversations.map((id) => within.has(id));
  const weights = rarities.map((rarity) => rarity / MOST_IMPACT);
  for (let document = 0; document < segment.documents; document++) {
    let score = 0;
    let position = 0;
    for (; position < impacts.length; position++) {
      const impact = impacts[position]?.[document] ?? 0;
      if (impact === 0) break;
      score += impact * (weights[position] ?? 0);
    }
    if (position < impacts.length || bits.has(segment.dead, document)) continue;
    const date = dates[document] ?? NaN;
    if (!scope.hasDate(date)) continue;
    const place = conversation[document] ?? 0;
    if (isWithin && isWithin[place] !== true) continue;
    const conversationId = conversations[place] ?? '';
    candidates.add({ segment: segment.number, document, conversationId, score }, date);
  }
}
