import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Interaction } from '../../model/entities.js';

/** What a renderer is told beside the text. */
export interface RenderContext {
  interaction: Interaction;
  part: 'question' | 'answer' | 'reasoning';
  /** False while more of the text may come. */
  isComplete: boolean;
}

/** Makes of a text what is shown for it; a string is shown as it is, never as markup. */
export type TextRenderer = (text: string, context: RenderContext) => string | Node | TemplateResult;

/** A text as the host's renderer shows it, or as plain text. Made anew only when the text changes. */
export function renderedText(
  text: string,
  context: RenderContext,
  renderer: TextRenderer | undefined,
): unknown {
  return guard([renderer, text, context.isComplete], () => {
    const shown = renderer ? attempt(renderer, text, context) : text;
    return typeof shown === 'string'
      ? html`<div class="text plain" part="text" dir="auto">${shown}</div>`
      : html`<div class="text rich" part="text" dir="auto">${shown}</div>`;
  });
}

/** A renderer that throws must not take the whole conversation along. */
function attempt(
  renderer: TextRenderer,
  text: string,
  context: RenderContext,
): string | Node | TemplateResult {
  try {
    return renderer(text, context);
  } catch (error) {
    reportError(error);
    return text;
  }
}
