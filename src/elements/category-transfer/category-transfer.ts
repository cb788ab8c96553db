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
 * asks for them, but for the categories of nothing else; before they go out, the user is asked. So
 * is the user before code comes in, keys would go elsewhere, or some records cannot come in.
 *
 * @summary Individual categories.
 *
 * @fires {CustomEvent<{category: string, includeSecrets: boolean}>} litechat-category-export-requested - Cancelable;
 *   comes when the user has answered all questions.
 * @fires {CustomEvent<{category: string, includeSecrets: boolean}>} litechat-category-exported -
 *   The file was handed to the browser.
 * @fires {CustomEvent<{category: string}>} litechat-category-import-requested - Cancelable;
 *   comes when a file was chosen, before it is read.
 * @fires {CustomEvent<{category: string, report: RestoreReport}>} litechat-category-imported -
 *   What of the file could come in is in the database.
 *
 * @csspart card - The card around everything.
 * @csspart category - A category with its buttons.
 * @csspart dialog - The questions before secrets are exported and before code is imported.
 * @csspart export - A button that exports.
 * @csspart import - A button that imports.
 * @csspart work - What is shown meanwhile.
 * @csspart progress - The bar in it.
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
