import { LiteChatError } from '../errors.js';
import { encryptStream } from '../formats/encryption.js';
import { conversationToMarkdown } from '../formats/conversation-markdown.js';
import {
  allConversationsName,
  categoryName,
  conversationName,
  encryptedName,
  fullBackupName,
  projectName,
  severalConversationsName,
} from '../formats/file-names.js';
import { recogniseFile } from '../formats/recognise-file.js';
import {
  allCategories,
  categories,
  type CategoryId,
  type FullExportOptions,
  type FullImportOptions,
} from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { backupChunks, createBackup } from './create-backup.js';
import {
  chosenConversations,
  conversationsFile,
  entityFile,
  exportConversationData,
  exportProjectData,
  projectNameOf,
  type ConversationData,
  type ProjectData,
} from './export-entities.js';
import { fileSlices } from './file-slices.js';
import type { ConversationsKind } from './import-conversations.js';
import { noteBackup } from './last-backup.js';
import { openFile } from './open-file.js';
import { runJob } from './run-job.js';
import { saveFile } from './save-file.js';
import { bytesOf } from './spooled-stream.js';
import type {
  BackupOptions,
  BackupPreview,
  ClearOptions,
  ClearReport,
  ExportConversationsOptions,
  ImportFileOptions,
  PreviewOptions,
  RestoreOptions,
  RestoreReport,
  TransferOptions,
  UndoReport,
} from './types.js';
import { undoState } from './undo-state.js';

const JSON_TYPE = 'application/json';
const MARKDOWN_TYPE = 'text/markdown';

const allButCode: FullImportOptions = { ...allCategories, importMods: false };

/** Below this a file, in bytes, is read before a worker has started. */
const SMALL_FILE = 2 * 1024 * 1024;
/** The same for what is in the database. */
const FEW_RECORDS = 2000;

/** What `ImportExport` does, loaded when it is first asked to; its methods are documented there. */
export class Transfers {
  readonly #persistence: Persistence;

  constructor(persistence: Persistence) {
    this.#persistence = persistence;
  }

  createBackup(
    options: FullExportOptions = {},
    transfer: BackupOptions = {},
  ): ReadableStream<Uint8Array> {
    return createBackup(this.#persistence, options, transfer);
  }

  async exportFullConfiguration(
    options: FullExportOptions,
    transfer?: BackupOptions,
  ): Promise<void> {
    await this.#saveBackup(fullBackupName(new Date()), options, transfer);
    try {
      await noteBackup(this.#persistence, options);
    } catch (error) {
      // The file is there, whether or not there is room for a note of it.
      if (!(error instanceof LiteChatError)) throw error;
    }
  }

  async restoreBackup(
    file: Blob,
    options: FullImportOptions = {},
    transfer: RestoreOptions = {},
  ): Promise<RestoreReport> {
    const opened = await openFile(file, transfer);
    const kind = await recogniseFile(fileSlices(opened.file, transfer));
    if (kind !== 'backup') {
      throw new LiteChatError(
        'backup-not-recognised',
        'The file holds conversations, not a backup. Import it to add them. Nothing was changed.',
      );
    }
    return this.#restore(opened.file, options, transfer);
  }

  async previewBackup(
    file: Blob,
    options: FullImportOptions = allButCode,
    transfer: PreviewOptions = {},
  ): Promise<BackupPreview> {
    const { file: opened, isEncrypted } = await openFile(file, transfer);
    const kind = await recogniseFile(fileSlices(opened, transfer));
    const { signal, onProgress, policy } = transfer;
    const doing = { signal, onProgress, inPage: opened.size < SMALL_FILE };
    const preview =
      kind === 'backup'
        ? await runJob(
            this.#persistence,
            'previewRestore',
            { file: opened, options, policy },
            doing,
          )
        : await runJob(this.#persistence, 'previewConversations', { file: opened, kind }, doing);
    return { ...preview, isEncrypted };
  }

  async openFile(file: Blob, transfer: PreviewOptions = {}): Promise<Blob> {
    const opened = await openFile(file, transfer);
    return opened.file;
  }

  async undoRestore(transfer?: TransferOptions): Promise<UndoReport> {
    const state = await undoState(this.#persistence);
    const inPage = (state?.records ?? 0) < FEW_RECORDS;
    return runJob(this.#persistence, 'undo', {}, { ...transfer, inPage });
  }

  async clearData(
    options: FullImportOptions,
    { keepUndo, signal, onProgress }: ClearOptions = {},
  ): Promise<ClearReport> {
    const counts = Object.values(await this.#persistence.countRecords());
    const inPage = counts.reduce((sum, count) => sum + count, 0) < FEW_RECORDS;
    return runJob(
      this.#persistence,
      'clear',
      { options, keepUndo },
      { signal, onProgress, inPage },
    );
  }

  async importFile(
    file: Blob,
    { options = allButCode, ...transfer }: ImportFileOptions = {},
  ): Promise<RestoreReport> {
    const opened = await openFile(file, transfer);
    const kind = await recogniseFile(fileSlices(opened.file, transfer));
    return kind === 'backup'
      ? this.#restore(opened.file, options, transfer)
      : this.#addConversations(opened.file, kind, transfer);
  }

  async importConversation(file: Blob, transfer: PreviewOptions = {}): Promise<RestoreReport> {
    const { file: opened } = await openFile(file, transfer);
    const kind = await recogniseFile(fileSlices(opened, transfer));
    if (kind === 'backup') {
      throw new LiteChatError(
        'backup-not-recognised',
        'The file is a backup, not a conversation. Restore it instead. Nothing was changed.',
      );
    }
    return this.#addConversations(opened, kind, transfer);
  }

  async exportCategory(id: CategoryId, transfer?: BackupOptions): Promise<void> {
    const { flag, fileName } = categoryOf(id);
    const name = categoryName(fileName, new Date());
    return this.#saveBackup(name, { [flag]: true }, transfer);
  }

  async importCategory(
    id: CategoryId,
    file: Blob,
    transfer: RestoreOptions = {},
  ): Promise<RestoreReport> {
    const { flag, label } = categoryOf(id);
    const opened = await openFile(file, transfer);
    const kind = await recogniseFile(fileSlices(opened.file, transfer));
    if (kind !== 'backup' && id === 'conversations') {
      return this.#addConversations(opened.file, kind, transfer);
    }
    const how = { ...transfer, policy: transfer.policy ?? 'merge-newest' };
    if (kind === 'backup') return this.#restore(opened.file, { [flag]: true }, how, label);
    throw new LiteChatError(
      'backup-not-recognised',
      `The file holds no ${label}. Nothing was changed.`,
    );
  }

  exportConversationData(id: string): Promise<ConversationData> {
    return exportConversationData(this.#persistence, id);
  }

  exportProjectData(id: string): Promise<ProjectData> {
    return exportProjectData(this.#persistence, id);
  }

  async exportConversation(
    id: string,
    format: 'json' | 'md' = 'json',
    transfer?: BackupOptions,
  ): Promise<void> {
    const data = await exportConversationData(this.#persistence, id);
    const name = conversationName(data.conversation.title, id, format);
    if (format === 'json') return save(name, JSON_TYPE, () => entityFile(data), transfer);
    const project = await projectNameOf(this.#persistence, data.conversation);
    const text = conversationToMarkdown(data.conversation, data.interactions, {
      ...(project !== undefined && { projectName: project }),
    });
    const type = MARKDOWN_TYPE;
    return save(name, type, () => new Blob([text], { type }), transfer);
  }

  async exportProject(id: string, transfer?: BackupOptions): Promise<void> {
    const data = await exportProjectData(this.#persistence, id);
    const name = projectName(data.project.name, id);
    return save(name, JSON_TYPE, () => entityFile(data), transfer);
  }

  async exportConversations(
    ids: readonly string[],
    format: 'json' | 'md' = 'json',
    { projectIds = [], ...transfer }: ExportConversationsOptions = {},
  ): Promise<void> {
    const chosen = await chosenConversations(this.#persistence, ids, projectIds);
    const name = severalConversationsName(chosen.title, chosen.ids.length, format, new Date());
    const type = format === 'json' ? JSON_TYPE : MARKDOWN_TYPE;
    const content = (): ReadableStream<Blob> =>
      conversationsFile(this.#persistence, { ids: chosen.ids, format }, transfer);
    return save(name, type, content, transfer);
  }

  exportAllConversations(transfer?: BackupOptions): Promise<void> {
    const content = (): ReadableStream<Blob> =>
      conversationsFile(this.#persistence, { format: 'json' }, transfer);
    return save(allConversationsName(new Date()), JSON_TYPE, content, transfer);
  }

  #saveBackup(name: string, options: FullExportOptions, transfer?: BackupOptions): Promise<void> {
    const content = (): ReadableStream<Blob> => backupChunks(this.#persistence, options, transfer);
    return save(name, JSON_TYPE, content, transfer);
  }

  async #restore(
    file: Blob,
    options: FullImportOptions,
    { policy, skipInvalid, keepUndo, addToUndo, signal, onProgress }: RestoreOptions,
    mustHold?: string,
  ): Promise<RestoreReport> {
    const args = { file, options, policy, skipInvalid, keepUndo, addToUndo, mustHold };
    const report = await runJob(this.#persistence, 'restore', args, {
      signal,
      onProgress,
      inPage: file.size < SMALL_FILE,
    });
    // What the browser had lost is back.
    if (report.counts.conversations) this.#persistence.database.forgetEmptied();
    return report;
  }

  #addConversations(
    file: Blob,
    kind: ConversationsKind,
    { signal, onProgress }: TransferOptions,
  ): Promise<RestoreReport> {
    return runJob(
      this.#persistence,
      'importConversations',
      { file, kind },
      { signal, onProgress, inPage: file.size < SMALL_FILE },
    );
  }
}

/** Saves a file, encrypted when there is a passphrase. */
function save(
  name: string,
  type: string,
  content: () => Blob | ReadableStream<Blob>,
  { passphrase }: BackupOptions = {},
): Promise<void> {
  if (passphrase === undefined) return saveFile(name, type, content);
  return saveFile(encryptedName(name), 'application/octet-stream', () => {
    const plain = content();
    return encryptStream(plain instanceof Blob ? plain.stream() : bytesOf(plain), passphrase);
  });
}

function categoryOf(id: CategoryId): (typeof categories)[number] {
  const category = categories.find((candidate) => candidate.id === id);
  if (!category)
    throw new LiteChatError('not-found', 'There is no category of that name. Nothing was changed.');
  return category;
}
