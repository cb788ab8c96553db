import type { LitElement } from 'lit';

/**
 * After the next update, moves the focus to the last element in the host that matches the first
 * selector that any does: what was pressed may be gone by then, and the focus would fall to the
 * page's body. Leaves it where it is when the user has gone on to something else on the page.
 */
export async function moveFocus(host: LitElement, ...selectors: string[]): Promise<void> {
  await host.updateComplete;
  if (isElsewhere(host)) return;
  for (const selector of selectors) {
    const found = [...(host.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1);
    if (found) {
      found.focus();
      return;
    }
  }
}

function isElsewhere(host: LitElement): boolean {
  if (host.shadowRoot?.activeElement) return false;
  const { activeElement, body } = host.ownerDocument;
  return activeElement !== null && activeElement !== body;
}
