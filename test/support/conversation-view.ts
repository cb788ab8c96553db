import { fixture, html, waitUntil } from '@open-wc/testing';
import { freshPersistence } from './fresh-database.js';
import { createPersistenceContext } from '../../src/context/create-persistence-context.js';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import '../../src/define/conversation-view.js';
import type { ConversationView } from '../../src/elements/conversation-view/conversation-view.js';
import type { Interaction } from '../../src/model/entities.js';
import type { Persistence } from '../../src/persistence/persistence.js';

/** An interaction of the conversation `talk`. */
export function interaction(index: number, fields: Partial<Interaction> = {}): Interaction {
  return {
    id: `i${index}`,
    conversationId: 'talk',
    type: 'message.user_assistant',
    index,
    parentId: null,
    prompt: { id: `p${index}`, content: `Question ${index}` },
    response: `Answer ${index}`,
    status: 'COMPLETED',
    startedAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000),
    endedAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000 + 5000),
    metadata: {},
    ...fields,
  };
}

/** A fresh context with the conversation `talk`, which holds these. */
export async function talkContext(
  interactions: readonly Interaction[] = [],
  persistence: Persistence = freshPersistence(),
): Promise<PersistenceContext> {
  const { context } = createPersistenceContext(persistence);
  await persistence.saveConversation({ id: 'talk', title: 'Talk', projectId: null });
  await persistence.saveInteractions(interactions);
  return context;
}

/** The view of `talk`, 400 px high, once it shows what it can. */
export async function view(context: PersistenceContext): Promise<ConversationView> {
  const box = await fixture(html`
    <div style="block-size: 400px">
      <litechat-conversation-view
        conversation-id="talk"
        .context=${context}
      ></litechat-conversation-view>
    </div>
  `);
  const element = box.querySelector('litechat-conversation-view');
  if (!element) throw new Error('no view');
  await element.updateComplete;
  await waitUntil(() => element.matches(':state(full), :state(empty), :state(failed)'));
  return element;
}

/** The messages that are rendered. */
export const messages = (element: ConversationView): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-message]') ?? []),
];

/** What the rendered messages say. */
export const texts = (element: ConversationView): string[] =>
  messages(element).map((message) => message.querySelector('.text')?.textContent ?? '');

/** The rendered message that says this. */
export function message(element: ConversationView, text: string): HTMLElement {
  const found = messages(element)[texts(element).indexOf(text)];
  if (!found) throw new Error(`no message ${text} among ${texts(element).join(', ')}`);
  return found;
}

/** The button with this part in a message. */
export function button(message: HTMLElement, part: string): HTMLButtonElement {
  const found = message.querySelector(`button[part~=${part}]`);
  if (found instanceof HTMLButtonElement) return found;
  throw new Error(`no button ${part}`);
}
