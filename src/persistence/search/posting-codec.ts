/**
 * A list of the documents that a term is in, in the order of their numbers: for each the distance to
 * the one before as a variable-length number, and a byte with the roles that it is said in and its
 * impact. Three bytes a document, which is what the size of the index comes to.
 */

/** A document of a list while it is made: its number above its byte. */
export type Posting = number;

/** The most documents of a segment: a posting is then what engines keep in four bytes. */
export const MOST_DOCUMENTS = 1 << 22;

const IMPACT_BITS = 6;
const IMPACT_MASK = (1 << IMPACT_BITS) - 1;

/** @param roles Bits: 1 for the user's, 2 for the assistant's. */
export function postingOf(document: number, roles: number, impact: number): Posting {
  return document * 256 + (roles << IMPACT_BITS) + impact;
}

export const documentOf = (posting: Posting): number => posting >>> 8;
export const rolesOf = (posting: Posting): number => (posting >> IMPACT_BITS) & 3;
export const impactIn = (posting: Posting): number => posting & IMPACT_MASK;

/** Bytes that grow. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  writeByte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  /** Seven bits a byte, the low ones first (LEB128). */
  writeNumber(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.writeByte((rest & 127) | 128);
      rest = Math.floor(rest / 128);
    }
    this.writeByte(rest);
  }

  writeBytes(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written, as bytes of their own; begins anew. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #grow(more: number): void {
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

export function writePostings(postings: ArrayLike<Posting>, writer: ByteWriter): void {
  let last = -1;
  for (let at = 0; at < postings.length; at++) {
    const posting = postings[at] ?? 0;
    const document = documentOf(posting);
    writer.writeNumber(document - last - 1);
    writer.writeByte(posting & 255);
    last = document;
  }
}

/** Calls for each document of a list. */
export function readPostings(
  bytes: Uint8Array,
  start: number,
  end: number,
  take: (document: number, roles: number, impact: number) => void,
): void {
  let document = -1;
  for (let at = start; at < end;) {
    let byte = bytes[at++] ?? 0;
    let distance = byte & 127;
    for (let factor = 128; byte > 127 && at < end; factor *= 128) {
      byte = bytes[at++] ?? 0;
      distance += (byte & 127) * factor;
    }
    document += distance + 1;
    const packed = bytes[at++] ?? 0;
    take(document, packed >> IMPACT_BITS, packed & IMPACT_MASK);
  }
}

/**
 * Notes for each document of a list the impact as the table has it, where it is greater than what is
 * there, and the words are of one of the roles. What {@link readPostings} does, without a call each:
 * the start of a word that is being typed may be in half a million postings.
 *
 * @returns For how many documents there was nothing before.
 */
export function noteImpacts(
  bytes: Uint8Array,
  { start, end }: { start: number; end: number },
  { roleBits, weighed }: { roleBits: number; weighed: Uint8Array },
  impacts: Uint8Array,
): number {
  let count = 0;
  const wanted = roleBits << IMPACT_BITS;
  let document = -1;
  for (let at = start; at < end;) {
    let byte = bytes[at++] ?? 0;
    let distance = byte & 127;
    for (let shift = 7; byte > 127 && at < end; shift += 7) {
      byte = bytes[at++] ?? 0;
      distance |= (byte & 127) << shift;
    }
    document += distance + 1;
    const packed = bytes[at++] ?? 0;
    if ((packed & wanted) === 0) continue;
    const impact = weighed[packed & IMPACT_MASK] ?? 0;
    const before = impacts[document] ?? 0;
    if (impact <= before) continue;
    if (before === 0) count++;
    impacts[document] = impact;
  }
  return count;
}

export interface TermsPart {
  terms: string;
  postings: Uint8Array;
}

/** Where the list of each term of a part begins, and where the last one ends. */
export function listBounds({ postings }: TermsPart): Uint32Array {
  let at = 0;
  const readNumber = (): number => {
    let byte = postings[at++] ?? 0;
    let number = byte & 127;
    for (let shift = 7; byte > 127 && at < postings.length; shift += 7) {
      byte = postings[at++] ?? 0;
      number |= (byte & 127) << shift;
    }
    return number;
  };
  const bounds = new Uint32Array(readNumber() + 1);
  for (let number = 1; number < bounds.length; number++) bounds[number] = readNumber();
  bounds[0] = at;
  for (let number = 1; number < bounds.length; number++) {
    at += bounds[number] ?? 0;
    bounds[number] = at;
  }
  return bounds;
}

/** Packs terms, which come in order, into parts of about a size. */
export class TermsWriter {
  readonly #size: number;
  readonly #lists = new ByteWriter();
  readonly #sizes = new ByteWriter();
  #terms: string[] = [];
  #length = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** @returns A part when one is full. */
  add(term: string, postings: ArrayLike<Posting>): TermsPart | undefined {
    const before = this.#lists.length;
    writePostings(postings, this.#lists);
    this.#sizes.writeNumber(this.#lists.length - before);
    this.#terms.push(term);
    this.#length += term.length + 1;
    return this.#lists.length + this.#length >= this.#size ? this.finish() : undefined;
  }

  /** The last part, where there is anything left. */
  finish(): TermsPart | undefined {
    if (this.#terms.length === 0) return undefined;
    const sizes = this.#sizes.take();
    this.#sizes.writeNumber(this.#terms.length);
    this.#sizes.writeBytes(sizes);
    this.#sizes.writeBytes(this.#lists.take());
    const part = { terms: this.#terms.join('\n'), postings: this.#sizes.take() };
    this.#terms = [];
    this.#length = 0;
    return part;
  }
}
