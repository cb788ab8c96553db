import type { ReactiveController } from 'lit';
import type { OutlineItem } from '../../stores/outline-item.js';
import { whenPageHides } from '../../stores/page-hiding.js';
import type { TitleAtHand } from '../../stores/title-at-hand.js';
import type { RowFocus } from './row-focus.js';

/** What happens to a title outside of its row. */
interface Titles {
  /** Gets the item ready to be saved by a page that goes. */
  follow: (item: OutlineItem) => TitleAtHand | undefined;
  /** @param keep To be called at once if the title may be saved, by a page that is about to go. */
  save: (item: OutlineItem, title: string, keep?: () => void) => void;
}

/**
 * Changes a title in its row: Enter or leaving the field saves, and so does leaving the page; Escape
 * leaves it as it was.
 */
export class Renaming implements ReactiveController {
  #item: OutlineItem | undefined;
  #atHand: TitleAtHand | undefined;
  #endWatch: (() => void) | undefined;
  readonly #focus: RowFocus;
  readonly #titles: Titles;

  constructor(focus: RowFocus, titles: Titles) {
    this.#focus = focus;
    this.#titles = titles;
    focus.host.addController(this);
  }

  get key(): string | undefined {
    return this.#item?.key;
  }

  start(item: OutlineItem): void {
    this.#stop();
    this.#item = item;
    this.#atHand = this.#titles.follow(item);
    this.#endWatch = whenPageHides(() => this.#leave());
    this.#focus.move(item.key, 'rename');
  }

  /** Ends without a word when the item is gone. */
  follow(find: (key: string) => OutlineItem | undefined): void {
    if (!this.#item) return;
    this.#item = find(this.#item.key);
    if (!this.#item) this.#stop();
  }

  hostDisconnected(): void {
    this.#item = undefined;
    this.#stop();
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    const field = event.currentTarget;
    // The Enter that ends a composition, such as of Japanese, does not end the renaming.
    if (!(field instanceof HTMLInputElement) || event.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    const { key } = this;
    this.#end(event.key === 'Enter' ? field.value : undefined);
    if (key !== undefined) this.#focus.move(key);
  };

  readonly onBlur = (event: FocusEvent): void => {
    // An update that moves the row takes the focus for a moment.
    if (this.#focus.isUpdating || !(event.currentTarget instanceof HTMLInputElement)) return;
    this.#end(event.currentTarget.value);
  };

  #leave(): void {
    const atHand = this.#atHand;
    const field = this.#item && this.#focus.rowElement(this.#item.key)?.querySelector('input');
    if (field) this.#end(field.value, (title) => atHand?.keep(title));
  }

  #end(value: string | undefined, keep?: (title: string) => void): void {
    const item = this.#item;
    this.#item = undefined;
    this.#stop();
    this.#focus.requestUpdate();
    const title = value?.trim() ?? '';
    // A field of one line leaves out line breaks, which is no change that anybody made.
    const before = item?.title.replaceAll(/[\r\n]/g, '');
    if (!item || title === '' || title === before) return;
    this.#titles.save(item, title, keep && (() => keep(title)));
  }

  #stop(): void {
    this.#atHand?.end();
    this.#endWatch?.();
    this.#atHand = undefined;
    this.#endWatch = undefined;
  }
}
