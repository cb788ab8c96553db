/**
 * A stream whose source writes at its own speed, whatever the reader's: a database transaction
 * would end, or block every write, while it waits for a slow disk or a save dialog. What the reader
 * has not taken yet waits in blobs, which browsers keep out of the page's memory.
 *
 * @param produce Begun at once; writes blobs in order. Its promise ends the stream, its rejection
 * fails it. Its signal is aborted with the given one, and when the reader cancels.
 */
export function spooledStream(
  produce: (write: (chunk: Blob) => void, signal: AbortSignal) => Promise<unknown>,
  signal?: AbortSignal,
): ReadableStream<Blob> {
  const stop = new AbortController();
  const spool: Blob[] = [];
  let outcome: { failed: false } | { failed: true; error: unknown } | undefined;
  let wake = (): void => undefined;

  const forward = (): void => stop.abort(signal?.reason);
  const end = (result: NonNullable<typeof outcome>): void => {
    signal?.removeEventListener('abort', forward);
    outcome = result;
    wake();
  };
  const write = (chunk: Blob): void => {
    spool.push(chunk);
    wake();
  };

  return new ReadableStream<Blob>(
    {
      start() {
        if (signal?.aborted) forward();
        else signal?.addEventListener('abort', forward);
        produce(write, stop.signal).then(
          () => end({ failed: false }),
          (error: unknown) => end({ failed: true, error }),
        );
      },
      async pull(controller) {
        while (spool.length === 0 && outcome === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        // A failure is told at once: half a backup is of no use to anybody.
        if (outcome?.failed) throw outcome.error;
        const chunk = spool.shift();
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      cancel(reason) {
        stop.abort(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The bytes of blobs, one blob in memory at a time. */
export function bytesOf(chunks: ReadableStream<Blob>): ReadableStream<Uint8Array> {
  const reader = chunks.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(new Uint8Array(await value.arrayBuffer()));
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
