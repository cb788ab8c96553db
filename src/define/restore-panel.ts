import { RestorePanel } from '../elements/restore-panel/restore-panel.js';
// For its types: with it the compiler knows the tag and its events wherever this is imported.
import '../elements/restore-panel/restore-panel.js';

if (!customElements.get('litechat-restore-panel')) {
  customElements.define('litechat-restore-panel', RestorePanel);
}
