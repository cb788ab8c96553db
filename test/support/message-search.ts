import { waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import type { ConversationList } from '../../src/elements/conversation-list/conversation-list.js';
import type { Interaction } from '../../src/model/entities.js';
import { filledContext } from './conversation-list.js';
import { interaction } from './conversation-view.js';
import { find } from './shadow.js';

/** A message of a conversation, as it is asked and answered. */
export function said(
  id: string,
  conversationId: string,
  [question, answer]: [string, string],
  fields: Partial<Interaction> = {},
): Interaction {
  return interaction(0, {
    id,
    conversationId,
    prompt: { id: `p-${id}`, content: question },
    response: answer,
    ...fields,
  });
}

/** The items of `filledContext`, with messages about birds in them. */
export async function birdContext(): Promise<PersistenceContext> {
  const context = await filledContext();
  const day = 24 * 3_600_000;
  const at = (days: number): { endedAt: Date } => ({ endedAt: new Date(Date.now() - days * day) });
  await context.persistence.saveInteractions([
    said(
      's1',
      'soup',
      ['A kestrel in the kitchen?', 'Let the kestrel out, a kestrel hunts.'],
      at(1),
    ),
    said('s2', 'soup', ['And an owl?', 'Owls eat no soup, nor does a kestrel.'], at(2)),
    said('d1', 'draft', ['Is <b>kestrel</b> markup?', 'No.'], at(20)),
    said('b1', 'bread', ['Flour', 'For bread the kestrel is of no use.'], at(100)),
    said('g1', 'gone', ['kestrel of nobody', ''], at(800)),
  ]);
  return context;
}

/** Types into the field as a user does. */
export async function type(element: ConversationList, words: string): Promise<void> {
  find(element, '[part=search]').focus();
  await sendKeys({ type: words });
  await element.updateComplete;
}

export async function choosePlace(
  element: ConversationList,
  place: 'titles' | 'messages',
): Promise<void> {
  find(element, `[value=${place}]`).click();
  await element.updateComplete;
}

export const results = (element: ConversationList): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role=option]') ?? []),
];

/** The ids of the interactions that are shown, by the titles that they stand under. */
export function found(element: ConversationList): Record<string, string[]> {
  const groups = element.shadowRoot?.querySelectorAll('.results [role=group]') ?? [];
  return Object.fromEntries(
    [...groups].map((group) => [
      group.getAttribute('aria-label') ?? '',
      [...group.querySelectorAll<HTMLElement>('[role=option]')].map(
        ({ dataset }) => dataset['hit']?.replace('hit ', '') ?? '',
      ),
    ]),
  );
}

export const foundIds = (element: ConversationList): string[] =>
  Object.values(found(element)).flat();

/** Waits until these are the results, in whichever order. */
export async function untilFound(element: ConversationList, ids: readonly string[]): Promise<void> {
  const wanted = JSON.stringify([...ids].sort());
  await waitUntil(
    () => JSON.stringify(foundIds(element).sort()) === wanted,
    `not ${wanted}, but ${JSON.stringify(found(element))}`,
    { timeout: 6000 },
  );
}

/** The result that the arrows have reached, by the id of its interaction. */
export function activeResult(element: ConversationList): string | undefined {
  const id = find(element, '[part=search]').getAttribute('aria-activedescendant');
  const selected = results(element).filter(({ ariaSelected }) => ariaSelected === 'true');
  if (selected.length > 1) throw new Error('several results are selected');
  if (selected[0]?.id !== (id ?? undefined)) throw new Error('the field names another result');
  return selected[0]?.dataset['hit']?.replace('hit ', '');
}

/** Searches for these words in messages. */
export async function searchMessages(element: ConversationList, words: string): Promise<void> {
  await type(element, words);
  await choosePlace(element, 'messages');
}
