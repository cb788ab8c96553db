import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { DatabaseStatus } from '../../database/litechat-database.js';
import type { Translation } from '../../locales/translation.js';

/** Why nothing can be done with the data now; nothing when it can be, or soon. */
export function whyNotReady(
  status: DatabaseStatus | undefined,
  localize: LocalizeController<Translation>,
): TemplateResult | typeof nothing {
  const words = (() => {
    switch (status?.state) {
      case 'blocked':
        return `${localize.term('databaseBlocked')} ${localize.term('databaseBlockedDetail')}`;
      case 'outdated':
        return `${localize.term('databaseOutdated')} ${localize.term('databaseOutdatedDetail')}`;
      case 'newer':
        return `${localize.term('databaseNewer')} ${localize.term('databaseNewerDetail')}`;
      case 'failed':
        return localize.term('databaseFailed');
      default:
        return undefined;
    }
  })();
  return words === undefined ? nothing : html`<p class="words reason" part="reason">${words}</p>`;
}

/** Whether a failure to read says more than how things stand with the database. */
export function isNews(status: DatabaseStatus | undefined): boolean {
  return status === undefined || status.state === 'ready';
}
