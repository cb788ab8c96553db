import { chunksOf, type ByteSource } from './byte-source.js';
import { JsonScanner, type JsonEvent, type JsonReaderOptions } from './json-scanner.js';

export type { JsonContainer, JsonEvent, JsonReaderOptions } from './json-scanner.js';

/** A source may hand over the whole file at once; its records still come a part at a time. */
const LARGEST_PIECE = 256 * 1024;

/**
 * Reads JSON as a stream. Events come in batches, one for each chunk of the source, so that waiting
 * costs once a chunk and not once a record; chunks that complete nothing give no batch. What the
 * chunks are never changes the events, nor the error after them. Memory is bounded by the
 * largest value that is not opened. A consumer that stops early cancels the source.
 *
 * As strict as `JSON.parse`, with a byte order mark allowed, a root that must be an object or array,
 * and no name twice in an opened object.
 *
 * @throws {LiteChatError} backup-not-recognised when the file does not begin as an object or array;
 * backup-truncated with the path where it ends; backup-malformed with the path, and the byte in
 * the message; record-invalid with the path of a value nested deeper than `MAX_DEPTH`, or of a
 * field called `__proto__` in an opened object. What the source itself throws passes as it is.
 */
export async function* readJson(
  source: ByteSource,
  options: JsonReaderOptions,
): AsyncGenerator<JsonEvent[], void> {
  const scanner = new JsonScanner(options);
  for await (const chunk of chunksOf(source)) {
    for (let from = 0; from < chunk.length; from += LARGEST_PIECE) {
      const events: JsonEvent[] = [];
      let failure: { error: unknown } | undefined;
      try {
        scanner.write(chunk.subarray(from, from + LARGEST_PIECE), events);
      } catch (error) {
        // What came before the damage was read well, whichever way the file was cut into chunks.
        failure = { error };
      }
      if (events.length > 0) yield events;
      if (failure) throw failure.error;
    }
  }
  scanner.end();
}
