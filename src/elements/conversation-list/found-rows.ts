import type { SearchGroup } from '../../persistence/search/search-types.js';
import { hitKey, type HitRow, type ResultRow } from './result-rows.js';

/** What was found line by line, and which result the arrows have reached. */
export class FoundRows {
  rows: readonly ResultRow[] = [];
  /** The result at hand; the words alone when there is none. */
  active: HitRow | undefined;
  #groups: readonly SearchGroup[] = [];

  /**
   * Shows these groups; the active result stays while it is there.
   *
   * @returns Whether the rows are others.
   */
  show(groups: readonly SearchGroup[]): boolean {
    if (groups === this.#groups) return false;
    this.#groups = groups;
    this.rows = rowsOf(groups);
    const { active } = this;
    // One that has gone leaves its place to the next.
    this.active = active && (this.hitOf(active.key) ?? this.hitAt(active.position));
    return true;
  }

  hitOf(key: string | undefined): HitRow | undefined {
    return this.rows.find((row): row is HitRow => row.kind === 'hit' && row.key === key);
  }

  /** The hit at a position from 1, or the last one where there are not so many. */
  hitAt(position: number): HitRow | undefined {
    const last = this.rows.at(-1);
    if (last?.kind === 'hit' && position >= last.position) return last;
    return this.rows.find((row): row is HitRow => row.kind === 'hit' && row.position === position);
  }

  /** How many hits there are. */
  get count(): number {
    return this.hitAt(Infinity)?.position ?? 0;
  }
}

function rowsOf(groups: readonly SearchGroup[]): ResultRow[] {
  const rows: ResultRow[] = [];
  let position = 0;
  for (const group of groups) {
    const [first] = group.hits;
    if (!first) continue;
    rows.push({ kind: 'title', key: `title ${group.conversationId}`, group, first });
    for (const hit of group.hits) {
      rows.push({ kind: 'hit', key: hitKey(hit), group, hit, position: ++position });
    }
  }
  return rows;
}
