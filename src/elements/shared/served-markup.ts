/**
 * Takes away what a server rendered into an element, which shows until then: without Lit's hydration,
 * the element would render the same beside it.
 */
export function removeServedMarkup({ shadowRoot }: Element): void {
  if (!('litElementHydrateSupport' in globalThis)) shadowRoot?.replaceChildren();
}
