import { fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { freshPersistence } from './fresh-database.js';
import { find } from './shadow.js';
import { createPersistenceContext } from '../../src/context/create-persistence-context.js';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import '../../src/define/conversation-list.js';
import type { ConversationList } from '../../src/elements/conversation-list/conversation-list.js';

const hour = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);

export function freshContext(): PersistenceContext {
  return createPersistenceContext(freshPersistence()).context;
}

/** Work (with Papers in it, with Draft in that), and five conversations. */
export async function filledContext(): Promise<PersistenceContext> {
  const context = freshContext();
  const { persistence } = context;
  await persistence.saveProject({ id: 'work', name: 'Work', parentId: null });
  await persistence.saveProject({ id: 'papers', name: 'Papers', parentId: 'work' });
  await persistence.saveConversations([
    { id: 'soup', title: 'Soup', projectId: null, updatedAt: hour(1) },
    { id: 'bread', title: 'Bread', projectId: null, updatedAt: hour(2) },
    { id: 'untitled', title: '', projectId: null, updatedAt: hour(3) },
    { id: 'plan', title: 'Plan', projectId: 'work', updatedAt: hour(4) },
    { id: 'draft', title: 'Résumé', projectId: 'papers', updatedAt: hour(5) },
  ]);
  return context;
}

export async function list(context: PersistenceContext): Promise<ConversationList> {
  const element = await fixture<ConversationList>(
    html`<litechat-conversation-list .context=${context}></litechat-conversation-list>`,
  );
  await waitUntil(() => element.matches(':state(full), :state(empty), :state(failed)'));
  return element;
}

export const rows = (element: ConversationList): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? []),
];
export const titleOf = (row: Element): string | undefined =>
  row.querySelector('[part=title]')?.textContent ?? row.ariaLabel ?? undefined;
export const titles = (element: ConversationList): (string | undefined)[] =>
  rows(element).map(titleOf);
export function row(element: ConversationList, title: string): HTMLElement {
  const found = rows(element).find((candidate) => titleOf(candidate) === title);
  if (!found) throw new Error(`no row ${title} among ${titles(element).join(', ')}`);
  return found;
}
export const focused = (element: ConversationList): Element | null | undefined =>
  element.shadowRoot?.activeElement;
export const focusedTitle = (element: ConversationList): string | undefined => {
  const row = focused(element);
  return row?.matches('[role=treeitem]') ? titleOf(row) : undefined;
};

export async function focusRow(element: ConversationList, title: string): Promise<void> {
  row(element, title).focus();
  await element.updateComplete;
}

/** Rows can be dragged when what takes them is loaded. */
export async function draggable(element: ConversationList): Promise<void> {
  await waitUntil(() => rows(element).some((row) => row.draggable));
}

export async function press(element: ConversationList, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await element.updateComplete;
  }
}

export async function search(element: ConversationList, query: string): Promise<void> {
  const field = find(element, '[part=search]', HTMLInputElement);
  field.value = query;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
}

/** Opens a row's menu and chooses the entry. */
export async function choose(
  element: ConversationList,
  title: string,
  entry: string,
): Promise<void> {
  row(element, title).querySelector<HTMLElement>('.more')?.click();
  const items = (): HTMLElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];
  await waitUntil(() => items().some((item) => item.matches(':popover-open *')));
  items()
    .find((item) => item.textContent.trim() === entry)
    ?.click();
  await element.updateComplete;
}

export const dialogOf = (element: ConversationList): HTMLDialogElement =>
  find(element, 'dialog', HTMLDialogElement);

export async function answer(element: ConversationList, selector: string): Promise<void> {
  await waitUntil(() => dialogOf(element).open);
  dialogOf(element).querySelector<HTMLElement>(selector)?.click();
  await waitUntil(() => !dialogOf(element).open);
}
