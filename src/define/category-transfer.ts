import { CategoryTransfer } from '../elements/category-transfer/category-transfer.js';
// For its types: with it the compiler knows the tag and its events wherever this is imported.
import '../elements/category-transfer/category-transfer.js';

if (!customElements.get('litechat-category-transfer')) {
  customElements.define('litechat-category-transfer', CategoryTransfer);
}
