import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { EmptiedStorage } from '../../database/data-witness.js';
import type { Translation } from '../../locales/translation.js';
import { emptiedWords } from '../shared/emptied-words.js';
import { icon } from '../shared/icons.js';

export interface EmptiedActions {
  canCreate: boolean;
  create: () => void;
  /** Undefined where a provider's banner says the same in full. */
  dismiss: (() => void) | undefined;
}

/** That there were conversations, and what helps. */
export function emptiedMessage(
  localize: LocalizeController<Translation>,
  emptied: EmptiedStorage,
  { canCreate, create, dismiss }: EmptiedActions,
): TemplateResult {
  const { title, detail } = emptiedWords(emptied, localize);
  return html`
    <div class="message" part="empty" role=${dismiss ? 'alert' : nothing}>
      <p class="strong" dir="auto">${title}</p>
      ${dismiss ? html`<p dir="auto">${detail}</p>` : nothing}
      <button type="button" ?disabled=${!canCreate} @click=${create}>
        ${icon('new-chat')} ${localize.term('newChat')}
      </button>
      ${
        dismiss
          ? html`<button class="quiet" type="button" @click=${dismiss}>
              ${localize.term('dismiss')}
            </button>`
          : nothing
      }
    </div>
  `;
}
