import { ConversationList } from '../elements/conversation-list/conversation-list.js';
// For its types: with it the compiler knows the tag and its events wherever this is imported.
import '../elements/conversation-list/conversation-list.js';

if (!customElements.get('litechat-conversation-list')) {
  customElements.define('litechat-conversation-list', ConversationList);
}
