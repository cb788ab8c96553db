import { html, LitElement, type TemplateResult } from 'lit';
import { card } from '../shared/card.styles.js';
import { ContextElement } from '../shared/context-element.js';
import { controls } from '../shared/controls.styles.js';
import { statusLine } from '../shared/notes.js';
import { tokens } from '../shared/tokens.styles.js';
import { styles } from './data-management.styles.js';

/**
 * All that a user can do with the data as a whole, as cards: what is stored and how safe it is,
 * back up, restore, move one category, clear. Each card is an element of its own that can be used
 * alone; their events come out of this one too.
 *
 * @summary The settings page for data.
 *
 * @fires {CustomEvent<null>} litechat-protection-requested - Cancelable; comes before the browser is asked not to delete the data by itself.
 * @fires {CustomEvent<{isProtected: boolean}>} litechat-protection-answered - The browser answered whether it keeps the data.
 * @fires {CustomEvent<{options: FullExportOptions, includeSecrets: boolean, isEncrypted: boolean}>} litechat-backup-requested - Cancelable; comes before the file is written, when the user has answered all questions.
 * @fires {CustomEvent<{options: FullExportOptions, includeSecrets: boolean, isEncrypted: boolean}>} litechat-backup-saved - The file was handed to the browser.
 * @fires {CustomEvent<{kind: string, options: FullImportOptions, policy: string}>} litechat-restore-requested - Cancelable; comes before a file is restored, once for each of several.
 * @fires {CustomEvent<{report: RestoreReport}>} litechat-restored - A file's data is in the database.
 * @fires {CustomEvent<{category: string, includeSecrets: boolean}>} litechat-category-export-requested - Cancelable; comes before the file is written, when the user has answered all questions.
 * @fires {CustomEvent<{category: string, includeSecrets: boolean}>} litechat-category-exported - The file was handed to the browser.
 * @fires {CustomEvent<{category: string}>} litechat-category-import-requested - Cancelable; comes when a file was chosen, before it is read.
 * @fires {CustomEvent<{category: string, report: RestoreReport}>} litechat-category-imported - The records of the file are in the database, but for those that could not come in.
 * @fires {CustomEvent<{options: FullImportOptions}>} litechat-clear-requested - Cancelable; comes before the user is asked.
 * @fires {CustomEvent<{options: FullImportOptions}>} litechat-data-cleared - The chosen data was deleted.
 *
 * @csspart storage - The card of what is stored, a `litechat-storage-status`.
 * @csspart backup - The card that backs up, a `litechat-backup-panel`.
 * @csspart restore - The card that restores, a `litechat-restore-panel`.
 * @csspart categories - The card of individual categories, a `litechat-category-transfer`.
 * @csspart clear - The danger zone, a `litechat-clear-data`.
 * @csspart card - Each of the cards inside those.
 */
export class DataManagement extends ContextElement {
  static override styles = [tokens, controls, card, styles];

  /** Who waits for the page waits for its cards. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    for (const one of this.renderRoot.querySelectorAll('[exportparts=card]')) {
      if (one instanceof LitElement) await one.updateComplete;
    }
    return isComplete;
  }

  override render(): TemplateResult {
    const { localize } = this;
    const obstacle = this.renderObstacle();
    const isBlocked = obstacle !== undefined && this.status.state?.state === 'blocked';
    // Said once here, and not by each of the cards.
    return html`
      ${
        obstacle
          ? html`<div class="card" part="card" dir=${localize.term('$dir')}>${obstacle}</div>`
          : this.#renderCards()
      }
      ${statusLine(isBlocked ? localize.term('databaseBlocked') : '')}
    `;
  }

  #renderCards(): TemplateResult {
    const { context } = this;
    return html`
      <div class="cards">
        <div class="column">
          <litechat-storage-status
            part="storage"
            exportparts="card"
            .context=${context}
          ></litechat-storage-status>
          <litechat-backup-panel
            part="backup"
            exportparts="card"
            .context=${context}
          ></litechat-backup-panel>
        </div>
        <div class="column">
          <litechat-restore-panel
            part="restore"
            exportparts="card"
            .context=${context}
          ></litechat-restore-panel>
          <litechat-category-transfer
            part="categories"
            exportparts="card"
            .context=${context}
          ></litechat-category-transfer>
          <litechat-clear-data
            part="clear"
            exportparts="card"
            .context=${context}
          ></litechat-clear-data>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-data-management': DataManagement;
  }
}
