import { StorageStatus } from '../elements/storage-status/storage-status.js';

if (!customElements.get('litechat-storage-status')) {
  customElements.define('litechat-storage-status', StorageStatus);
}
