/** The element in the shadow root that matches; fails when there is none, or one of another class. */
export function find(host: Element, selector: string): HTMLElement;
export function find<Found extends HTMLElement>(
  host: Element,
  selector: string,
  type: new () => Found,
): Found;
export function find(
  host: Element,
  selector: string,
  type: new () => HTMLElement = HTMLElement,
): HTMLElement {
  const found = host.shadowRoot?.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`no ${type.name} matches ${selector} in ${host.localName}`);
}

/** Whether anything in the shadow root matches. */
export function has(host: Element, selector: string): boolean {
  return Boolean(host.shadowRoot?.querySelector(selector));
}
