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
import { PersistenceService, type Persistence } from '../persistence/persistence.js';
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
  PreviewOptions,
  RestoreOptions,
  RestoreReport,
  TransferOptions,
  UndoReport,
  UndoState,
} from './types.js';
import { discardUndo, undoState } from './undo-state.js';

const JSON_TYPE = 'application/json';
const MARKDOWN_TYPE = 'text/markdown';

const allButCode: FullImportOptions = { ...allCategories, importMods: false };

/** Below this a file, in bytes, is read before a worker has started. */
const SMALL_FILE = 2 * 1024 * 1024;
/** The same for what is in the database. */
const FEW_RECORDS = 2000;

/**
 * Moves data between the database and files. Every import checks the whole file before it touches
 * anything and then writes all of it or nothing; every method rejects with a `LiteChatError`, or
 * with the reason of the signal.
 */
export class ImportExport {
  readonly persistence: Persistence;

  constructor(persistence: Persistence) {
    this.persistence = persistence;
  }

  /** The bytes of a full-configuration file with the chosen categories. */
  createBackup(
    options: FullExportOptions = {},
    transfer: BackupOptions = {},
  ): ReadableStream<Uint8Array> {
    return createBackup(this.persistence, options, transfer);
  }

  /** Saves {@link createBackup} as `litechat_full_config_<time>.json`, encrypted as `.json.gz.age`. */
  async exportFullConfiguration(
    options: FullExportOptions,
    transfer?: BackupOptions,
  ): Promise<void> {
    await this.#saveBackup(fullBackupName(new Date()), options, transfer);
    try {
      await noteBackup(this.persistence, options);
    } catch (error) {
      // The file is there, whether or not there is room for a note of it.
      if (!(error instanceof LiteChatError)) throw error;
    }
  }

  /**
   * Restores the chosen categories that the file carries; the rest stays as it is. What changes is
   * kept for {@link undoRestore}.
   *
   * @throws {LiteChatError} backup-not-recognised, backup-truncated, record-invalid,
   * passphrase-required, passphrase-wrong, … with nothing changed.
   */
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

  /** {@link restoreBackup} under the name of the existing application. */
  importFullConfiguration(
    file: Blob,
    options: FullImportOptions,
    transfer?: RestoreOptions,
  ): Promise<RestoreReport> {
    return this.restoreBackup(file, options, transfer);
  }

  /**
   * Reads any file that could be restored or imported through, and says what it is and what that
   * would do: the same that the report will say. Nothing is written.
   *
   * @param options The categories that would be restored, of a backup; all but mods, which are code,
   * unless given.
   * @throws {LiteChatError} when it could not be restored or imported.
   */
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
        ? await runJob(this.persistence, 'previewRestore', { file: opened, options, policy }, doing)
        : await runJob(this.persistence, 'previewConversations', { file: opened, kind }, doing);
    return { ...preview, isEncrypted };
  }

  /**
   * Decrypts and unpacks a file, for a program that does several things with it; a file that is
   * plain already comes back as it is.
   *
   * @throws {LiteChatError} passphrase-required, passphrase-wrong, backup-malformed, backup-truncated.
   */
  async openFile(file: Blob, transfer: PreviewOptions = {}): Promise<Blob> {
    const opened = await openFile(file, transfer);
    return opened.file;
  }

  /**
   * Brings back what the last restore or clear changed. Undoing once more does it again.
   *
   * @throws {LiteChatError} not-found when there is nothing to undo.
   */
  async undoRestore(transfer?: TransferOptions): Promise<UndoReport> {
    const state = await this.undoState();
    const inPage = (state?.records ?? 0) < FEW_RECORDS;
    return runJob(this.persistence, 'undo', {}, { ...transfer, inPage });
  }

  /** What {@link undoRestore} would bring back; null when there is nothing. */
  undoState(): Promise<UndoState | null> {
    return undoState(this.persistence);
  }

  /** Gives up what is kept for {@link undoRestore}, and the room that it takes. */
  discardUndo(): Promise<void> {
    return discardUndo(this.persistence);
  }

  /** Clears the chosen categories; for an hour that can be undone. */
  async clearData(
    options: FullImportOptions,
    { keepUndo, signal, onProgress }: ClearOptions = {},
  ): Promise<ClearReport> {
    const counts = Object.values(await this.persistence.countRecords());
    const inPage = counts.reduce((sum, count) => sum + count, 0) < FEW_RECORDS;
    return runJob(this.persistence, 'clear', { options, keepUndo }, { signal, onProgress, inPage });
  }

  /**
   * Takes in any file that the kit or the existing application writes, recognised by content.
   * Conversations and projects are added as new; a backup is restored as the options say, every
   * category but mods, which are code, unless given.
   */
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

  /** Adds the conversations of a file as new, under new ids. */
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

  /** Saves names, addresses and authentication headers, unless secrets are left out. */
  exportMcpServers(transfer?: BackupOptions): Promise<void> {
    return this.exportCategory('mcpServers', transfer);
  }

  importMcpServers(file: Blob, transfer?: RestoreOptions): Promise<RestoreReport> {
    return this.importCategory('mcpServers', file, transfer);
  }

  /** Saves the templates of type prompt, or of none. */
  exportPromptTemplates(transfer?: BackupOptions): Promise<void> {
    return this.exportCategory('promptTemplates', transfer);
  }

  importPromptTemplates(file: Blob, transfer?: RestoreOptions): Promise<RestoreReport> {
    return this.importCategory('promptTemplates', file, transfer);
  }

  /** Saves the agents with their tasks. */
  exportAgents(transfer?: BackupOptions): Promise<void> {
    return this.exportCategory('agents', transfer);
  }

  importAgents(file: Blob, transfer?: RestoreOptions): Promise<RestoreReport> {
    return this.importCategory('agents', file, transfer);
  }

  /** Saves one category as `litechat_<category>_<time>.json`. */
  async exportCategory(id: CategoryId, transfer?: BackupOptions): Promise<void> {
    const { flag, fileName } = categoryOf(id);
    const name = categoryName(fileName, new Date());
    return this.#saveBackup(name, { [flag]: true }, transfer);
  }

  /**
   * Adds one category of a file to what is here: unless another policy is given, nothing is
   * deleted, and of a record that both have the newer stays.
   *
   * @throws {LiteChatError} backup-not-recognised when the file does not carry the category.
   */
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

  /** @throws {LiteChatError} not-found. */
  exportConversationData(id: string): Promise<ConversationData> {
    return exportConversationData(this.persistence, id);
  }

  /** @throws {LiteChatError} not-found. */
  exportProjectData(id: string): Promise<ProjectData> {
    return exportProjectData(this.persistence, id);
  }

  /** Saves one conversation, to be imported again or to be read. @throws {LiteChatError} not-found. */
  async exportConversation(
    id: string,
    format: 'json' | 'md' = 'json',
    transfer?: BackupOptions,
  ): Promise<void> {
    const data = await this.exportConversationData(id);
    const name = conversationName(data.conversation.title, id, format);
    if (format === 'json') return save(name, JSON_TYPE, () => entityFile(data), transfer);
    const project = await projectNameOf(this.persistence, data.conversation);
    const text = conversationToMarkdown(data.conversation, data.interactions, {
      ...(project !== undefined && { projectName: project }),
    });
    const type = MARKDOWN_TYPE;
    return save(name, type, () => new Blob([text], { type }), transfer);
  }

  /** Saves a project with all below it. @throws {LiteChatError} not-found. */
  async exportProject(id: string, transfer?: BackupOptions): Promise<void> {
    const data = await this.exportProjectData(id);
    const name = projectName(data.project.name, id);
    return save(name, JSON_TYPE, () => entityFile(data), transfer);
  }

  /**
   * Saves several conversations as one file, to be imported again or to be read: as JSON the array
   * of {@link exportAllConversations}, as Markdown one after the other. They stand in the order of
   * the ids, then those that come with projects.
   *
   * @throws {LiteChatError} not-found when one of them is not there; no file is saved then.
   */
  async exportConversations(
    ids: readonly string[],
    format: 'json' | 'md' = 'json',
    { projectIds = [], ...transfer }: ExportConversationsOptions = {},
  ): Promise<void> {
    const chosen = await chosenConversations(this.persistence, ids, projectIds);
    const name = severalConversationsName(chosen.title, chosen.ids.length, format, new Date());
    const type = format === 'json' ? JSON_TYPE : MARKDOWN_TYPE;
    const content = (): ReadableStream<Blob> =>
      conversationsFile(this.persistence, { ids: chosen.ids, format }, transfer);
    return save(name, type, content, transfer);
  }

  /** Saves every conversation as `litechat_all_conversations_export_<day>.json`. */
  exportAllConversations(transfer?: BackupOptions): Promise<void> {
    const content = (): ReadableStream<Blob> =>
      conversationsFile(this.persistence, { format: 'json' }, transfer);
    return save(allConversationsName(new Date()), JSON_TYPE, content, transfer);
  }

  #saveBackup(name: string, options: FullExportOptions, transfer?: BackupOptions): Promise<void> {
    const content = (): ReadableStream<Blob> => backupChunks(this.persistence, options, transfer);
    return save(name, JSON_TYPE, content, transfer);
  }

  #restore(
    file: Blob,
    options: FullImportOptions,
    { policy, skipInvalid, keepUndo, addToUndo, signal, onProgress }: RestoreOptions,
    mustHold?: string,
  ): Promise<RestoreReport> {
    const args = { file, options, policy, skipInvalid, keepUndo, addToUndo, mustHold };
    return runJob(this.persistence, 'restore', args, {
      signal,
      onProgress,
      inPage: file.size < SMALL_FILE,
    });
  }

  #addConversations(
    file: Blob,
    kind: ConversationsKind,
    { signal, onProgress }: TransferOptions,
  ): Promise<RestoreReport> {
    return runJob(
      this.persistence,
      'importConversations',
      { file, kind },
      { signal, onProgress, inPage: file.size < SMALL_FILE },
    );
  }
}

export interface ImportFileOptions extends RestoreOptions {
  /** What to restore of a backup. */
  options?: FullImportOptions | undefined;
}

export interface ExportConversationsOptions extends BackupOptions {
  /** Projects of which all conversations come too, with those of the projects below them. */
  projectIds?: readonly string[] | undefined;
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

/** The ready instance on the default database. */
export const ImportExportService = /* @__PURE__ */ new ImportExport(PersistenceService);
