import { property } from 'lit/decorators.js';
import { onDemand } from '../../on-demand.js';
import { LazyElement } from '../shared/lazy-element.js';
import { lazyPart } from '../shared/lazy-part.js';
import type { ClearDataBody, ClearDetail } from './clear-data-body.js';

const inside = onDemand(() => import('./clear-data-body.js'));

/**
 * Deletes everything from this browser, or the categories that the user chooses, after asking twice:
 * once with what goes, once for a word to be typed. A copy stays for an hour, so that it can be undone;
 * without one, everything goes at once.
 *
 * @summary The danger zone.
 *
 * @fires {CustomEvent<{options: FullImportOptions}>} litechat-clear-requested - Cancelable; comes before the user is asked.
 * @fires {CustomEvent<{options: FullImportOptions}>} litechat-data-cleared - The chosen data was deleted.
 *
 * @csspart card - The card around everything.
 * @csspart choice - What can be opened to choose what goes.
 * @csspart checklist - The categories.
 * @csspart category - One category, with its checkbox.
 * @csspart button - The button that begins.
 * @csspart backup - The button that saves a backup.
 * @csspart dialog - The questions.
 * @csspart work - What is shown while data is deleted.
 * @csspart progress - The bar that shows how far that is.
 * @csspart result - The words at the end.
 * @csspart undo - What can be undone.
 * @csspart discard - The button that gives up the copy.
 * @csspart undo-error - Why it could not be undone.
 * @csspart error - The message of a failure.
 * @csspart without-copy - The button that deletes without keeping a copy.
 * @csspart reason - Why nothing can be deleted now.
 */
export class ClearData extends LazyElement<ClearDataBody> {
  /** @internal */
  protected override readonly body = lazyPart(
    this,
    inside,
    (module) => new module.ClearDataBody(this, this.parts),
  );

  /** Whether what goes is erased at once, with no copy to undo it from, unless the user asks for one. */
  @property({ type: Boolean, attribute: 'erase-at-once' }) eraseAtOnce = false;
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-clear-data': ClearData;
  }
  interface HTMLElementEventMap {
    'litechat-clear-requested': CustomEvent<ClearDetail>;
    'litechat-data-cleared': CustomEvent<ClearDetail>;
  }
}
