import type { InteractionPrompt, PersistenceContext } from 'litechat-elements';

/** Saves what was asked; resolves to the id. */
export async function ask(
  { persistence }: PersistenceContext,
  conversationId: string,
  prompt: InteractionPrompt,
): Promise<string> {
  return persistence.saveInteraction({
    conversationId,
    type: 'message.user_assistant',
    index: await persistence.nextInteractionIndex(conversationId),
    parentId: null,
    prompt,
    response: '',
    status: 'STREAMING',
    startedAt: new Date(),
    endedAt: null,
    metadata: {},
  });
}

/** In the place of a model: an echo that arrives word by word. */
export async function echo(
  { stores }: PersistenceContext,
  id: string,
  text: string,
): Promise<void> {
  const stream = stores.interactions.getState().beginStream(id);
  let response = '';
  for (const word of `You said: ${text}`.split(/(?<= )/)) {
    response += word;
    stream.update({ response });
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await stream.end({ status: 'COMPLETED', endedAt: new Date() });
}
