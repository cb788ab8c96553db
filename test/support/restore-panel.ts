import { fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { createPersistenceContext } from '../../src/context/create-persistence-context.js';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import '../../src/define/restore-panel.js';
import type { RestorePanel } from '../../src/elements/restore-panel/restore-panel.js';
import type { RestoreReport } from '../../src/import-export/types.js';
import { freshPersistence } from './fresh-database.js';
import { fill } from './sample-rows.js';
import { find, has } from './shadow.js';

export async function freshContext(): Promise<PersistenceContext> {
  const { context } = createPersistenceContext(freshPersistence());
  await context.database.open();
  return context;
}

export async function filledContext(): Promise<PersistenceContext> {
  const context = await freshContext();
  await fill(context.persistence);
  return context;
}

export function panel(context: PersistenceContext): Promise<RestorePanel> {
  return fixture<RestorePanel>(
    html`<litechat-restore-panel .context=${context}></litechat-restore-panel>`,
  );
}

export function transferOf(...files: File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

/** Chooses the files by the button's input. */
export function give(element: RestorePanel, ...files: File[]): void {
  const input = find(element, 'input[type=file]', HTMLInputElement);
  input.files = transferOf(...files).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Chooses the files by the button's input, and waits until they are read and compared. */
export async function choose(element: RestorePanel, ...files: File[]): Promise<void> {
  give(element, ...files);
  await waitUntil(() => has(element, '[part=button], [part=error]'));
  await settled(element);
}

/** Waits until the numbers are those of the choice. */
export async function settled(element: RestorePanel): Promise<void> {
  await element.updateComplete;
  await waitUntil(() => !has(element, '.stale, [part=work]'), 'settled');
}

/** Ticks or chooses what the selector names, and waits for what that would do. */
export async function pick(element: RestorePanel, selector: string): Promise<void> {
  find(element, selector).click();
  await settled(element);
}

/** Words as they are read, without the spaces of the markup. */
export const wordsOf = (element: Element, selector: string): string =>
  find(element, selector).textContent.replaceAll(/\s+/g, ' ').trim();

/** What a row says of its records. */
export const rowOf = (element: RestorePanel, id: string): string =>
  [
    ...(find(element, `input[value=${id}]`)
      .closest('label')
      ?.querySelectorAll('.collection, .cell:not(.zero) .worded, .left-out') ?? []),
  ]
    .map(({ textContent }) => textContent.trim())
    .join(', ');

/** Waits until the focus has come to what the selector names. */
export const focusComesTo = (element: Element, selector: string): Promise<void> =>
  waitUntil(() => element.shadowRoot?.activeElement?.matches(selector), selector);

export async function restored(element: RestorePanel): Promise<RestoreReport> {
  await waitUntil(() => find(element, '[part=button]').ariaDisabled === 'false');
  const told = oneEvent(element, 'litechat-restored');
  find(element, '[part=button]').click();
  const { detail } = (await told) as HTMLElementEventMap['litechat-restored'];
  await element.updateComplete;
  return detail.report;
}
