import 'litechat-elements/define';
import 'litechat-elements/locales/de';
import {
  allCategories,
  conversationEvent,
  defaultContext,
  ImportExportService,
  LiteChatError,
  type ConversationList,
  type PersistenceContext,
  type RestoreReport,
} from 'litechat-elements';
import { renderMarkdown } from 'litechat-elements/markdown';

function find<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
  const element = document.querySelector(name);
  if (!element) throw new Error(`There is no ${name}.`);
  return element;
}

const list: ConversationList = find('litechat-conversation-list');
const view = find('litechat-conversation-view');
view.renderer = renderMarkdown;

list.addEventListener('litechat-selection-changed', ({ detail }) => {
  const { id, type } = detail;
  view.conversationId = type === 'conversation' ? id : null;
});
// @ts-expect-error -- What an event carries is known.
list.addEventListener('litechat-selection-changed', ({ detail }) => console.log(detail.title));
// @ts-expect-error -- An id is text.
view.conversationId = 42;
view.conversationId = null;

/** What became of a backup that was taken back in. */
async function roundTrip(): Promise<RestoreReport> {
  const file = await new Response(ImportExportService.createBackup(allCategories)).blob();
  return ImportExportService.restoreBackup(file, allCategories);
}

async function save({ events, persistence, stores }: PersistenceContext): Promise<void> {
  const told: string[] = [];
  events.on(conversationEvent.conversationAdded, ({ conversation }) => {
    told.push(conversation.title);
  });
  const id = await stores.conversations.getState().addConversation({ title: 'From a new project' });
  await persistence.saveInteraction({
    conversationId: id,
    index: 0,
    type: 'message.user_assistant',
    prompt: { id: crypto.randomUUID(), content: 'Is it **kept**?' },
    response: 'It is *kept*.',
    status: 'COMPLETED',
    startedAt: new Date(0),
    endedAt: new Date(0),
    parentId: null,
    metadata: {},
  });
  // The index is made by the worker.
  await stores.search.getState().search('kept');
  const found = stores.search.getState().total;
  const { counts } = await roundTrip();
  const refused = await ImportExportService.restoreBackup(new Blob(['?']), allCategories)
    .then(() => 'nothing')
    .catch((error: unknown) => (error instanceof LiteChatError ? error.code : 'something else'));
  find('output').value = JSON.stringify({
    told,
    found,
    conversations: counts.conversations,
    refused,
  });
}

find('button').addEventListener('click', () => void defaultContext().then(save));
