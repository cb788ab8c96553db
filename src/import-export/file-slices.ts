import { LiteChatError } from '../errors.js';

/** Each read costs a round trip to another process; what is read stays in memory for a while. */
const SLICE_BYTES = 1024 * 1024;
/** While one slice is worked on, the next are on their way. */
const SLICES_AHEAD = 2;

/**
 * Reads a file from its beginning in slices. Unlike `Blob.stream()` its chunks have a known size in
 * every browser, and a file can be read a second time.
 *
 * @throws {LiteChatError} file-unreadable when the file went away or changed on disk meanwhile.
 */
export async function* fileSlices(
  file: Blob,
  {
    signal,
    onRead,
  }: {
    signal?: AbortSignal | undefined;
    onRead?: ((bytes: number) => void) | undefined;
  } = {},
): AsyncGenerator<Uint8Array, void> {
  // Callers without types hand in paths, responses and nothing at all.
  if (!((file as unknown) instanceof Blob)) {
    throw new LiteChatError('file-unreadable', 'There is no file to read. Nothing was changed.');
  }
  const underWay: Promise<Uint8Array>[] = [];
  let asked = 0;
  let read = 0;
  while (read < file.size) {
    signal?.throwIfAborted();
    for (; underWay.length <= SLICES_AHEAD && asked < file.size; asked += SLICE_BYTES) {
      const slice = readSlice(file.slice(asked, asked + SLICE_BYTES));
      // Should it fail before its turn, it still fails the whole when its turn comes.
      slice.catch(() => undefined);
      underWay.push(slice);
    }
    const slice = await underWay.shift();
    if (!slice) return;
    read += slice.length;
    onRead?.(read);
    yield slice;
  }
}

async function readSlice(slice: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await slice.arrayBuffer());
  } catch (cause) {
    throw new LiteChatError(
      'file-unreadable',
      'The file cannot be read: it was moved, deleted or changed. Nothing was changed.',
      { cause },
    );
  }
}
