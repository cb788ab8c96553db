import type { LiteChatError } from '../errors.js';
import { MAX_DEPTH, type PathSegment } from '../model/plain-value.js';
import { invalid, malformed, notRecognised, truncated } from './json-failure.js';
import { ContainerEnd, numberEnd, StringEnd, WordEnd, type ValueEnd } from './json-value-end.js';

export type JsonContainer = 'object' | 'array';

/**
 * What a JSON text holds, in its order. The path of what is at the top is empty. An offset is that of
 * the byte of the bracket that opens, or of the byte after the one that closes.
 */
export type JsonEvent =
  | { type: 'value'; path: readonly PathSegment[]; value: unknown }
  | {
      type: 'start' | 'end';
      path: readonly PathSegment[];
      container: JsonContainer;
      offset: number;
    };

export interface JsonReaderOptions {
  /**
   * Whether to open a container and report what is in it; otherwise it comes as one value. The
   * root is asked about too, with an empty path.
   */
  descend: (path: readonly PathSegment[], container: JsonContainer) => boolean;
  /**
   * Whether to pass over a container: it is not reported, and of its syntax nothing is checked but
   * strings and brackets. Asked before `descend`; by default nothing is passed over.
   */
  skip?: (path: readonly PathSegment[], container: JsonContainer) => boolean;
}

interface OpenContainer {
  readonly container: JsonContainer;
  readonly path: readonly PathSegment[];
  /** The names that an object has had so far. */
  readonly names: Set<string>;
  /** How many values an array has had so far. */
  count: number;
  /** The name or position of the value at hand; between values there is none. */
  step: PathSegment | undefined;
}

type Expected =
  'root' | 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** A name, value or passed-over container whose end has not been found yet. */
interface Capture {
  readonly kind: 'name' | 'value' | 'skipped';
  readonly end: ValueEnd;
  /** Its first byte in the file. */
  readonly start: number;
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const WORDS: Readonly<Record<string, string>> = { t: 'true', f: 'false', n: 'null' };
const STRANGE_START = 'it does not start as a JSON object or array does';

/**
 * Reads JSON from bytes that come in pieces: it walks through the containers that `descend` opens
 * and, for each value in them, looks for the end among the bytes and leaves the rest to
 * `JSON.parse`. Memory is bounded by the largest such value.
 */
export class JsonScanner {
  readonly #options: JsonReaderOptions;
  readonly #open: OpenContainer[] = [];
  readonly #stringEnd = new StringEnd();
  readonly #containerEnd = new ContainerEnd((problem, at) => this.#refuse(problem, at));
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #events: JsonEvent[] = [];
  #expected: Expected = 'root';
  #capture: Capture | undefined;
  #text = '';
  #name = '';
  #markBytes = 0;
  /** Bytes of the pieces before the one at hand. */
  #passed = 0;
  #piece: Uint8Array = new Uint8Array();
  /** Where in the piece the capture at hand begins or goes on. */
  #from = 0;

  constructor(options: JsonReaderOptions) {
    this.#options = options;
  }

  /**
   * Reads the next piece and adds what it completes to `events`, also when it then throws.
   *
   * @throws {LiteChatError} backup-malformed, backup-not-recognised or record-invalid.
   */
  write(bytes: Uint8Array, events: JsonEvent[]): void {
    this.#events = events;
    this.#piece = bytes;
    let at = 0;
    while (at < bytes.length) {
      at = this.#capture ? this.#continue(this.#capture, at, at) : this.#step(at);
    }
    this.#passed += bytes.length;
  }

  /**
   * Says that no more bytes will come.
   *
   * @throws {LiteChatError} backup-truncated, or backup-not-recognised when there was nothing.
   */
  end(): void {
    if (!this.#capture && this.#expected === 'root') throw notRecognised('it is empty');
    if (this.#expected === 'nothing') return;
    throw truncated(this.#here());
  }

  #step(at: number): number {
    const byte = this.#piece[at] ?? 0;
    if (this.#expected === 'root' && this.#isMark(byte, at)) return at + 1;
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return at + 1;
    const character = String.fromCharCode(byte);
    const container = this.#open.at(-1);
    if (!container) return this.#stepAtRoot(character, at);
    switch (this.#expected) {
      case 'value-or-end':
        if (character === ']') return this.#close(at);
        return this.#startValue(character, at);
      case 'value':
        return this.#startValue(character, at);
      case 'name-or-end':
        if (character === '}') return this.#close(at);
        return this.#startName(character, at);
      case 'name':
        return this.#startName(character, at);
      case 'colon':
        if (character !== ':') throw this.#malformed('a colon is missing', at);
        this.#nameValue(container, at);
        return at + 1;
      default:
        if (character === (container.container === 'array' ? ']' : '}')) return this.#close(at);
        if (character !== ',') throw this.#malformed('a comma or closing bracket is missing', at);
        this.#expected = container.container === 'array' ? 'value' : 'name';
        if (container.container === 'array') container.step = container.count;
        return at + 1;
    }
  }

  #stepAtRoot(character: string, at: number): number {
    if (this.#expected === 'nothing') throw this.#malformed('something follows after its end', at);
    if (character !== '{' && character !== '[') {
      throw notRecognised(STRANGE_START);
    }
    return this.#startValue(character, at);
  }

  /** Whether the byte is one of a byte order mark at the very start. */
  #isMark(byte: number, at: number): boolean {
    const position = this.#passed + at;
    if (position === this.#markBytes && byte === BYTE_ORDER_MARK[position]) {
      this.#markBytes++;
      return true;
    }
    if (this.#markBytes % BYTE_ORDER_MARK.length !== 0) {
      throw notRecognised(STRANGE_START);
    }
    return false;
  }

  #startName(character: string, at: number): number {
    if (character !== '"') throw this.#malformed('a name in quotes is missing', at);
    return this.#start('name', this.#stringEnd, at, at + 1);
  }

  /** The colon proves that what came before was a name, and may be part of a path. */
  #nameValue(container: OpenContainer, at: number): void {
    container.step = this.#name;
    if (this.#name === '__proto__') {
      throw invalid(this.#here(), 'is not a name a field can have');
    }
    if (container.names.has(this.#name)) throw this.#malformed('the name occurs twice', at);
    container.names.add(this.#name);
    this.#expected = 'value';
  }

  #startValue(character: string, at: number): number {
    if (character === '{') return this.#startContainer('object', at);
    if (character === '[') return this.#startContainer('array', at);
    if (character === '"') return this.#start('value', this.#stringEnd, at, at + 1);
    if (character === '-' || (character >= '0' && character <= '9')) {
      return this.#start('value', numberEnd, at, at);
    }
    const word = WORDS[character];
    if (word === undefined) throw this.#malformed('a value is missing', at);
    const wordEnd = new WordEnd(word, (problem, index) => this.#refuse(problem, index));
    return this.#start('value', wordEnd, at, at);
  }

  #startContainer(container: JsonContainer, at: number): number {
    const path = this.#here();
    if (this.#options.skip?.(path, container)) {
      return this.#start('skipped', this.#containerEnd, at, at);
    }
    if (!this.#options.descend(path, container)) {
      return this.#start('value', this.#containerEnd, at, at);
    }
    if (path.length > MAX_DEPTH) this.#refuse('too-deep', at);
    const step = container === 'array' ? 0 : undefined;
    this.#open.push({ container, path, names: new Set(), count: 0, step });
    this.#expected = container === 'array' ? 'value-or-end' : 'name-or-end';
    this.#events.push({ type: 'start', path, container, offset: this.#passed + at });
    return at + 1;
  }

  #close(at: number): number {
    const closed = this.#open.pop();
    if (closed) {
      const { path, container } = closed;
      this.#events.push({ type: 'end', path, container, offset: this.#passed + at + 1 });
    }
    this.#endValue();
    return at + 1;
  }

  /** @param search Where to begin to look for the end: past the quote that opens a string. */
  #start(kind: Capture['kind'], end: ValueEnd, at: number, search: number): number {
    this.#capture = { kind, end, start: this.#passed + at };
    this.#text = '';
    return this.#continue(this.#capture, at, search);
  }

  #continue(capture: Capture, at: number, search: number): number {
    this.#from = at;
    const end = capture.end.find(this.#piece, search);
    const next = end === -1 ? this.#piece.length : end;
    this.#decode(capture, this.#piece.subarray(at, next), end === -1);
    if (end !== -1) this.#complete(capture);
    return next;
  }

  /** Text rather than bytes is kept between pieces: the source may use a buffer again. */
  #decode(capture: Capture, bytes: Uint8Array, stream: boolean): void {
    if (capture.kind === 'skipped') return;
    try {
      this.#text += this.#decoder.decode(bytes, { stream });
    } catch (error) {
      if (error instanceof RangeError) throw invalid(this.#here(), 'is too large to be read');
      throw malformed(this.#here(), capture.start, 'it is not text in UTF-8');
    }
  }

  #complete(capture: Capture): void {
    if (capture.kind === 'name') {
      this.#name = String(this.#parse(capture));
      this.#expected = 'colon';
    } else {
      if (capture.kind === 'value') {
        this.#events.push({ type: 'value', path: this.#here(), value: this.#parse(capture) });
      }
      this.#endValue();
    }
    this.#capture = undefined;
    this.#text = '';
  }

  #parse(capture: Capture): unknown {
    try {
      return JSON.parse(this.#text);
    } catch {
      throw malformed(this.#here(), capture.start, 'it is not valid JSON');
    }
  }

  #endValue(): void {
    const container = this.#open.at(-1);
    this.#expected = container ? 'comma-or-end' : 'nothing';
    if (!container) return;
    container.count++;
    container.step = undefined;
  }

  #here(): readonly PathSegment[] {
    const container = this.#open.at(-1);
    if (!container) return [];
    return container.step === undefined ? container.path : [...container.path, container.step];
  }

  #refuse(problem: 'malformed' | 'too-deep', at: number): never {
    // Text that is no UTF-8 comes to light first, as it does when the piece ends before this byte.
    if (this.#capture) this.#decode(this.#capture, this.#piece.subarray(this.#from, at), true);
    if (problem === 'malformed') throw this.#malformed('it is not valid JSON', at);
    const path = this.#here();
    throw invalid(
      path.length > MAX_DEPTH ? path.slice(0, 4) : path,
      `is nested more than ${MAX_DEPTH} levels deep`,
    );
  }

  #malformed(reason: string, at: number): LiteChatError {
    return malformed(this.#here(), this.#passed + at, reason);
  }
}
