import { selectedCategories, type FullExportOptions } from '../model/categories.js';
import { encryptStream } from '../formats/encryption.js';
import type { Persistence } from '../persistence/persistence.js';
import { exportStream } from './export-stream.js';
import { bytesOf } from './spooled-stream.js';
import type { BackupOptions } from './types.js';

/**
 * Writes a full-configuration file of the chosen categories as a byte stream of UTF-8 JSON, with a
 * passphrase compressed and encrypted, read from one consistent state of the database: what is saved meanwhile is not in it.
 *
 * The stream fails with a `LiteChatError` when the database cannot be read, or with the reason of
 * the signal; it never ends early as if it were whole.
 */
export function createBackup(
  persistence: Persistence,
  options: FullExportOptions,
  transfer: BackupOptions = {},
): ReadableStream<Uint8Array> {
  const plain = bytesOf(backupChunks(persistence, options, transfer));
  const { passphrase } = transfer;
  return passphrase === undefined ? plain : encryptStream(plain, passphrase);
}

/** The plain file of {@link createBackup} in blobs of about 1 MB, to be saved without reading them. */
export function backupChunks(
  persistence: Persistence,
  options: FullExportOptions,
  { includeSecrets = true, ...transfer }: BackupOptions = {},
): ReadableStream<Blob> {
  const tables = selectedCategories(options).flatMap(({ collections }) =>
    collections.map(({ table }) => table),
  );
  return exportStream(
    persistence,
    'exportBackup',
    { options: { ...options }, includeSecrets },
    tables,
    transfer,
  );
}
