import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { DatabaseStatus } from '../../database/litechat-database.js';
import type { Translation } from '../../locales/translation.js';
import type { emptiedWords } from '../shared/emptied-words.js';
import { failureWords } from '../shared/failure-words.js';
import { icon, type IconName } from '../shared/icons.js';

interface Message {
  /** An alert interrupts, a status does not. */
  role: 'alert' | 'status';
  icon: IconName;
  title: string;
  detail: string;
  action?: { label: string; run: () => void };
}

interface Remedies {
  /** Opens the database again, where that is ours to do. */
  retry: (() => void) | undefined;
  /** Says no more that conversations are gone. */
  dismiss: () => void;
}

/**
 * What there is to say about the database, or nothing when all is well.
 *
 * @param words For an emptied storage; loaded when there is reason to.
 */
export function banner(
  status: DatabaseStatus,
  localize: LocalizeController<Translation>,
  remedies: Remedies,
  words: typeof emptiedWords | undefined,
): TemplateResult | undefined {
  const message = messageFor(status, localize, remedies, words);
  if (!message) return undefined;
  const { role, title, detail, action } = message;
  return html`
    <div class="banner ${role}" part="banner" role=${role}>
      ${icon(message.icon)}
      <div class="words">
        <bdi><strong>${title}</strong> <span>${detail}</span></bdi>
      </div>
      ${
        action
          ? html`<button part="banner-action" type="button" @click=${action.run}>
              ${action.label}
            </button>`
          : nothing
      }
    </div>
  `;
}

function messageFor(
  status: DatabaseStatus,
  localize: LocalizeController<Translation>,
  { retry, dismiss }: Remedies,
  words: typeof emptiedWords | undefined,
): Message | undefined {
  const reload = { label: localize.term('reload'), run: () => location.reload() };
  switch (status.state) {
    case 'opening':
      return undefined;
    case 'ready':
      if (status.emptied) {
        return (
          words && {
            role: 'alert',
            icon: 'warning',
            ...words(status.emptied, localize),
            action: { label: localize.term('dismiss'), run: dismiss },
          }
        );
      }
      return status.persistent
        ? undefined
        : {
            role: 'status',
            icon: 'info',
            title: localize.term('notPersistent'),
            detail: localize.term('notPersistentDetail'),
          };
    case 'blocked':
      return {
        role: 'status',
        icon: 'info',
        title: localize.term('databaseBlocked'),
        detail: localize.term('databaseBlockedDetail'),
      };
    case 'outdated':
      return {
        role: 'alert',
        icon: 'retry',
        title: localize.term('databaseOutdated'),
        detail: localize.term('databaseOutdatedDetail'),
        action: reload,
      };
    case 'newer':
      return {
        role: 'alert',
        icon: 'warning',
        title: localize.term('databaseNewer'),
        detail: localize.term('databaseNewerDetail'),
        action: reload,
      };
    case 'failed':
      return {
        role: 'alert',
        icon: 'warning',
        title: localize.term('databaseFailed'),
        detail: failureWords(status.error, localize),
        ...(retry && { action: { label: localize.term('tryAgain'), run: retry } }),
      };
  }
}
