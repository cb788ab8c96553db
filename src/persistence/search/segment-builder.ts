import type { StoredKey } from '../../database/own-tables.js';
import { scanTerms } from './each-term.js';
import { hash53 } from './hash.js';
import { impactOf } from './impact.js';
import type { MessageText } from './message-text.js';
import { postingOf } from './posting-codec.js';
import { bits, documentParts, type DocumentEntry, type LoosePart } from './segment-parts.js';
import { TermPartsWriter } from './term-parts-writer.js';
import { TermTable } from './term-table.js';

/** Collects interactions in memory until they are worth a segment. */
export class SegmentBuilder {
  readonly #terms = new TermTable();
  /** Of each term, the last document it was met in, counted from 1, how often, and in whose words. */
  #metIn = new Uint32Array(1 << 12);
  #occurrences = new Uint32Array(1 << 12);
  #roles = new Uint32Array(1 << 12);
  /** The terms of all documents, one document after the other, and what is to be noted of each. */
  #numbers = new Uint32Array(1 << 16);
  #notes = new Uint32Array(1 << 16);
  readonly #documents: DocumentEntry[] = [];
  /** The last document of each key, by its hash. */
  readonly #byKey = new Map<number, number>();
  readonly #dead = new Set<number>();
  #postings = 0;

  get size(): number {
    return this.#documents.length;
  }

  /** How many documents the terms have together, which is what memory goes by. */
  get postings(): number {
    return this.#postings;
  }

  /** The hash of what was indexed last of an interaction, if it is here. */
  contentOf(keyHash: number): number | undefined {
    const document = this.#byKey.get(keyHash);
    return document === undefined ? undefined : this.#documents[document]?.contentHash;
  }

  /** Whether it was here. */
  remove(keyHash: number): boolean {
    const document = this.#byKey.get(keyHash);
    if (document === undefined) return false;
    this.#byKey.delete(keyHash);
    this.#dead.add(document);
    return true;
  }

  add(key: StoredKey, keyHash: number, contentHash: number, message: MessageText): void {
    this.remove(keyHash);
    const document = this.#documents.length;
    const { conversationId, date, texts } = message;
    this.#documents.push({ key, keyHash, contentHash, conversationId, date });
    this.#byKey.set(keyHash, document);
    const first = this.#postings;
    let length = 0;
    for (const [role, text] of texts.entries()) {
      const count = (number: number): void => {
        length++;
        this.#count(number, document, 1 << role);
      };
      scanTerms(text, {
        plain: (start, end) => count(this.#terms.numberOfPlain(text, start, end)),
        term: (term) => count(this.#terms.numberOf(term)),
      });
    }
    for (let at = first; at < this.#postings; at++) {
      const number = this.#numbers[at] ?? 0;
      const impact = impactOf(this.#occurrences[number] ?? 0, length);
      this.#notes[at] = postingOf(document, this.#roles[number] ?? 0, impact);
    }
  }

  /** The bits of documents that were replaced or removed since they came, and how many. */
  dead(): { dead: Uint8Array; deadCount: number } {
    const dead = bits.make(this.size);
    for (const document of this.#dead) bits.add(dead, document);
    return { dead, deadCount: this.#dead.size };
  }

  /** The parts of the segment. */
  async build(breathe: () => Promise<void>): Promise<LoosePart[]> {
    const parts: LoosePart[] = [];
    const writer = new TermPartsWriter(this.size);
    const postings = this.#postingsByTerm();
    const { terms } = this.#terms;
    const numbers = Array.from(terms, (_, number) => number);
    numbers.sort((one, other) => ((terms[one] ?? '') < (terms[other] ?? '') ? -1 : 1));
    for (const number of numbers) {
      writer.add(terms[number] ?? '', postings(number));
      const made = writer.takeParts();
      parts.push(...made);
      if (made.length > 0) await breathe();
    }
    const columns = writer.finish();
    return [...parts, ...writer.takeParts(), ...documentParts(this.#documents, columns)];
  }

  #count(number: number, document: number, role: number): void {
    if (number >= this.#metIn.length) {
      this.#metIn = grown(this.#metIn);
      this.#occurrences = grown(this.#occurrences);
      this.#roles = grown(this.#roles);
    }
    if (this.#metIn[number] === document + 1) {
      this.#occurrences[number] = (this.#occurrences[number] ?? 0) + 1;
      this.#roles[number] = (this.#roles[number] ?? 0) | role;
      return;
    }
    this.#metIn[number] = document + 1;
    this.#occurrences[number] = 1;
    this.#roles[number] = role;
    if (this.#postings === this.#numbers.length) {
      this.#numbers = grown(this.#numbers);
      this.#notes = grown(this.#notes);
    }
    this.#numbers[this.#postings++] = number;
  }

  /** The postings of a term by its number, in the order of the documents: by counting. */
  #postingsByTerm(): (number: number) => Uint32Array {
    const ends = new Uint32Array(this.#terms.terms.length + 1);
    for (let at = 0; at < this.#postings; at++) {
      const after = (this.#numbers[at] ?? 0) + 1;
      ends[after] = (ends[after] ?? 0) + 1;
    }
    for (let number = 1; number < ends.length; number++) {
      ends[number] = (ends[number] ?? 0) + (ends[number - 1] ?? 0);
    }
    const starts = ends.slice();
    const sorted = new Uint32Array(this.#postings);
    for (let at = 0; at < this.#postings; at++) {
      const number = this.#numbers[at] ?? 0;
      const place = ends[number] ?? 0;
      ends[number] = place + 1;
      sorted[place] = this.#notes[at] ?? 0;
    }
    return (number) => sorted.subarray(starts[number], starts[number + 1]);
  }
}

/** The same with as much room again. */
function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

/** The hash by which an interaction is found in the index: of text and numbers, which are other keys. */
export function keyHashOf(key: StoredKey): number {
  return hash53(typeof key === 'number' ? `\0${String(key)}` : key);
}

/** The same for the same in all that the index holds of an interaction. */
export function contentHashOf({
  conversationId,
  date,
  texts: [user, assistant],
}: MessageText): number {
  const where = hash53(`${conversationId}\0${String(date)}`);
  return hash53(user, hash53(assistant, where));
}
