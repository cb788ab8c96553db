import { CategoryTransfer } from '../elements/category-transfer/category-transfer.js';

if (!customElements.get('litechat-category-transfer')) {
  customElements.define('litechat-category-transfer', CategoryTransfer);
}
