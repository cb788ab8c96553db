/** The kit's events, and what each of them carries. */
type EventName = keyof HTMLElementEventMap & `litechat-${string}`;
type DetailOf<Name extends EventName> =
  HTMLElementEventMap[Name] extends CustomEvent<infer Detail> ? Detail : never;

/** Tells of something that happened: a composed, bubbling event, named in the past tense. */
export function announce<Name extends EventName>(
  element: EventTarget,
  name: Name,
  detail: DetailOf<Name>,
): void {
  const event = new CustomEvent(name, { bubbles: true, composed: true, detail });
  element.dispatchEvent(event);
}

/** Tells of something about to be done. Answers whether to go on: false when a listener cancelled. */
export function mayGoOn<Name extends EventName>(
  element: EventTarget,
  name: Name,
  detail: DetailOf<Name>,
): boolean {
  const event = new CustomEvent(name, {
    bubbles: true,
    composed: true,
    cancelable: true,
    detail,
  });
  return element.dispatchEvent(event);
}
