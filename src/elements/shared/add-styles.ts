import type { CSSResult, LitElement } from 'lit';

/** Gives an element the styles of a part that was loaded on demand. */
export function addStyles({ shadowRoot }: LitElement, styles: readonly CSSResult[]): void {
  if (!shadowRoot) return;
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, ...sheets];
}
