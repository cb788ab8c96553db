import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/**
 * Sets custom properties of an element by script: a `style` attribute, which Lit's `styleMap` begins
 * with too, is refused where a page's Content-Security-Policy has `style-src 'self'`.
 */
class CssVariables extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('cssVariables belongs in a tag');
  }

  override update(
    { element }: ElementPart,
    [variables]: [Readonly<Record<`--${string}`, string | number>>],
  ): typeof noChange {
    if (element instanceof HTMLElement) {
      for (const [name, value] of Object.entries(variables)) {
        element.style.setProperty(name, String(value));
      }
    }
    return noChange;
  }

  render(_variables: Readonly<Record<`--${string}`, string | number>>): typeof noChange {
    return noChange;
  }
}

/** `<div ${cssVariables({ '--depth': 2 })}>` */
export const cssVariables = directive(CssVariables);
