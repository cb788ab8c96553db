/** Text is encoded and set aside when this many characters have come together. */
const CHUNK_CHARACTERS = 512 * 1024;

/**
 * A byte stream whose source writes at its own speed, whatever the reader's: a database
 * transaction would end, or block every write, while it waits for a slow disk or a save dialog.
 * What the reader has not taken yet waits in blobs, which browsers keep out of the page's memory.
 *
 * @param produce Writes text in order; its promise ends the stream, its rejection fails it.
 */
export function spooledStream(
  produce: (write: (text: string) => void, signal: AbortSignal) => Promise<void>,
): ReadableStream<Uint8Array> {
  const cancelled = new AbortController();
  const encoder = new TextEncoder();
  const spool: Blob[] = [];
  let text = '';
  let outcome: { failed: false } | { failed: true; error: unknown } | undefined;
  let wake = (): void => undefined;

  const setAside = (): void => {
    if (text === '') return;
    spool.push(new Blob([encoder.encode(text)]));
    text = '';
    wake();
  };
  const write = (piece: string): void => {
    text += piece;
    if (text.length >= CHUNK_CHARACTERS) setAside();
  };

  return new ReadableStream<Uint8Array>(
    {
      start() {
        produce(write, cancelled.signal).then(
          () => {
            setAside();
            outcome = { failed: false };
            wake();
          },
          (error: unknown) => {
            outcome = { failed: true, error };
            wake();
          },
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
        if (chunk) controller.enqueue(new Uint8Array(await chunk.arrayBuffer()));
        else controller.close();
      },
      cancel(reason) {
        cancelled.abort(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
