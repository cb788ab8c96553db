/** The kit's events, and what each of them carries. */
type EventName = keyof HTMLElementEventMap & `litechat-${string}`;
type DetailOf<Name extends EventName> =
  HTMLElementEventMap[Name] extends CustomEvent<infer Detail> ? Detail : never;

type KitEventMap = Pick<HTMLElementEventMap, EventName>;

// They bubble out of shadow trees, so that all of these hear them.
declare global {
  /* eslint-disable @typescript-eslint/no-empty-object-type -- An interface is extended, not named again. */
  interface DocumentEventMap extends KitEventMap {}
  interface ShadowRootEventMap extends KitEventMap {}
  interface WindowEventMap extends KitEventMap {}
  /* eslint-enable @typescript-eslint/no-empty-object-type */
}

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
