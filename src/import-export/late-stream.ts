/**
 * A stream that can be handed out before there is one: it gives what the other gives, fails as the
 * other does or as its promise, and cancels it.
 */
export function lateStream<Chunk>(source: Promise<ReadableStream<Chunk>>): ReadableStream<Chunk> {
  const begun = source.then((stream) => stream.getReader());
  // Told to the one who reads; nobody may.
  begun.catch(() => undefined);
  return new ReadableStream<Chunk>(
    {
      async pull(controller) {
        const reader = await begun;
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        const reader = await begun.catch(() => undefined);
        await reader?.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
