import { DataManagement } from '../elements/data-management/data-management.js';
import './backup-panel.js';
import './category-transfer.js';
import './clear-data.js';
import './restore-panel.js';
import './storage-status.js';
// For its types: with it the compiler knows the tag and its events wherever this is imported.
import '../elements/data-management/data-management.js';

if (!customElements.get('litechat-data-management')) {
  customElements.define('litechat-data-management', DataManagement);
}
