import { ConversationView } from '../elements/conversation-view/conversation-view.js';
// For its types: with it the compiler knows the tag and its events wherever this is imported.
import '../elements/conversation-view/conversation-view.js';

if (!customElements.get('litechat-conversation-view')) {
  customElements.define('litechat-conversation-view', ConversationView);
}
