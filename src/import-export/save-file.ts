import { LiteChatError } from '../errors.js';

/**
 * Firefox and WebKit read the blob after the click; revoked at once, the download would be empty.
 * The blob is on disk or shared by then, so keeping its address for a while costs little.
 */
const REVOKE_AFTER_MILLISECONDS = 60_000;

/**
 * Hands a file to the browser's downloads.
 *
 * @throws {LiteChatError} file-unwritable outside a page.
 */
export async function saveFile(
  name: string,
  type: string,
  content: Blob | ReadableStream<Uint8Array>,
): Promise<void> {
  if (typeof document === 'undefined') {
    throw new LiteChatError(
      'file-unwritable',
      'A file can be saved from a page only. Use createBackup here. Nothing was changed.',
    );
  }
  const parts = content instanceof Blob ? [content] : await collect(content);
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MILLISECONDS);
}

/** Each chunk becomes a blob at once, which browsers keep out of the page's memory. */
async function collect(stream: ReadableStream<Uint8Array>): Promise<Blob[]> {
  const parts: Blob[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts;
    parts.push(new Blob([new Uint8Array(value)]));
  }
}
