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

/** Documents that may be candidates, and what is known of each beside its words. */
export interface CandidateSource {
  segment: number;
  /** NaN for none. */
  dateOf: (document: number) => number;
  conversationOf: (document: number) => string;
}

/** What has all terms of a query, the best first, and of those alike the newest. */
export class Candidates {
  readonly #sources: CandidateSource[] = [];
  /** By the number of the candidate: a letter may find a hundred thousand. */
  #source = new Uint16Array(64);
  #documents = new Uint32Array(64);
  #scores = new Float64Array(64);
  #size = 0;
  #queue: RankedQueue | undefined;

  get size(): number {
    return this.#size;
  }

  /** How many have not been taken. */
  get left(): number {
    return this.#queue?.size ?? this.size;
  }

  /** What is added from now on is from there. */
  begin(source: CandidateSource): void {
    this.#sources.push(source);
  }

  add(document: number, score: number): void {
    const number = this.#size++;
    if (number === this.#scores.length) this.#grow();
    this.#source[number] = this.#sources.length - 1;
    this.#documents[number] = document;
    this.#scores[number] = score;
  }

  take(): Candidate | undefined {
    this.#queue ??= new RankedQueue(this.size, (one, other) => this.#compare(one, other) < 0);
    const number = this.#queue.take();
    const source = number === undefined ? undefined : this.#sources[this.#source[number] ?? 0];
    if (number === undefined || !source) return undefined;
    const document = this.#documents[number] ?? 0;
    return {
      segment: source.segment,
      document,
      conversationId: source.conversationOf(document),
      score: this.#scores[number] ?? 0,
    };
  }

  #grow(): void {
    const grown = <Column extends Uint16Array | Uint32Array | Float64Array>(
      column: Column,
      twice: Column,
    ): Column => {
      twice.set(column);
      return twice;
    };
    const length = 2 * this.#scores.length;
    this.#source = grown(this.#source, new Uint16Array(length));
    this.#documents = grown(this.#documents, new Uint32Array(length));
    this.#scores = grown(this.#scores, new Float64Array(length));
  }

  #compare(one: number, other: number): number {
    const byScore = (this.#scores[other] ?? 0) - (this.#scores[one] ?? 0);
    if (byScore !== 0) return byScore;
    const byDate = this.#dateOf(other) - this.#dateOf(one);
    // Neither where both have no date.
    return byDate > 0 ? 1 : byDate < 0 ? -1 : one - other;
  }

  #dateOf(number: number): number {
    const date = this.#sources[this.#source[number] ?? 0]?.dateOf(this.#documents[number] ?? 0);
    return date === undefined || Number.isNaN(date) ? -Infinity : date;
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
  const present = segments.flatMap((segment) => {
    const columns = all.get(segment.number);
    return columns ? [{ segment, columns }] : [];
  });
  const parts = await readTermParts(source, present, wanted);
  const read = present.map(({ segment, columns }, number): SegmentImpacts => {
    const impacts = wanted.map((term, position) =>
      impactsIn(parts[number]?.[position] ?? [], term, segment.documents, roleBits),
    );
    return { segment, columns, impacts };
  });
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
  const conversationOf = (document: number): string =>
    conversations[conversation[document] ?? 0] ?? '';
  const dateOf = (document: number): number => dates[document] ?? NaN;
  candidates.begin({ segment: segment.number, dateOf, conversationOf });
  for (let document = 0; document < segment.documents; document++) {
    let score = 0;
    let position = 0;
    for (; position < impacts.length; position++) {
      const impact = impacts[position]?.[document] ?? 0;
      if (impact === 0) break;
      score += impact * (weights[position] ?? 0);
    }
    if (position < impacts.length || bits.has(segment.dead, document)) continue;
    if (!scope.hasDate(dateOf(document))) continue;
    if (isWithin && isWithin[conversation[document] ?? 0] !== true) continue;
    candidates.add(document, score);
  }
}
