import { cut, damaged } from './age-failure.js';

export const ARMOR_BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const ARMOR_END = '-----END AGE ENCRYPTED FILE-----';
const ARMOR_LINE_BYTES = 48;
/** Longer than any line of armor, so that a text without lines is not gathered up. */
const MAX_ARMOR_LINE = 1024;

const encoder = new TextEncoder();

/**
 * Takes off the armor, which is base64 in lines between two others, and lets pass what has none.
 * The library's decoder checks and decodes, but wants the whole of a file: it is given many lines at
 * a time.
 */
export class ArmorDecoder implements Transformer<Uint8Array, Uint8Array> {
  /** Whether the last line of armor was seen, so that nothing is missing. */
  isComplete = false;

  #state: 'undecided' | 'binary' | 'opening' | 'inside' | 'over' = 'undecided';
  readonly #decoder = new TextDecoder('latin1');
  /** What came after the last end of a line. */
  #rest = '';
  /** Lines to be decoded. */
  #lines: string[] = [];

  async transform(
    piece: Uint8Array,
    controller: TransformStreamDefaultController<Uint8Array>,
  ): Promise<void> {
    if (this.#state === 'undecided' && piece.length > 0) {
      this.#state = /[\s-]/.test(String.fromCharCode(piece[0] ?? 0)) ? 'opening' : 'binary';
    }
    if (this.#state === 'binary') {
      controller.enqueue(piece);
      return;
    }
    const lines = (this.#rest + this.#decoder.decode(piece)).split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > MAX_ARMOR_LINE) throw damaged('its armor has a line without end');
    for (const line of lines) this.#readLine(line);
    // The last line of all may be shorter than the others, so one waits until the next is there.
    const held = this.isComplete ? [] : this.#lines.splice(-1);
    const bytes = await decodeArmor(this.#lines);
    if (!this.isComplete && bytes.length !== this.#lines.length * ARMOR_LINE_BYTES) {
      throw damaged('its armor has a line that is too short');
    }
    if (bytes.length > 0) controller.enqueue(bytes);
    this.#lines = held;
  }

  async flush(controller: TransformStreamDefaultController<Uint8Array>): Promise<void> {
    if (this.#state === 'undecided' || this.#state === 'binary') return;
    const isOpening = this.#state === 'opening';
    const lastLine = this.#rest.trim();
    const expected = isOpening ? ARMOR_BEGIN : ARMOR_END;
    // The end of the file may stand for the end of its last line.
    if (lastLine === expected || this.isComplete) {
      await this.transform(encoder.encode('\n'), controller);
    }
    if (this.isComplete) return;
    const isData = !isOpening && /^[A-Za-z0-9+/=]*$/.test(lastLine);
    if (isData || expected.startsWith(lastLine)) throw cut('before the last line of its armor');
    throw damaged('its armor was changed');
  }

  #readLine(line: string): void {
    const text = line.replace(/\r$/, '');
    if (this.#state === 'inside' && text.trimEnd() !== ARMOR_END) {
      this.#lines.push(text);
    } else if (this.#state === 'inside') {
      this.#state = 'over';
      this.isComplete = true;
    } else if (this.#state === 'opening' && text.trim() === ARMOR_BEGIN) {
      this.#state = 'inside';
    } else if (text.trim() !== '') {
      throw damaged('there is text around its armor');
    }
  }
}

async function decodeArmor(lines: readonly string[]): Promise<Uint8Array> {
  if (lines.length === 0) return new Uint8Array();
  const { armor } = await import('age-encryption');
  try {
    return armor.decode([ARMOR_BEGIN, ...lines, ARMOR_END].join('\n'));
  } catch (error) {
    throw damaged('its armor was changed', error);
  }
}
