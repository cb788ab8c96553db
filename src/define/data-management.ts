import { DataManagement } from '../elements/data-management/data-management.js';
import './backup-panel.js';
import './category-transfer.js';
import './clear-data.js';
import './restore-panel.js';
import './storage-status.js';

if (!customElements.get('litechat-data-management')) {
  customElements.define('litechat-data-management', DataManagement);
}
