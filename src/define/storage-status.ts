import { StorageStatus } from '../elements/storage-status/storage-status.js';
// For its types: with it the compiler knows the tag and its events wherever this is imported.
import '../elements/storage-status/storage-status.js';

if (!customElements.get('litechat-storage-status')) {
  customElements.define('litechat-storage-status', StorageStatus);
}
