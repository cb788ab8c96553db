import { ClearData } from '../elements/clear-data/clear-data.js';
// For its types: with it the compiler knows the tag and its events wherever this is imported.
import '../elements/clear-data/clear-data.js';

if (!customElements.get('litechat-clear-data')) {
  customElements.define('litechat-clear-data', ClearData);
}
