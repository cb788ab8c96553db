import { BackupPanel } from './elements/backup-panel/backup-panel.js';
import { CategoryTransfer } from './elements/category-transfer/category-transfer.js';
import { ClearData } from './elements/clear-data/clear-data.js';
import { ConversationList } from './elements/conversation-list/conversation-list.js';
import { ConversationView } from './elements/conversation-view/conversation-view.js';
import { DataManagement } from './elements/data-management/data-management.js';
import { PersistenceProvider } from './elements/persistence-provider/persistence-provider.js';
import { RestorePanel } from './elements/restore-panel/restore-panel.js';
import { StorageStatus } from './elements/storage-status/storage-status.js';
// For its types: with them the compiler knows the tags and their events.
import './index.js';

const classes = {
  'litechat-backup-panel': BackupPanel,
  'litechat-category-transfer': CategoryTransfer,
  'litechat-clear-data': ClearData,
  'litechat-conversation-list': ConversationList,
  'litechat-conversation-view': ConversationView,
  'litechat-data-management': DataManagement,
  'litechat-persistence-provider': PersistenceProvider,
  'litechat-restore-panel': RestorePanel,
  'litechat-storage-status': StorageStatus,
} satisfies Partial<Record<keyof HTMLElementTagNameMap, CustomElementConstructor>>;

/**
 * Defines all elements in a registry, such as one of a shadow root alone. A tag that is there already
 * stays what it is.
 *
 * @param registry That of the page unless given.
 */
export function define(registry: CustomElementRegistry = customElements): void {
  for (const [tag, element] of Object.entries(classes)) {
    if (!registry.get(tag)) registry.define(tag, element);
  }
}
