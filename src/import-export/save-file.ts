import { LiteChatError } from '../errors.js';
import { chunksOf } from '../formats/byte-source.js';
import { pickFile, writeInto } from './picked-file.js';

/** The content of a file, at once or in pieces that are never all in memory. */
export type FileContent = Blob | ReadableStream<Blob> | ReadableStream<Uint8Array>;

/**
 * Firefox and WebKit read the blob after the click; revoked at once, the download would be empty.
 * The blob is on disk or shared by then, so keeping its address for a while costs little.
 */
const REVOKE_AFTER_MILLISECONDS = 60_000;

/**
 * Saves a file in the place that the user picks, or hands it to the browser's downloads where the
 * browser cannot ask.
 *
 * @param content Called when the place is known, so that a dialog waits for nothing and nothing is
 * read in vain. What it throws, and what its stream fails with, is thrown as it is.
 * @throws {LiteChatError} file-unwritable outside a page, or when the file cannot be written, in
 * whose place is what was there before.
 * @throws {DOMException} AbortError when the user dismisses the dialog.
 */
export async function saveFile(
  name: string,
  type: string,
  content: FileContent | (() => FileContent | Promise<FileContent>),
): Promise<void> {
  if (typeof document === 'undefined') {
    throw new LiteChatError(
      'file-unwritable',
      'A file can be saved from a page only. Use createBackup here. Nothing was changed.',
    );
  }
  const place = await pickFile(name, type);
  const chunks = readChunks(content);
  return place ? writeInto(place, chunks) : download(name, type, chunks);
}

/** Bytes become a blob at once, which browsers keep out of the page's memory. */
async function* readChunks(
  content: FileContent | (() => FileContent | Promise<FileContent>),
): AsyncGenerator<Blob, void> {
  const given = typeof content === 'function' ? await content() : content;
  if (given instanceof Blob) {
    yield given;
    return;
  }
  for await (const chunk of chunksOf<Blob | Uint8Array>(given)) {
    yield chunk instanceof Blob ? chunk : new Blob([new Uint8Array(chunk)]);
  }
}

async function download(name: string, type: string, chunks: AsyncIterable<Blob>): Promise<void> {
  const parts: Blob[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MILLISECONDS);
}
