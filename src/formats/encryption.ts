import type { Identity } from 'age-encryption';
import { LiteChatError } from '../errors.js';
import { ARMOR_BEGIN, ArmorDecoder } from './age-armor.js';
import { cut, damaged, failure } from './age-failure.js';
import { passphraseIdentity, passphraseRecipient } from './age-passphrase.js';
import { Payload } from './age-payload.js';
import { AGE_VERSION, loadTools, type Tools } from './age-tools.js';
import { ByteReader } from './byte-reader.js';

/** About 0.6 s on a laptop, and 128 MiB of memory. */
const WORK_FACTOR = 17;

/** With a passphrase it is 150 bytes; the files of others may name hundreds of keys. */
const MAX_HEADER_BYTES = 64 * 1024;

/** Whether a file that begins like this is an age file, binary or armored. */
export function isAgeFile(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head);
  return text.startsWith(AGE_VERSION) || text.trimStart().startsWith(ARMOR_BEGIN);
}

/** Whether a file that begins like this is compressed with gzip. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 0x08;
}

/**
 * Compresses with gzip and encrypts with the passphrase, in the age format. The passphrase is taken
 * as it is, in UTF-8 and not normalised, as age does. Nothing is read before the result is; the
 * source's failure becomes the result's, and cancelling the result cancels the source.
 *
 * @param options.workFactor The base-2 logarithm of scrypt's cost, 17 unless given.
 * @throws {LiteChatError} passphrase-required, when the result is read.
 */
export function encryptStream(
  source: ReadableStream<Uint8Array>,
  passphrase: string,
  { workFactor = WORK_FACTOR }: { workFactor?: number } = {},
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return derivedStream(reader, async (signal) => {
    refuseEmpty(passphrase);
    const tools = await loadTools();
    const encrypter = new tools.Encrypter();
    encrypter.addRecipient(passphraseRecipient(tools, passphrase, workFactor, signal));
    const compressed = remainderOf(reader).pipeThrough(new CompressionStream('gzip'));
    const encrypted = (await encrypter.encrypt(compressed)).getReader();
    return async () => (await encrypted.read()).value;
  });
}

/**
 * Takes the age layer off a file, binary or armored, and gives what was encrypted as it is. Every
 * piece was authenticated; whether the file was whole shows at the end of the result only. What the
 * source fails with passes, and cancelling the result cancels the source.
 *
 * A cut and a change are told apart as far as age allows. A file is known to be cut when it ends in
 * its header, in its armor, after a chunk that was not the last, or within the authentication tag of
 * one. A last chunk of any other length that cannot be authenticated counts as cut, the likelier
 * mishap, though a change in the last 64 KiB looks the same; the message says both. In armor with
 * its last line it was a change. A change of the salt, the work factor or the encrypted key in the
 * header cannot be told from a wrong passphrase.
 *
 * @throws {LiteChatError} passphrase-required, passphrase-wrong, backup-truncated, backup-malformed;
 * not-supported when the file is encrypted to a key, or its work factor exceeds 22 or the memory
 * there is.
 */
export function decryptStream(
  source: ReadableStream<Uint8Array>,
  passphrase: string,
): ReadableStream<Uint8Array> {
  const armor = new ArmorDecoder();
  const reader = source.pipeThrough(new TransformStream(armor)).getReader();
  return derivedStream(reader, async (signal) => {
    refuseEmpty(passphrase);
    const input = new ByteReader(reader);
    const header = await readHeader(input);
    const tools = await loadTools();
    const identity = passphraseIdentity(tools, passphrase, signal);
    const fileKey = await openHeader(tools, header, identity);
    const payload = await Payload.begin(tools, input, fileKey, armor);
    return () => payload.next();
  });
}

function refuseEmpty(passphrase: string): void {
  if (!passphrase) {
    throw failure('passphrase-required', 'Encrypting and decrypting a file take a passphrase.');
  }
}

/** A piece of a stream; undefined after the last. */
type NextPiece = () => Promise<Uint8Array | undefined>;

/** The stream of what `begin` makes of the source; it begins when the stream is first read. */
function derivedStream(
  source: ReadableStreamDefaultReader<Uint8Array>,
  begin: (signal: AbortSignal) => Promise<NextPiece>,
): ReadableStream<Uint8Array> {
  const cancelled = new AbortController();
  let nextPiece: NextPiece | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          nextPiece ??= await begin(cancelled.signal);
          const piece = await nextPiece();
          if (piece) controller.enqueue(piece);
          else controller.close();
        } catch (error) {
          // A source that failed itself cannot be cancelled, and its error is the one to tell.
          void Promise.allSettled([source.cancel(error)]);
          throw error;
        }
      },
      async cancel(reason) {
        cancelled.abort(reason);
        await source.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** What the reader has not read yet, as a stream; compressors take no shared memory, hence the copies. */
function remainderOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(new Uint8Array(value));
      },
    },
    { highWaterMark: 0 },
  );
}

/** The header of an age file, up to and with the line of its authentication code. */
async function readHeader(input: ByteReader): Promise<Uint8Array> {
  const firstLine = `${AGE_VERSION}\n`;
  let header = '';
  let line = '';
  for (;;) {
    const [byte] = await input.read(1);
    if (byte === undefined) throw cut('in its header');
    const character = String.fromCharCode(byte);
    if (!/[\n -~]/.test(character) || header.length >= MAX_HEADER_BYTES) {
      throw damaged('its header is not one of age');
    }
    header += character;
    if (header.length <= firstLine.length && !firstLine.startsWith(header)) {
      throw damaged('it does not begin like an age file');
    }
    if (character !== '\n') line += character;
    else if (line.startsWith('--- ')) return new TextEncoder().encode(header);
    else line = '';
  }
}

/** The key of the file, once the header has proved to be what was written. */
async function openHeader(
  { Decrypter }: Tools,
  header: Uint8Array,
  identity: Identity,
): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decryptHeader(header);
  } catch (error) {
    if (error instanceof LiteChatError) throw error;
    // The library's own errors have no codes, and are all about the header.
    throw damaged('its header was changed', error);
  }
}
