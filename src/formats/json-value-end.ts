import { MAX_DEPTH } from '../model/plain-value.js';

/**
 * Finds where one JSON value ends in bytes that come in pieces, without reading what it says. Every
 * byte that matters is ASCII, and no byte of a longer UTF-8 sequence can be mistaken for one.
 */
export interface ValueEnd {
  /** The index just past the value, or -1 when it goes on in the next piece. */
  find(bytes: Uint8Array, from: number): number;
}

/** Gives up, at an index of the piece at hand. */
export type Refuse = (problem: 'malformed' | 'too-deep', at: number) => never;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `[` and `{` differ in one bit, as do `]` and `}`; each closes two places after it opens. */
const BRACKET_BIT = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

/** The end of a string whose opening quote has passed. */
export class StringEnd implements ValueEnd {
  #escaped = false;

  find(bytes: Uint8Array, from: number): number {
    let at = this.#escaped ? from + 1 : from;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        this.#escaped = false;
        return at + 1;
      }
      if (byte === BACKSLASH) at++;
    }
    // The byte that a backslash escapes is in the next piece.
    this.#escaped = at > bytes.length;
    return -1;
  }
}

/** The end of an object or array, from its opening bracket on; ready for another one afterwards. */
export class ContainerEnd implements ValueEnd {
  /** The brackets that will close what is open. The outermost container counts as level 0. */
  readonly #closings = new Uint8Array(MAX_DEPTH + 1);
  readonly #string = new StringEnd();
  readonly #refuse: Refuse;
  #open = 0;
  #inString = false;

  constructor(refuse: Refuse) {
    this.#refuse = refuse;
  }

  find(bytes: Uint8Array, from: number): number {
    let at = from;
    let open = this.#open;
    while (at < bytes.length) {
      if (this.#inString) {
        at = this.#string.find(bytes, at);
        if (at === -1) break;
        this.#inString = false;
        continue;
      }
      const byte = bytes[at++] ?? 0;
      if (byte === QUOTE) {
        this.#inString = true;
      } else if ((byte | BRACKET_BIT) === OPENING) {
        if (open > MAX_DEPTH) this.#refuse('too-deep', at - 1);
        this.#closings[open++] = byte + 2;
      } else if ((byte | BRACKET_BIT) === CLOSING) {
        if (byte !== this.#closings[--open]) this.#refuse('malformed', at - 1);
        if (open === 0) {
          this.#open = 0;
          return at;
        }
      }
    }
    this.#open = open;
    return -1;
  }
}

/** The end of a number: the first byte that no number holds. */
export const numberEnd: ValueEnd = {
  find(bytes, from) {
    for (let at = from; at < bytes.length; at++) {
      if (!isNumberByte(bytes[at] ?? 0)) return at;
    }
    return -1;
  },
};

function isNumberByte(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || '+-.eE'.includes(String.fromCharCode(byte));
}

/** The end of `true`, `false` or `null`. */
export class WordEnd implements ValueEnd {
  readonly #word: string;
  readonly #refuse: Refuse;
  #matched = 0;

  constructor(word: string, refuse: Refuse) {
    this.#word = word;
    this.#refuse = refuse;
  }

  find(bytes: Uint8Array, from: number): number {
    let at = from;
    for (; at < bytes.length && this.#matched < this.#word.length; at++) {
      if (bytes[at] !== this.#word.charCodeAt(this.#matched)) this.#refuse('malformed', at);
      this.#matched++;
    }
    return this.#matched === this.#word.length ? at : -1;
  }
}
