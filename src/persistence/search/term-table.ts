import { copyOf } from './each-term.js';

/** Grows when it is fuller than that. */
const FULL = 0.5;
const EMPTY = -1;

/**
 * Numbers terms in the order in which they come. A `Map` takes a microsecond for each word of a text,
 * most of it for making the word a string: this takes a tenth, as it looks at the text itself.
 */
export class TermTable {
  readonly #terms: string[] = [];
  readonly #hashes: number[] = [];
  #slots = new Int32Array(1 << 12).fill(EMPTY);

  get terms(): readonly string[] {
    return this.#terms;
  }

  /** Of ASCII letters and digits in a text, as if they were small. */
  numberOfPlain(text: string, start: number, end: number): number {
    let hash = 0;
    for (let at = start; at < end; at++) hash = mix(hash, small(text.charCodeAt(at)));
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] ?? EMPTY;
      if (number === EMPTY) {
        return this.#add(copyOf(text.slice(start, end).toLowerCase()), hash, slot);
      }
      if (this.#hashes[number] === hash && this.#isPlain(number, text, start, end)) return number;
    }
  }

  numberOf(term: string): number {
    let hash = 0;
    for (let at = 0; at < term.length; at++) hash = mix(hash, term.charCodeAt(at));
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] ?? EMPTY;
      if (number === EMPTY) return this.#add(copyOf(term), hash, slot);
      if (this.#hashes[number] === hash && this.#terms[number] === term) return number;
    }
  }

  #isPlain(number: number, text: string, start: number, end: number): boolean {
    const term = this.#terms[number] ?? '';
    if (term.length !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (term.charCodeAt(at - start) !== small(text.charCodeAt(at))) return false;
    }
    return true;
  }

  #add(term: string, hash: number, slot: number): number {
    const number = this.#terms.length;
    this.#terms.push(term);
    this.#hashes.push(hash);
    this.#slots[slot] = number;
    if (this.#terms.length > this.#slots.length * FULL) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    for (const [number, hash] of this.#hashes.entries()) {
      let slot = spread(hash) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

const mix = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

/** The low bits of neighbours are alike without it. */
const spread = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
};

const small = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 32 : code);
