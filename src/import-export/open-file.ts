import { LiteChatError } from '../errors.js';
import { decryptStream, isAgeFile, isGzip } from '../formats/encryption.js';
import { fileSlices } from './file-slices.js';
import type { TransferOptions } from './types.js';

/** What is decrypted is set aside when this much has come together. */
const PIECE_BYTES = 1024 * 1024;

export interface OpenFileOptions extends TransferOptions {
  /** Of an encrypted file. */
  passphrase?: string | undefined;
}

export interface OpenedFile {
  /** As it was before it was compressed and encrypted; the file itself when it was neither. */
  file: Blob;
  isEncrypted: boolean;
}

/**
 * Takes encryption and compression off a file, whichever it has, told by what is in it and never by
 * its name. What comes out was checked to its end, and waits in blobs, which browsers keep out of
 * the page's memory.
 *
 * @throws {LiteChatError} passphrase-required, passphrase-wrong, backup-truncated, backup-malformed,
 * not-supported, file-unreadable; the signal's reason when it aborts.
 */
export async function openFile(
  file: Blob,
  { passphrase = '', signal, onProgress }: OpenFileOptions = {},
): Promise<OpenedFile> {
  signal?.throwIfAborted();
  const head = await headOf(file);
  const isEncrypted = isAgeFile(head);
  if (!isEncrypted && !isGzip(head)) return { file, isEncrypted };
  if (isEncrypted && !passphrase) {
    throw new LiteChatError(
      'passphrase-required',
      'The file is encrypted: it takes its passphrase to open it. Nothing was changed.',
    );
  }

  const onRead = (bytes: number): void =>
    onProgress?.({ phase: 'decrypting', done: bytes, total: file.size });
  const stored = streamOf(fileSlices(file, { signal, onRead }));
  const plain = new PlainFile();
  try {
    await (isEncrypted ? decryptStream(stored, passphrase) : stored).pipeTo(
      new WritableStream(plain),
      signal ? { signal } : {},
    );
  } catch (error) {
    // Whatever breaks off while the pipe is taken down, the signal is the reason.
    signal?.throwIfAborted();
    throw error;
  }
  return { file: plain.toBlob(), isEncrypted };
}

async function headOf(file: Blob): Promise<Uint8Array> {
  for await (const slice of fileSlices(file)) return slice;
  return new Uint8Array();
}

/** A generator as a stream; `ReadableStream.from` is missing in Chromium and WebKit. */
function streamOf(pieces: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Gathers what is written to it, decompressed when it begins like gzip. */
class PlainFile implements UnderlyingSink<Uint8Array> {
  readonly #parts: Blob[] = [];
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #bytes = 0;
  #isBegun = false;
  #gunzip: Gunzip | undefined;

  async write(piece: Uint8Array): Promise<void> {
    if (!this.#isBegun && isGzip(piece)) this.#gunzip = new Gunzip((plain) => this.#add(plain));
    this.#isBegun = true;
    const own = new Uint8Array(piece);
    if (this.#gunzip) await this.#gunzip.write(own);
    else this.#add(own);
  }

  async close(): Promise<void> {
    await this.#gunzip?.close();
  }

  async abort(reason: unknown): Promise<void> {
    await this.#gunzip?.abort(reason);
  }

  toBlob(): Blob {
    return new Blob([...this.#parts, ...this.#pieces], { type: 'application/json' });
  }

  #add(piece: Uint8Array<ArrayBuffer>): void {
    this.#pieces.push(piece);
    this.#bytes += piece.length;
    if (this.#bytes < PIECE_BYTES) return;
    this.#parts.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#bytes = 0;
  }
}

/**
 * Decompresses what is written to it. The browser's decompressor fails with the same error for data
 * that is damaged and for data that is not all there; when it fails tells them apart.
 */
class Gunzip {
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #done: Promise<unknown>;

  constructor(onPiece: (piece: Uint8Array<ArrayBuffer>) => void) {
    const { readable, writable } = new DecompressionStream('gzip');
    this.#writer = writable.getWriter();
    // A failure of the readable side is one of the writable side too, where it is told.
    this.#done = Promise.allSettled([
      this.#writer.closed,
      readable.pipeTo(new WritableStream({ write: onPiece })),
    ]);
  }

  async write(piece: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      await this.#writer.write(piece);
    } catch (cause) {
      throw new LiteChatError(
        'backup-malformed',
        'The file is damaged: it cannot be decompressed. Nothing was changed.',
        { cause },
      );
    }
  }

  async close(): Promise<void> {
    try {
      await this.#writer.close();
    } catch (cause) {
      throw new LiteChatError(
        'backup-truncated',
        'The file is incomplete: its compressed data has no end. Save or copy it again. Nothing was changed.',
        { cause },
      );
    }
    await this.#done;
  }

  async abort(reason: unknown): Promise<void> {
    await this.#writer.abort(reason);
    await this.#done;
  }
}
