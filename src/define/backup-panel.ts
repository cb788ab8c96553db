import { BackupPanel } from '../elements/backup-panel/backup-panel.js';
// For its types: with it the compiler knows the tag and its events wherever this is imported.
import '../elements/backup-panel/backup-panel.js';

if (!customElements.get('litechat-backup-panel')) {
  customElements.define('litechat-backup-panel', BackupPanel);
}
