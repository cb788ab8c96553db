export { PersistenceController, type ContextDelay } from './controllers/persistence-controller.js';
export { StoreController } from './controllers/store-controller.js';
export { UsageController } from './controllers/usage-controller.js';
export { createPersistenceContext } from './context/create-persistence-context.js';
export { persistenceContext, type PersistenceContext } from './context/persistence-context.js';
export { defaultContext } from './context/default-context.js';
export type { EmptiedStorage } from './database/data-witness.js';
export { DEFAULT_DATABASE_NAME } from './database/database-name.js';
export type { LastBackup } from './database/last-backup.js';
export {
  LiteChatDatabase,
  type DatabaseStatus,
  type IndexedDBImplementation,
} from './database/litechat-database.js';
export { openDatabase, type OpenDatabaseOptions, type Storage } from './database/open-database.js';
export { SCHEMA_VERSION } from './database/versions.js';
export { BackupPanel } from './elements/backup-panel/backup-panel.js';
export type { BackupRequest } from './elements/backup-panel/backup-panel-body.js';
export { CategoryTransfer } from './elements/category-transfer/category-transfer.js';
export { ClearData } from './elements/clear-data/clear-data.js';
export type { ClearDetail } from './elements/clear-data/clear-data-body.js';
export { ConversationList } from './elements/conversation-list/conversation-list.js';
export type { ItemRef } from './elements/conversation-list/list-events.js';
export { ConversationView } from './elements/conversation-view/conversation-view.js';
export type { AnswerRef } from './elements/conversation-view/view-events.js';
export type { RenderContext, TextRenderer } from './elements/conversation-view/rendered-text.js';
export { DataManagement } from './elements/data-management/data-management.js';
export { PersistenceProvider } from './elements/persistence-provider/persistence-provider.js';
export { RestorePanel } from './elements/restore-panel/restore-panel.js';
export type { RestoreRequest } from './elements/restore-panel/restore-panel-body.js';
export { StorageStatus } from './elements/storage-status/storage-status.js';
export { LiteChatError, type LiteChatErrorCode, type LiteChatErrorOptions } from './errors.js';
export type { BackupOrigin } from './formats/backup-origin.js';
export type { Turn } from './formats/conversation-turns.js';
export type { FileKind } from './formats/recognise-file.js';
export type { ConversationData, ProjectData } from './import-export/export-entities.js';
export { ImportExport, ImportExportService } from './import-export/import-export.js';
export type {
  BackupOptions,
  BackupPreview,
  ClearOptions,
  ClearReport,
  CollectionOutcome,
  ExportConversationsOptions,
  ImportFileOptions,
  InvalidRecord,
  PreviewOptions,
  Progress,
  Repair,
  RestoreOptions,
  RestoreOutcome,
  RestorePolicy,
  RestoreReport,
  TransferOptions,
  UndoReport,
  UndoState,
} from './import-export/types.js';
export {
  allCategories,
  categories,
  type Category,
  type CategoryId,
  type Collection,
  type CollectionKey,
  type FullExportOptions,
  type FullImportOptions,
} from './model/categories.js';
export type * from './model/entities.js';
export * from './model/events.js';
export type { OutlineEntry, OutlineKey, OutlineReference } from './model/outline.js';
export type { TextPart } from './model/text-match.js';
export { Persistence, PersistenceService, type Saveable } from './persistence/persistence.js';
export { requestPersistence, type BrowserStorage } from './persistence/browser-storage.js';
export type { ProjectConversations } from './persistence/cascades.js';
export type { CollectionCounts } from './persistence/counts.js';
export type { CollectionUsage, StorageUsage } from './persistence/measure-usage.js';
export { measureUsage } from './persistence/storage-usage.js';
export { watchUsage } from './persistence/usage-watch.js';
export type { Passage } from './persistence/search/passage.js';
export type { SearchRole } from './persistence/search/message-text.js';
export type { SearchFilters, SearchGroup, SearchHit } from './persistence/search/search-types.js';
export type { InteractionWindow } from './persistence/interaction-windows.js';
export type { ConversationState } from './stores/conversation-store.js';
export { EventEmitter, type AnyEventHandler, type EventHandler } from './stores/event-emitter.js';
export type { InteractionState } from './stores/interaction-store.js';
export type { InteractionStream, Streamed } from './stores/interaction-stream.js';
export type {
  LiveState,
  LiveStore,
  RegisteredActionHandler,
  StoreDependencies,
} from './stores/live-store.js';
export type { LoadStatus } from './stores/live-rows.js';
export { LiveTurns } from './stores/live-turns.js';
export type { LiveTurnsState } from './stores/live-turns-state.js';
export type { McpServerState } from './stores/mcp-server-store.js';
export type { ModState } from './stores/mod-store.js';
export type { ProjectState } from './stores/project-store.js';
export type { PromptTemplateState } from './stores/prompt-template-store.js';
export type { ProviderState } from './stores/provider-store.js';
export type { RuleState } from './stores/rule-store.js';
export type { SearchIndexStatus } from './stores/search-indexing.js';
export type { SearchProgress, SearchState } from './stores/search-state.js';
export type { OutlineItem, OutlineShelf } from './stores/outline-item.js';
export type { OutlineRow, OutlineRows, OutlineRowsOptions } from './stores/outline-rows.js';
export type { OutlineMove, OutlineState } from './stores/outline-store.js';
export { outlineOrders, type OutlineOrder, type OutlineTree } from './stores/outline-tree.js';
export type { RevealRequest, SelectionState } from './stores/selection-store.js';
export type { SettingsState } from './stores/settings-store.js';
export { createStores, type Stores } from './stores/stores.js';
export type { SyncRepoState } from './stores/sync-repo-store.js';
export type { TitleAtHand } from './stores/title-at-hand.js';
