import { TermsWriter, type Posting, type TermsPart } from './posting-codec.js';
import { TERMS_PART_BYTES, type LoosePart, type TermColumns } from './segment-parts.js';
import { WordStarts } from './word-starts.js';

/** Makes of the terms of a segment, which come in order, the parts that they are found by. */
export class TermPartsWriter {
  readonly #writer = new TermsWriter(TERMS_PART_BYTES);
  readonly #starts: WordStarts;
  readonly #firstTerms: string[] = [];
  /** Of the part that is being filled. */
  #first: string | undefined;
  #made: LoosePart[] = [];

  /** @param documents How many the segment has. */
  constructor(documents: number) {
    this.#starts = new WordStarts(documents);
  }

  add(term: string, postings: ArrayLike<Posting>): void {
    this.#first ??= term;
    this.#take(this.#writer.add(term, postings));
    this.#starts.add(term, postings);
  }

  /** The parts that have been made since it was asked last. */
  takeParts(): LoosePart[] {
    const made = [...this.#made, ...this.#starts.takeParts()];
    this.#made = [];
    return made;
  }

  /** After the last term; there may be parts to take then. */
  finish(): TermColumns {
    this.#take(this.#writer.finish());
    this.#starts.finish();
    return { firstTerms: this.#firstTerms, ...this.#starts.columns };
  }

  #take(part: TermsPart | undefined): void {
    if (!part || this.#first === undefined) return;
    this.#made.push({ kind: 'terms', number: this.#firstTerms.length, ...part });
    this.#firstTerms.push(this.#first);
    this.#first = undefined;
  }
}
