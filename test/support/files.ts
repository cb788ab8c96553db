import type { ImportExport } from '../../src/import-export/import-export.js';
import type { BackupOptions } from '../../src/import-export/types.js';
import { allCategories, type FullExportOptions } from '../../src/model/categories.js';

/** A file with this text, or with this value as JSON. */
export function fileOf(content: unknown, name = 'file.json'): File {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return new File([text], name, { type: 'application/json' });
}

/** A full-configuration file with these fields. */
export function backupOf(fields: object): File {
  return fileOf({ version: 1, exportedAt: '2026-02-03T04:05:06.000Z', ...fields });
}

/** What a backup of the database is, as a file. */
export async function backupFile(
  importExport: ImportExport,
  options: FullExportOptions = allCategories,
  transfer?: BackupOptions,
): Promise<File> {
  const reader = importExport.createBackup(options, transfer).getReader();
  const chunks: BlobPart[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(new Uint8Array(next.value));
  }
  return new File(chunks, 'backup.json');
}

/** What a backup of the database holds. */
export async function backupJson(
  importExport: ImportExport,
  options: FullExportOptions = allCategories,
  transfer?: BackupOptions,
): Promise<Record<string, unknown>> {
  const file = await backupFile(importExport, options, transfer);
  return JSON.parse(await file.text()) as Record<string, unknown>;
}
