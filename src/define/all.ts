import './backup-panel.js';
import './category-transfer.js';
import './clear-data.js';
import './conversation-list.js';
import './data-management.js';
import './persistence-provider.js';
import './restore-panel.js';
import './storage-status.js';
