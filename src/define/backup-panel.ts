import { BackupPanel } from '../elements/backup-panel/backup-panel.js';

if (!customElements.get('litechat-backup-panel')) {
  customElements.define('litechat-backup-panel', BackupPanel);
}
