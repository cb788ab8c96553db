import { ConversationList } from '../elements/conversation-list/conversation-list.js';

if (!customElements.get('litechat-conversation-list')) {
  customElements.define('litechat-conversation-list', ConversationList);
}
