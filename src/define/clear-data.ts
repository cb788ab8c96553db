import { ClearData } from '../elements/clear-data/clear-data.js';

if (!customElements.get('litechat-clear-data')) {
  customElements.define('litechat-clear-data', ClearData);
}
