import { PersistenceProvider } from '../elements/persistence-provider/persistence-provider.js';
// For its types: with it the compiler knows the tag and its events wherever this is imported.
import '../elements/persistence-provider/persistence-provider.js';

if (!customElements.get('litechat-persistence-provider')) {
  customElements.define('litechat-persistence-provider', PersistenceProvider);
}
