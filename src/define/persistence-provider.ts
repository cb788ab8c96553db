import { PersistenceProvider } from '../elements/persistence-provider/persistence-provider.js';

if (!customElements.get('litechat-persistence-provider')) {
  customElements.define('litechat-persistence-provider', PersistenceProvider);
}
