/** Bytes in pieces of any size: a file's stream, a response's body, a generator. */
export type ByteSource = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/**
 * The pieces of a source, one after the other. A consumer that stops early, or throws, cancels a
 * stream, so that the file behind it is let go. WebKit's streams cannot be iterated, hence the reader.
 *
 * @throws what the source throws, such as the reason of an aborted signal.
 */
export async function* chunksOf<Chunk = Uint8Array>(
  source: AsyncIterable<Chunk> | ReadableStream<Chunk>,
): AsyncGenerator<Chunk, void> {
  if (!('getReader' in source)) {
    yield* source;
    return;
  }
  const reader = source.getReader();
  let unread = true;
  try {
    for (;;) {
      // A stream that failed is over as well; cancelling it would fail again.
      unread = false;
      const { done, value } = await reader.read();
      if (done) return;
      unread = true;
      yield value;
    }
  } finally {
    if (unread) await reader.cancel();
    reader.releaseLock();
  }
}
