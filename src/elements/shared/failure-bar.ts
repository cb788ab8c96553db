import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import { icon } from './icons.js';

/** A button against a failure. */
export interface Remedy {
  label: string;
  run: () => void;
}

/** Below what is shown: an action failed, or what is shown is no longer fresh. */
export function failureBar(
  localize: LocalizeController<Translation>,
  words: string,
  { remedy, dismiss }: { remedy?: Remedy; dismiss?: () => void },
): TemplateResult {
  return html`
    <div class="failure" part="failure" role="alert">
      ${icon('circle-alert')}
      <span>${words}</span>
      ${
        remedy
          ? html`<button class="link" type="button" @click=${remedy.run}>${remedy.label}</button>`
          : nothing
      }
      ${
        dismiss
          ? html`<button
              class="quiet icon-only"
              type="button"
              aria-label=${localize.term('dismiss')}
              @click=${dismiss}
            >
              ${icon('close')}
            </button>`
          : nothing
      }
    </div>
  `;
}
