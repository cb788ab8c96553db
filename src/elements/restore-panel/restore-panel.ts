import type { RestoreReport } from '../../import-export/types.js';
import { onDemand } from '../../on-demand.js';
import { LazyElement } from '../shared/lazy-element.js';
import { lazyPart } from '../shared/lazy-part.js';
import type { RestorePanelBody, RestoreRequest } from './restore-panel-body.js';

const inside = onDemand(() => import('./restore-panel-body.js'));

/**
 * Takes any file that the kit or the existing application writes, says what it is and what it would
 * do, and does what the user then chooses. Nothing is written before that, and what was written can
 * be undone. Several files at once are taken one after the other.
 *
 * @summary Restore and import.
 *
 * @fires {CustomEvent<{kind: string, options: FullImportOptions, policy: string}>} litechat-restore-requested - Cancelable;
 *   comes before a file is restored, once for each of several.
 * @fires {CustomEvent<{report: RestoreReport}>} litechat-restored - A file's data is in the database.
 *
 * @csspart card - The card around everything.
 * @csspart drop - Where files can be dropped.
 * @csspart choose - The button that asks for files.
 * @csspart file - What a file is.
 * @csspart files - The list of several files.
 * @csspart another - The button that asks for another file.
 * @csspart passphrase - The form that opens an encrypted file.
 * @csspart open - The button that opens it.
 * @csspart checklist - The categories in the file.
 * @csspart category - One category, with what would become of its records.
 * @csspart policy - The choice of what becomes of what is here.
 * @csspart loss - What of the data here would go.
 * @csspart button - The button that restores.
 * @csspart cancel - The button that lets go of the chosen file, or of all of them.
 * @csspart work - What is shown while a file is read or restored.
 * @csspart progress - The bar that shows how far that is.
 * @csspart result - The words at the end.
 * @csspart skipped - The button that saves what was skipped.
 * @csspart undo - What can be undone.
 * @csspart discard - The button that gives up the copy.
 * @csspart undo-error - Why it could not be undone.
 * @csspart error - The message of a failure.
 * @csspart without-undo - The button that restores without keeping what changes.
 * @csspart reason - Why nothing can be restored now.
 */
export class RestorePanel extends LazyElement<RestorePanelBody> {
  /** @internal */
  protected override readonly body = lazyPart(
    this,
    inside,
    (module) => new module.RestorePanelBody(this, this.parts),
  );

  /**
   * Reads files, such as ones dropped elsewhere on the page, and asks what to do with them.
   *
   * @throws {LiteChatError} module-unavailable when what the panel does cannot be loaded.
   */
  async open(...files: File[]): Promise<void> {
    await (await this.body.load()).open(...files);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-restore-panel': RestorePanel;
  }
  interface HTMLElementEventMap {
    'litechat-restore-requested': CustomEvent<RestoreRequest>;
    'litechat-restored': CustomEvent<{ report: RestoreReport }>;
  }
}
