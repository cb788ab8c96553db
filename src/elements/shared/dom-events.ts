/** Tells of something that happened: a composed, bubbling event, named in the past tense. */
export function announce(element: EventTarget, name: string, detail: unknown): void {
  const event = new CustomEvent(name, { bubbles: true, composed: true, detail });
  element.dispatchEvent(event);
}

/** Tells of something about to be done. Answers whether to go on: false when a listener cancelled. */
export function mayGoOn(element: EventTarget, name: string, detail: unknown): boolean {
  const event = new CustomEvent(name, {
    bubbles: true,
    composed: true,
    cancelable: true,
    detail,
  });
  return element.dispatchEvent(event);
}
