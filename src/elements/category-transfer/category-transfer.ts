import type { RestoreReport } from '../../import-export/types.js';
import type { CategoryId } from '../../model/categories.js';
import { onDemand } from '../../on-demand.js';
import { LazyElement } from '../shared/lazy-element.js';
import { lazyPart } from '../shared/lazy-part.js';
import type { CategoryTransferBody } from './category-transfer-body.js';

const inside = onDemand(() => import('./category-transfer-body.js'));

/**
 * Exports and imports one category at a time. An import adds to what is here: nothing is deleted,
 * and of a record that both have, the newer stays. Secrets are left out of exports unless the user
 * asks for them; a category that holds nothing else, such as API keys, is exported with them. The user
 * is asked before secrets go out, before code comes in, before keys would go to another address, and
 * when some records cannot come in.
 *
 * @summary Individual categories.
 *
 * @fires {CustomEvent<{category: string, includeSecrets: boolean}>} litechat-category-export-requested - Cancelable;
 *   comes before the file is written, when the user has answered all questions.
 * @fires {CustomEvent<{category: string, includeSecrets: boolean}>} litechat-category-exported -
 *   The file was handed to the browser.
 * @fires {CustomEvent<{category: string}>} litechat-category-import-requested - Cancelable;
 *   comes when a file was chosen, before it is read.
 * @fires {CustomEvent<{category: string, report: RestoreReport}>} litechat-category-imported -
 *   The records of the file are in the database, but for those that could not come in.
 *
 * @csspart card - The card around everything.
 * @csspart category - A category with its buttons.
 * @csspart dialog - The questions before secrets are exported and before code is imported.
 * @csspart export - A button that exports.
 * @csspart import - A button that imports.
 * @csspart work - What is shown while a file is read or written.
 * @csspart progress - The bar that shows how far that is.
 * @csspart result - The words at the end.
 * @csspart error - The message of a failure.
 * @csspart reason - Why nothing can be moved now.
 */
export class CategoryTransfer extends LazyElement<CategoryTransferBody> {
  /** @internal */
  protected override readonly body = lazyPart(
    this,
    inside,
    (module) => new module.CategoryTransferBody(this, this.parts),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-category-transfer': CategoryTransfer;
  }

  interface HTMLElementEventMap {
    'litechat-category-export-requested': CustomEvent<{
      category: CategoryId;
      includeSecrets: boolean;
    }>;
    'litechat-category-exported': CustomEvent<{ category: CategoryId; includeSecrets: boolean }>;
    'litechat-category-import-requested': CustomEvent<{ category: CategoryId }>;
    'litechat-category-imported': CustomEvent<{ category: CategoryId; report: RestoreReport }>;
  }
}
