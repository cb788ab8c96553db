const provider = document.querySelector('litechat-persistence-provider');
const list = document.querySelector('litechat-conversation-list');
const view = document.querySelector('litechat-conversation-view');
const form = document.querySelector('form');

document.addEventListener('litechat-selection-changed', ({ detail }) => {
  view.conversationId = detail.type === 'conversation' ? detail.id : null;
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = form.elements.message.value.trim();
  if (text === '') return;
  form.reset();
  const { persistence, stores } = await provider.ready();
  const conversationId =
    view.conversationId ??
    (await persistence.saveConversation({ title: text.slice(0, 40), projectId: null }));
  list.selected = conversationId;
  view.conversationId = conversationId;
  const id = await persistence.saveInteraction({
    conversationId,
    type: 'message.user_assistant',
    index: await persistence.nextInteractionIndex(conversationId),
    parentId: null,
    prompt: { id: crypto.randomUUID(), content: text },
    response: '',
    status: 'STREAMING',
    startedAt: new Date(),
    endedAt: null,
    metadata: {},
  });
  // In the place of a model, an echo that arrives word by word.
  const stream = stores.interactions.getState().beginStream(id);
  let response = '';
  for (const word of `You said: ${text}`.split(/(?<= )/)) {
    response += word;
    stream.update({ response });
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await stream.end({ status: 'COMPLETED', endedAt: new Date() });
});

for (const part of ['chat', 'data']) {
  document.querySelector(`#show-${part}`).addEventListener('click', () => {
    for (const other of ['chat', 'data']) {
      document.querySelector(`#${other}`).hidden = other !== part;
      document.querySelector(`#show-${other}`).setAttribute('aria-pressed', other === part);
    }
  });
}
