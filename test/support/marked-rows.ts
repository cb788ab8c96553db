import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import type { ConversationList } from '../../src/elements/conversation-list/conversation-list.js';
import { focusRow, list, press, row, rows, titleOf, titles } from './conversation-list.js';
import { find, has } from './shadow.js';

type Modifier = 'ctrlKey' | 'metaKey' | 'shiftKey';

/** A click on a row, with keys held. */
export async function click(
  element: ConversationList,
  title: string,
  ...modifiers: Modifier[]
): Promise<void> {
  const keys = Object.fromEntries(modifiers.map((modifier) => [modifier, true]));
  const event = new MouseEvent('click', { bubbles: true, composed: true, ...keys });
  row(element, title).querySelector('.lead')?.dispatchEvent(event);
  await element.updateComplete;
}

/** Marks rows as Control and clicks do. */
export async function mark(element: ConversationList, ...several: string[]): Promise<void> {
  for (const title of several) await click(element, title, 'ctrlKey');
}

/** Presses keys while others are held. */
export async function pressWith(
  element: ConversationList,
  modifiers: readonly string[],
  ...keys: string[]
): Promise<void> {
  for (const modifier of modifiers) await sendKeys({ down: modifier });
  await press(element, ...keys);
  for (const modifier of modifiers) await sendKeys({ up: modifier });
}

/** The titles of the rows that are said to be selected. */
export const selected = (element: ConversationList): (string | undefined)[] =>
  rows(element)
    .filter(({ ariaSelected }) => ariaSelected === 'true')
    .map(titleOf);

/** What is offered for all that is marked. */
export const bar = (element: ConversationList): HTMLElement => find(element, '[part=marked-bar]');
export const hasBar = (element: ConversationList): boolean => has(element, '[part=marked-bar]');

export function barButton(element: ConversationList, name: string): HTMLButtonElement {
  const button = bar(element).querySelector<HTMLButtonElement>(`[aria-label="${name}"]`);
  if (!button) throw new Error(`no button ${name}`);
  return button;
}

/** Opens a menu from the bar and chooses the entry. */
export async function chooseFromBar(
  element: ConversationList,
  name: string,
  entry: string,
): Promise<void> {
  barButton(element, name).click();
  await waitUntil(() => has(element, '[role=menu]:popover-open'));
  const items = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  items.find((item) => item.textContent.trim() === entry)?.click();
  await element.updateComplete;
}

export const toast = (element: ConversationList): string =>
  element.shadowRoot?.querySelector('[part=toast]')?.textContent ?? '';

/** What the element tells of each item, in its order. */
export function told(element: ConversationList, ...names: string[]): string[] {
  const ids: string[] = [];
  for (const name of names) {
    element.addEventListener(name, (event) => {
      const { detail } = event as CustomEvent<{ id: string }>;
      ids.push(`${name.replace('litechat-', '')} ${detail.id}`);
    });
  }
  return ids;
}

/** Cancels the event of one item. */
export function cancelFor(element: ConversationList, name: string, cancelled: string): void {
  element.addEventListener(name, (event) => {
    const { detail } = event as CustomEvent<{ id: string }>;
    if (detail.id === cancelled) event.preventDefault();
  });
}

/** Of the filled context, with Work and Papers open, so that all rows are there. */
export async function openedList(context: PersistenceContext): Promise<ConversationList> {
  const element = await list(context);
  await focusRow(element, 'Work');
  await press(element, 'ArrowRight', 'ArrowDown', 'ArrowRight', 'Home');
  expect(titles(element)).to.deep.equal([
    'Work',
    'Papers',
    'Résumé',
    'Plan',
    'Soup',
    'Bread',
    'Untitled',
  ]);
  return element;
}
