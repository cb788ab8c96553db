import type { ArmorDecoder } from './age-armor.js';
import { cut, damaged, failure } from './age-failure.js';
import { NONCE_BYTES, TAG_BYTES, type Tools } from './age-tools.js';
import type { ByteReader } from './byte-reader.js';
import type { LiteChatError } from '../errors.js';

const PAYLOAD_NONCE_BYTES = 16;
const CHUNK_BYTES = 64 * 1024;
const CUT_OR_DAMAGED = 'The file is incomplete, or damaged at its end. Save or copy it again.';

/**
 * What follows the header: chunks of 64 KiB, each sealed with its number and whether it is the last.
 * The library opens them too, but fails alike for a file that was changed and one that was cut off.
 */
export class Payload {
  #number = 0;
  #isOver = false;

  constructor(
    private readonly tools: Tools,
    private readonly input: ByteReader,
    private readonly key: Uint8Array,
    private readonly armor: ArmorDecoder,
  ) {}

  static async begin(
    tools: Tools,
    input: ByteReader,
    fileKey: Uint8Array,
    armor: ArmorDecoder,
  ): Promise<Payload> {
    const nonce = await input.read(PAYLOAD_NONCE_BYTES);
    if (nonce.length < PAYLOAD_NONCE_BYTES) throw cut('after its header');
    const key = tools.hkdf(tools.sha256, fileKey, nonce, new TextEncoder().encode('payload'), 32);
    return new Payload(tools, input, key, armor);
  }

  async next(): Promise<Uint8Array | undefined> {
    if (this.#isOver) return undefined;
    const chunk = await this.input.read(CHUNK_BYTES + TAG_BYTES);
    this.#isOver = await this.input.isAtEnd();
    const plain = this.#open(chunk, this.#isOver);
    if (!plain) throw this.#explain(chunk);
    this.#number += 1;
    if (plain.length > 0) return plain;
    // Only a file of nothing ends with an empty chunk.
    if (this.#number > 1) throw damaged('it has an empty part at its end');
    return undefined;
  }

  #open(chunk: Uint8Array, isLast: boolean): Uint8Array | undefined {
    const nonce = new Uint8Array(NONCE_BYTES);
    // 11 bytes for the number; four of them are enough for 256 TiB.
    new DataView(nonce.buffer).setUint32(NONCE_BYTES - 5, this.#number);
    nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
    try {
      return this.tools.chacha20poly1305(this.key, nonce).decrypt(chunk);
    } catch {
      return undefined;
    }
  }

  /** Why a chunk could not be opened. */
  #explain(chunk: Uint8Array): LiteChatError {
    const isWhole = chunk.length === CHUNK_BYTES + TAG_BYTES;
    if (!this.#isOver || this.armor.isComplete) return damaged('what it holds was changed');
    if (chunk.length < TAG_BYTES || (isWhole && this.#open(chunk, false))) {
      return cut('before its last part');
    }
    if (isWhole) return damaged('what it holds was changed');
    return failure('backup-truncated', CUT_OR_DAMAGED);
  }
}
