import type { LiteChatDatabase } from '../../database/litechat-database.js';
import { listBounds } from './posting-codec.js';

/** So many parts are read at a time. */
const PARTS = 16;

/** The terms of a segment in order, each with its list. */
export class TermStream {
  readonly #database: LiteChatDatabase;
  readonly #segment: number;
  #nextPart = 0;
  #lists: { term: string; start: number; end: number; bytes: Uint8Array }[] = [];
  #at = 0;

  private constructor(database: LiteChatDatabase, segment: number) {
    this.#database = database;
    this.#segment = segment;
  }

  static async open(database: LiteChatDatabase, segment: number): Promise<TermStream> {
    const stream = new TermStream(database, segment);
    await stream.load();
    return stream;
  }

  /** Undefined at the end. */
  get term(): string | undefined {
    return this.#lists[this.#at]?.term;
  }

  get bytes(): Uint8Array {
    return this.#lists[this.#at]?.bytes ?? new Uint8Array();
  }

  get start(): number {
    return this.#lists[this.#at]?.start ?? 0;
  }

  get end(): number {
    return this.#lists[this.#at]?.end ?? 0;
  }

  /** @returns False when {@link load} has to be waited for before there is another term. */
  next(): boolean {
    return ++this.#at < this.#lists.length;
  }

  async load(): Promise<void> {
    const from = this.#nextPart;
    this.#nextPart += PARTS;
    const parts = await this.#database.searchParts
      .where(':id')
      .between(
        [this.#segment, 'terms', from],
        [this.#segment, 'terms', this.#nextPart],
        true,
        false,
      )
      .toArray();
    this.#at = 0;
    this.#lists = parts.flatMap((part) => {
      if (part.kind !== 'terms') return [];
      const bounds = listBounds(part);
      return part.terms.split('\n').map((term, number) => ({
        term,
        start: bounds[number] ?? 0,
        end: bounds[number + 1] ?? 0,
        bytes: part.postings,
      }));
    });
  }
}
