import { property } from 'lit/decorators.js';
import { onDemand } from '../../on-demand.js';
import { LazyElement } from '../shared/lazy-element.js';
import { lazyPart } from '../shared/lazy-part.js';
import type { BackupPanelBody, BackupRequest } from './backup-panel-body.js';

const inside = onDemand(() => import('./backup-panel-body.js'));

/**
 * Saves the chosen categories as one file. Secrets stay out of it unless the user asks for them: those
 * inside other records, and whole categories that hold nothing else, such as API keys.
 *
 * Asking for secrets ticks those categories, and ticking one of them asks for secrets. Before secrets
 * go into a file that is not encrypted, the user is asked once more. A passphrase stays in its fields
 * until the file is saved, and is in no event, attribute or text.
 *
 * @summary Full backup.
 *
 * @fires {CustomEvent<{options: FullExportOptions, includeSecrets: boolean, isEncrypted: boolean}>} litechat-backup-requested -
 *   Cancelable; comes before the file is written, when the user has answered all questions.
 * @fires {CustomEvent<{options: FullExportOptions, includeSecrets: boolean, isEncrypted: boolean}>} litechat-backup-saved -
 *   The file was handed to the browser.
 *
 * @csspart card - The card around everything.
 * @csspart checklist - The categories.
 * @csspart category - One category, with its checkbox.
 * @csspart passphrase - The fields for a passphrase.
 * @csspart strength - How hard the passphrase is to guess.
 * @csspart dialog - The question before secrets are saved unencrypted.
 * @csspart button - The button that saves.
 * @csspart work - What is shown while the file is written.
 * @csspart progress - The bar that shows how far that is.
 * @csspart result - The words at the end.
 * @csspart error - The message of a failure.
 * @csspart reason - Why nothing can be saved now.
 */
export class BackupPanel extends LazyElement<BackupPanelBody> {
  /** @internal */
  protected override readonly body = lazyPart(
    this,
    inside,
    (module) => new module.BackupPanelBody(this, this.parts),
  );

  /** Whether the values of secrets go into the file. */
  @property({ type: Boolean, attribute: 'include-secrets' }) includeSecrets = false;

  /** Whether the file is encrypted with a passphrase. */
  @property({ type: Boolean }) encrypt = false;
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-backup-panel': BackupPanel;
  }
  interface HTMLElementEventMap {
    'litechat-backup-requested': CustomEvent<BackupRequest>;
    'litechat-backup-saved': CustomEvent<BackupRequest>;
  }
}
