import type { CategoryId, FullExportOptions, FullImportOptions } from '../model/categories.js';
import { onDemand } from '../on-demand.js';
import { PersistenceService, type Persistence } from '../persistence/persistence.js';
import type { ConversationData, ProjectData } from './export-entities.js';
import { lateStream } from './late-stream.js';
import type { Transfers } from './transfers.js';
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
  UndoState,
} from './types.js';
import { discardUndo, undoState } from './undo-state.js';

const transfers = onDemand(() => import('./transfers.js'));

/**
 * Moves data between the database and files. Every import checks the whole file before it touches
 * anything and then writes all of it or nothing; every method rejects with a `LiteChatError`, or
 * with the reason of the signal. What does the work is loaded at the first call.
 *
 * @throws {LiteChatError} module-unavailable when that does not load; nothing was changed.
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
    const chosen = { ...options };
    return lateStream(this.#load(transfer).then((loaded) => loaded.createBackup(chosen, transfer)));
  }

  /** Saves {@link createBackup} as `litechat_full_config_<time>.json`, encrypted as `.json.gz.age`. */
  exportFullConfiguration(options: FullExportOptions, transfer?: BackupOptions): Promise<void> {
    return this.#do((loaded) => loaded.exportFullConfiguration(options, transfer), transfer);
  }

  /**
   * Restores the chosen categories that the file carries; the rest stays as it is. What changes is
   * kept for {@link undoRestore}.
   *
   * @throws {LiteChatError} backup-not-recognised, backup-truncated, record-invalid,
   * passphrase-required, passphrase-wrong, … with nothing changed.
   */
  restoreBackup(
    file: Blob,
    options?: FullImportOptions,
    transfer?: RestoreOptions,
  ): Promise<RestoreReport> {
    return this.#do((loaded) => loaded.restoreBackup(file, options, transfer), transfer);
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
  previewBackup(
    file: Blob,
    options?: FullImportOptions,
    transfer?: PreviewOptions,
  ): Promise<BackupPreview> {
    return this.#do((loaded) => loaded.previewBackup(file, options, transfer), transfer);
  }

  /**
   * Decrypts and unpacks a file, for a program that does several things with it; a file that is
   * plain already comes back as it is.
   *
   * @throws {LiteChatError} passphrase-required, passphrase-wrong, backup-malformed, backup-truncated.
   */
  openFile(file: Blob, transfer?: PreviewOptions): Promise<Blob> {
    return this.#do((loaded) => loaded.openFile(file, transfer), transfer);
  }

  /**
   * Brings back what the last restore or clear changed. Undoing once more does it again.
   *
   * @throws {LiteChatError} not-found when there is nothing to undo.
   */
  undoRestore(transfer?: TransferOptions): Promise<UndoReport> {
    return this.#do((loaded) => loaded.undoRestore(transfer), transfer);
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
  clearData(options: FullImportOptions, clearing?: ClearOptions): Promise<ClearReport> {
    return this.#do((loaded) => loaded.clearData(options, clearing), clearing);
  }

  /**
   * Takes in any file that the kit or the existing application writes, recognised by content.
   * Conversations and projects are added as new; a backup is restored as the options say, every
   * category but mods, which are code, unless given.
   */
  importFile(file: Blob, importing?: ImportFileOptions): Promise<RestoreReport> {
    return this.#do((loaded) => loaded.importFile(file, importing), importing);
  }

  /** Adds the conversations of a file as new, under new ids. */
  importConversation(file: Blob, transfer?: PreviewOptions): Promise<RestoreReport> {
    return this.#do((loaded) => loaded.importConversation(file, transfer), transfer);
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
  exportCategory(id: CategoryId, transfer?: BackupOptions): Promise<void> {
    return this.#do((loaded) => loaded.exportCategory(id, transfer), transfer);
  }

  /**
   * Adds one category of a file to what is here: unless another policy is given, nothing is
   * deleted, and of a record that both have the newer stays.
   *
   * @throws {LiteChatError} backup-not-recognised when the file does not carry the category.
   */
  importCategory(id: CategoryId, file: Blob, transfer?: RestoreOptions): Promise<RestoreReport> {
    return this.#do((loaded) => loaded.importCategory(id, file, transfer), transfer);
  }

  /** @throws {LiteChatError} not-found. */
  exportConversationData(id: string): Promise<ConversationData> {
    return this.#do((loaded) => loaded.exportConversationData(id));
  }

  /** @throws {LiteChatError} not-found. */
  exportProjectData(id: string): Promise<ProjectData> {
    return this.#do((loaded) => loaded.exportProjectData(id));
  }

  /** Saves one conversation, to be imported again or to be read. @throws {LiteChatError} not-found. */
  exportConversation(id: string, format?: 'json' | 'md', transfer?: BackupOptions): Promise<void> {
    return this.#do((loaded) => loaded.exportConversation(id, format, transfer), transfer);
  }

  /** Saves a project with all below it. @throws {LiteChatError} not-found. */
  exportProject(id: string, transfer?: BackupOptions): Promise<void> {
    return this.#do((loaded) => loaded.exportProject(id, transfer), transfer);
  }

  /**
   * Saves several conversations as one file, to be imported again or to be read: as JSON the array
   * of {@link exportAllConversations}, as Markdown one after the other. They stand in the order of
   * the ids, then those that come with projects.
   *
   * @throws {LiteChatError} not-found when one of them is not there; no file is saved then.
   */
  exportConversations(
    ids: readonly string[],
    format?: 'json' | 'md',
    transfer?: ExportConversationsOptions,
  ): Promise<void> {
    return this.#do((loaded) => loaded.exportConversations(ids, format, transfer), transfer);
  }

  /** Saves every conversation as `litechat_all_conversations_export_<day>.json`. */
  exportAllConversations(transfer?: BackupOptions): Promise<void> {
    return this.#do((loaded) => loaded.exportAllConversations(transfer), transfer);
  }

  async #do<Result>(
    work: (loaded: Transfers) => Promise<Result>,
    transfer?: TransferOptions,
  ): Promise<Result> {
    return work(await this.#load(transfer));
  }

  async #load({ signal }: TransferOptions = {}): Promise<Transfers> {
    const module = transfers.loaded ?? (await transfers.load(signal));
    return new module.Transfers(this.persistence);
  }
}

/** The ready instance on the default database. */
export const ImportExportService = /* @__PURE__ */ new ImportExport(PersistenceService);
