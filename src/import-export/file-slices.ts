import { LiteChatError } from '../errors.js';

/** Large enough that waiting for a slice is rare, small enough for a phone's memory. */
const SLICE_BYTES = 1024 * 1024;

/**
 * Reads a file from its beginning in slices. Unlike `Blob.stream()` its chunks have a known size in
 * every browser, and a file can be read a second time.
 *
 * @throws {LiteChatError} file-unreadable when the file went away or changed on disk meanwhile.
 */
export async function* fileSlices(
  file: Blob,
  { signal, onRead }: { signal?: AbortSignal | undefined; onRead?: (bytes: number) => void } = {},
): AsyncGenerator<Uint8Array, void> {
  // Callers without types hand in paths, responses and nothing at all.
  if (!((file as unknown) instanceof Blob)) {
    throw new LiteChatError('file-unreadable', 'There is no file to read. Nothing was changed.');
  }
  for (let start = 0; start < file.size; start += SLICE_BYTES) {
    signal?.throwIfAborted();
    const end = Math.min(start + SLICE_BYTES, file.size);
    const slice = await readSlice(file.slice(start, end));
    onRead?.(end);
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
