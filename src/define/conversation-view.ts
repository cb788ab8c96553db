import { ConversationView } from '../elements/conversation-view/conversation-view.js';

if (!customElements.get('litechat-conversation-view')) {
  customElements.define('litechat-conversation-view', ConversationView);
}
