import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import type { Interaction } from '../../model/entities.js';
import { icon } from '../shared/more-icons.js';
import { isValidDate } from '../conversation-list/quiet-time.js';
import { errorText } from './message-text.js';

interface Circumstances {
  localize: LocalizeController<Translation>;
  now: Date;
  /** Whether it arrives in this page. */
  isLive: boolean;
  hasText: boolean;
}

/** An answer that began so long ago and is not complete was left by a page that went. */
const UNFINISHED_MILLISECONDS = 10 * 60_000;

/** How far an answer is, or why it ended before its end; nothing for one that is complete. */
export function answerStatus(
  interaction: Interaction,
  { localize, now, isLive, hasText }: Circumstances,
): TemplateResult | typeof nothing {
  const quiet = (words: string): TemplateResult =>
    html`<p class="status" part="status">${words}</p>`;
  const arriving = (words: string): TemplateResult => html`
    <p class="status arriving" part="status">
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
      <span class=${hasText ? 'visually-hidden' : ''}>${words}</span>
    </p>
  `;
  const { status, startedAt } = interaction;
  switch (status) {
    case 'PENDING':
    case 'STREAMING': {
      const age = isValidDate(startedAt) ? now.getTime() - startedAt.getTime() : Infinity;
      if (!isLive && age > UNFINISHED_MILLISECONDS) {
        return quiet(localize.term('answerUnfinished'));
      }
      return arriving(localize.term(status === 'PENDING' ? 'answerPending' : 'answerStreaming'));
    }
    case 'PAUSED':
      return quiet(localize.term('answerPaused'));
    case 'AWAITING_INPUT':
      return quiet(localize.term('answerAwaiting'));
    case 'CANCELLED':
      return quiet(localize.term('answerCancelled'));
    case 'ERROR':
    case 'WARNING':
      return failure(interaction, localize);
    default:
      return hasText ? nothing : quiet(localize.term('answerEmpty'));
  }
}

function failure(
  interaction: Interaction,
  localize: LocalizeController<Translation>,
): TemplateResult | typeof nothing {
  const error = errorText(interaction);
  const isError = interaction.status === 'ERROR';
  if (!isError && error === '') return nothing;
  return html`
    <div class="problem ${isError ? 'bad' : ''}" part="error">
      ${icon(isError ? 'circle-alert' : 'warning')}
      <div>
        ${isError ? html`<p class="strong" dir="auto">${localize.term('answerFailed')}</p>` : nothing}
        ${error === '' ? nothing : html`<p dir="auto">${error}</p>`}
      </div>
    </div>
  `;
}
