import type { LiteChatDatabase } from '../../database/litechat-database.js';
import type { SearchPart, SearchSegment } from '../../database/own-tables.js';
import { bits } from './segment-parts.js';

type KeysPart = Extract<SearchPart, { kind: 'keys' }>;

interface LiveSegment {
  segment: SearchSegment;
  keys: KeysPart;
  isChanged: boolean;
}

/** The segments as whoever writes the index knows them: which document stands for which key. */
export class LiveSegments {
  readonly #segments = new Map<number, LiveSegment>();

  static async read(database: LiteChatDatabase): Promise<LiveSegments> {
    const live = new LiveSegments();
    for (const segment of await database.searchSegments.toArray()) {
      const keys = await database.searchParts.get([segment.number, 'keys', 0]);
      if (keys?.kind === 'keys') live.add(segment, keys);
    }
    return live;
  }

  add(segment: SearchSegment, keys: KeysPart): void {
    this.#segments.set(segment.number, { segment, keys, isChanged: false });
  }

  remove(numbers: readonly number[]): void {
    for (const number of numbers) this.#segments.delete(number);
  }

  all(): SearchSegment[] {
    return [...this.#segments.values()].map(({ segment }) => segment);
  }

  /** How many documents stand for an interaction. */
  get documents(): number {
    return this.all().reduce((sum, { documents, deadCount }) => sum + documents - deadCount, 0);
  }

  /** Of what was indexed last of an interaction, the hash. */
  contentOf(keyHash: number): number | undefined {
    const found = this.#find(keyHash);
    return found && found.live.keys.contents[found.document];
  }

  /** Whether there was one that stood for the interaction. */
  kill(keyHash: number): boolean {
    const found = this.#find(keyHash);
    if (!found) return false;
    const { live, document } = found;
    const { segment } = live;
    // What is being written stays as it is.
    const dead = live.isChanged ? segment.dead : segment.dead.slice();
    bits.add(dead, document);
    live.segment = { ...segment, dead, deadCount: segment.deadCount + 1 };
    live.isChanged = true;
    return true;
  }

  /** Whose dead have changed since it was asked last. */
  takeChanged(): SearchSegment[] {
    const changed = [...this.#segments.values()].filter(({ isChanged }) => isChanged);
    for (const live of changed) live.isChanged = false;
    return changed.map(({ segment }) => segment);
  }

  get isChanged(): boolean {
    return [...this.#segments.values()].some(({ isChanged }) => isChanged);
  }

  #find(keyHash: number): { live: LiveSegment; document: number } | undefined {
    for (const live of this.#segments.values()) {
      const { hashes, documents } = live.keys;
      // A key is there more than once when it came back in one segment.
      for (let at = firstAt(hashes, keyHash); hashes[at] === keyHash; at++) {
        const document = documents[at] ?? 0;
        if (!bits.has(live.segment.dead, document)) return { live, document };
      }
    }
    return undefined;
  }
}

/** Where the first that is not less stands in what is sorted. */
function firstAt(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
