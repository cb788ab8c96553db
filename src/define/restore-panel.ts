import { RestorePanel } from '../elements/restore-panel/restore-panel.js';

if (!customElements.get('litechat-restore-panel')) {
  customElements.define('litechat-restore-panel', RestorePanel);
}
