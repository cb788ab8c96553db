import { LiteChatError } from '../errors.js';

/** What is used here of the File System Access API, which TypeScript's types lack. */
interface FilePickers {
  showSaveFilePicker?: (options: {
    suggestedName: string;
    types?: { accept: Record<string, string[]> }[];
  }) => Promise<FileSystemFileHandle>;
}

/**
 * A dialog that goes away sooner was never there to be dismissed: a browser without a screen, or
 * one that is told to show none, answers as if it had been.
 */
const SHORTEST_DIALOG_MILLISECONDS = 400;

/**
 * Asks the user where to save a file. Undefined where the browser has no such dialog, does not
 * allow it here, or allows it only after a click that was too long ago.
 *
 * @throws {DOMException} AbortError when the user dismisses the dialog.
 */
export async function pickFile(
  name: string,
  type: string,
): Promise<FileSystemWritableFileStream | undefined> {
  const { showSaveFilePicker } = globalThis as FilePickers;
  // WebKit before 16.4 has no userActivation, and no dialog either.
  if (!showSaveFilePicker || !navigator.userActivation.isActive) return undefined;
  const asked = performance.now();
  let handle: FileSystemFileHandle;
  try {
    handle = await showSaveFilePicker({ suggestedName: name, ...typesFor(name, type) });
  } catch (error) {
    const dismissed = error instanceof DOMException && error.name === 'AbortError';
    if (dismissed && performance.now() - asked >= SHORTEST_DIALOG_MILLISECONDS) throw error;
    return undefined;
  }
  // The user has picked this place, so the file goes nowhere else.
  return await written(handle.createWritable());
}

/** Browsers add the extension of the type to a name that lacks it; a compound one they do not know. */
function typesFor(name: string, type: string): { types?: { accept: Record<string, string[]> }[] } {
  const [, extension] = /^[^.]*(\.[a-z]+)$/i.exec(name) ?? [];
  return extension === undefined ? {} : { types: [{ accept: { [type]: [extension] } }] };
}

/**
 * Writes a file piece by piece. What was there before stays until the last piece is written.
 *
 * @throws {LiteChatError} file-unwritable; what reading the pieces throws.
 */
export async function writeInto(
  file: FileSystemWritableFileStream,
  chunks: AsyncIterable<Blob>,
): Promise<void> {
  try {
    for await (const chunk of chunks) await written(file.write(chunk));
    await written(file.close());
  } catch (error) {
    // One that failed to write is aborted already, and says so again.
    await Promise.allSettled([file.abort(error)]);
    throw error;
  }
}

async function written<Result>(writing: Promise<Result>): Promise<Result> {
  try {
    return await writing;
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    const reason = isFull
      ? 'there is no more room where it should go'
      : 'the browser could not write it';
    throw new LiteChatError(
      'file-unwritable',
      `The file was not saved: ${reason}. Nothing in the database was changed.`,
      { cause },
    );
  }
}
