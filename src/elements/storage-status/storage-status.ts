import type { PropertyValues } from 'lit';
import { onDemand } from '../../on-demand.js';
import { LazyElement } from '../shared/lazy-element.js';
import { lazyPart } from '../shared/lazy-part.js';
import type { StorageStatusBody } from './storage-status-body.js';

const inside = onDemand(() => import('./storage-status-body.js'));

/**
 * Shows what is stored and how safe it is there: records and bytes of each category, how much of
 * the room that the browser gives is used, whether the browser may delete it by itself, and when it
 * was last backed up.
 *
 * @summary Storage state.
 *
 * @fires {CustomEvent<null>} litechat-protection-requested - Cancelable; comes before the browser is
 *   asked not to delete the data by itself.
 * @fires {CustomEvent<{isProtected: boolean}>} litechat-protection-answered -
 *   The browser has said whether it will keep the data.
 *
 * @csspart card - The card around everything.
 * @csspart total - How much there is in all.
 * @csspart bar - The shares of the categories.
 * @csspart legend - The categories that hold anything, the largest first.
 * @csspart category - One of them.
 * @csspart protection - Whether the browser may delete the data.
 * @csspart protect - The button that asks it not to.
 * @csspart backup - When the last backup was.
 * @csspart emptied - What says that conversations are gone that nobody has deleted here.
 * @csspart dismiss - The button that takes this away.
 * @csspart error - The message of a failure.
 * @csspart reason - Why nothing can be measured now.
 *
 * @cssState loading - Nothing has been measured yet.
 * @cssState failed - It could not be measured.
 * @cssState empty - There is nothing.
 * @cssState full - There is something.
 * @cssState not-persistent - The data lives in memory and goes with the page.
 * @cssState emptied - Conversations are gone that nobody has deleted here.
 * @cssState protected - The browser does not delete the data by itself.
 * @cssState backup-due - There is data, and no backup of the last 30 days.
 */
export class StorageStatus extends LazyElement<StorageStatusBody> {
  readonly #states = this.attachInternals().states;
  /** @internal */
  protected override readonly body = lazyPart(
    this,
    inside,
    (module) => new module.StorageStatusBody(this, this.parts, this.#states),
  );

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { current, error } = this.body;
    if (current) return;
    this.#states.clear();
    this.#states.add(error === undefined ? 'loading' : 'failed');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-storage-status': StorageStatus;
  }
  interface HTMLElementEventMap {
    'litechat-protection-requested': CustomEvent<null>;
    'litechat-protection-answered': CustomEvent<{ isProtected: boolean }>;
  }
}
