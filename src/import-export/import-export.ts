import { LiteChatError } from '../errors.js';
import { conversationToMarkdown } from '../formats/conversation-markdown.js';
import {
  allConversationsName,
  categoryName,
  conversationName,
  fullBackupName,
  projectName,
} from '../formats/file-names.js';
import { recogniseFile, type FileKind } from '../formats/recognise-file.js';
import {
  allCategories,
  categories,
  type CategoryId,
  type CollectionKey,
  type FullExportOptions,
  type FullImportOptions,
} from '../model/categories.js';
import { PersistenceService, type Persistence } from '../persistence/persistence.js';
import { assertSupported } from './assert-supported.js';
import { createBackup } from './create-backup.js';
import {
  entityFile,
  exportAllConversationsData,
  exportConversationData,
  exportProjectData,
  projectNameOf,
  type ConversationData,
  type ProjectData,
} from './export-entities.js';
import { fileSlices } from './file-slices.js';
import { checkConversations, importConversations } from './import-conversations.js';
import { restoreBackup } from './restore-backup.js';
import { planRestore } from './restore-plan.js';
import { saveFile } from './save-file.js';
import type { BackupOptions, RestoreOptions, RestoreReport, TransferOptions } from './types.js';

const JSON_TYPE = 'application/json';

/** What a file was found to be, read through without writing anything. */
export interface FileDescription {
  kind: FileKind;
  /** When it was written, where it says so. */
  exportedAt: Date | null;
  /** The categories that it carries, be they empty; none for conversations and projects. */
  categories: CategoryId[];
  /** How many records each collection of a backup has in the file; one it lacks has no entry. */
  counts: Readonly<Partial<Record<CollectionKey, number>>>;
}

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
    assertSupported(transfer);
    return createBackup(this.persistence, options, transfer);
  }

  /** Saves {@link createBackup} as `litechat_full_config_<time>.json`. */
  async exportFullConfiguration(
    options: FullExportOptions,
    transfer?: BackupOptions,
  ): Promise<void> {
    return saveFile(fullBackupName(new Date()), JSON_TYPE, this.createBackup(options, transfer));
  }

  /**
   * Restores the chosen categories that the file carries; the rest stays as it is.
   *
   * @throws {LiteChatError} backup-not-recognised, backup-truncated, record-invalid, … with nothing
   * changed.
   */
  async restoreBackup(
    file: Blob,
    options: FullImportOptions = {},
    transfer: RestoreOptions = {},
  ): Promise<RestoreReport> {
    assertSupported(transfer);
    const kind = await recogniseFile(fileSlices(file, transfer));
    if (kind !== 'backup') {
      throw new LiteChatError(
        'backup-not-recognised',
        'The file holds conversations, not a backup. Import it to add them. Nothing was changed.',
      );
    }
    return restoreBackup(this.persistence, file, options, transfer);
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
   * Reads a file through, whatever it is, and says what it holds.
   *
   * @throws {LiteChatError} when it could not be restored or imported.
   */
  async describeFile(file: Blob, transfer: TransferOptions = {}): Promise<FileDescription> {
    const kind = await recogniseFile(fileSlices(file, transfer));
    if (kind !== 'backup') {
      await checkConversations(file, kind, transfer);
      return { kind, exportedAt: null, categories: [], counts: {} };
    }
    const plan = await planRestore(file, allCategories, transfer);
    const carried = new Set(plan.collections.map(({ category }) => category));
    return {
      kind,
      exportedAt: plan.exportedAt,
      categories: categories.map(({ id }) => id).filter((id) => carried.has(id)),
      counts: plan.counts,
    };
  }

  /**
   * Takes in any file that the kit or the existing application writes, recognised by content.
   * Conversations and projects are added as new; a backup is restored as the options say, every
   * category but mods, which are code, unless given.
   */
  async importFile(
    file: Blob,
    { options = { ...allCategories, importMods: false }, ...transfer }: ImportFileOptions = {},
  ): Promise<RestoreReport> {
    assertSupported(transfer);
    const kind = await recogniseFile(fileSlices(file, transfer));
    return kind === 'backup'
      ? restoreBackup(this.persistence, file, options, transfer)
      : importConversations(this.persistence, file, kind, transfer);
  }

  /** Adds the conversations of a file as new, under new ids. */
  async importConversation(file: Blob, transfer: TransferOptions = {}): Promise<RestoreReport> {
    const kind = await recogniseFile(fileSlices(file, transfer));
    if (kind === 'backup') {
      throw new LiteChatError(
        'backup-not-recognised',
        'The file is a backup, not a conversation. Restore it instead. Nothing was changed.',
      );
    }
    return importConversations(this.persistence, file, kind, transfer);
  }

  /** Saves names, addresses and authentication headers, unless secrets are left out. */
  exportMcpServers(transfer?: BackupOptions): Promise<void> {
    return this.exportCategory('mcpServers', transfer);
  }

  importMcpServers(file: Blob, transfer?: TransferOptions): Promise<RestoreReport> {
    return this.importCategory('mcpServers', file, transfer);
  }

  /** Saves the templates of type prompt, or of none. */
  exportPromptTemplates(transfer?: BackupOptions): Promise<void> {
    return this.exportCategory('promptTemplates', transfer);
  }

  importPromptTemplates(file: Blob, transfer?: TransferOptions): Promise<RestoreReport> {
    return this.importCategory('promptTemplates', file, transfer);
  }

  /** Saves the agents with their tasks. */
  exportAgents(transfer?: BackupOptions): Promise<void> {
    return this.exportCategory('agents', transfer);
  }

  importAgents(file: Blob, transfer?: TransferOptions): Promise<RestoreReport> {
    return this.importCategory('agents', file, transfer);
  }

  /** Saves one category as `litechat_<category>_<time>.json`. */
  async exportCategory(id: CategoryId, transfer?: BackupOptions): Promise<void> {
    const { flag, fileName } = categoryOf(id);
    const name = categoryName(fileName, new Date());
    return saveFile(name, JSON_TYPE, this.createBackup({ [flag]: true }, transfer));
  }

  /**
   * Adds one category of a file to what is here: nothing is deleted, and of a record that both
   * have the newer stays.
   *
   * @throws {LiteChatError} backup-not-recognised when the file does not carry the category.
   */
  async importCategory(
    id: CategoryId,
    file: Blob,
    transfer: TransferOptions = {},
  ): Promise<RestoreReport> {
    const { flag, label, collections } = categoryOf(id);
    const options = { [flag]: true };
    const report = await this.restoreBackup(file, options, {
      ...transfer,
      policy: 'merge-newest',
    });
    if (!collections.some(({ key }) => report.counts[key] !== undefined)) {
      throw new LiteChatError(
        'backup-not-recognised',
        `The file holds no ${label}. Nothing was changed.`,
      );
    }
    return report;
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
  async exportConversation(id: string, format: 'json' | 'md' = 'json'): Promise<void> {
    const data = await this.exportConversationData(id);
    const name = conversationName(data.conversation.title, id, format);
    if (format === 'json') return saveFile(name, JSON_TYPE, entityFile(data));
    const project = await projectNameOf(this.persistence, data.conversation);
    const text = conversationToMarkdown(data.conversation, data.interactions, {
      ...(project !== undefined && { projectName: project }),
    });
    return saveFile(name, 'text/markdown', new Blob([text], { type: 'text/markdown' }));
  }

  /** Saves a project with all below it. @throws {LiteChatError} not-found. */
  async exportProject(id: string): Promise<void> {
    const data = await this.exportProjectData(id);
    return saveFile(projectName(data.project.name, id), JSON_TYPE, entityFile(data));
  }

  /** Saves every conversation as `litechat_all_conversations_export_<day>.json`. */
  exportAllConversations(transfer?: TransferOptions): Promise<void> {
    const content = exportAllConversationsData(this.persistence, transfer);
    return saveFile(allConversationsName(new Date()), JSON_TYPE, content);
  }
}

export interface ImportFileOptions extends RestoreOptions {
  /** What to restore of a backup. */
  options?: FullImportOptions | undefined;
}

function categoryOf(id: CategoryId): (typeof categories)[number] {
  const category = categories.find((candidate) => candidate.id === id);
  if (!category)
    throw new LiteChatError('not-found', 'There is no category of that name. Nothing was changed.');
  return category;
}

/** The ready instance on the default database. */
export const ImportExportService = /* @__PURE__ */ new ImportExport(PersistenceService);
