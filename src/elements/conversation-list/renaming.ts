import type { RowFocus } from './row-focus.js';
import type { OutlineItem } from '../../stores/outline-item.js';

/** Changes a title in its row: Enter or leaving the field saves, Escape leaves it as it was. */
export class Renaming {
  #item: OutlineItem | undefined;
  readonly #focus: RowFocus;
  readonly #save: (item: OutlineItem, title: string) => void;

  constructor(focus: RowFocus, save: (item: OutlineItem, title: string) => void) {
    this.#focus = focus;
    this.#save = save;
  }

  get key(): string | undefined {
    return this.#item?.key;
  }

  start(item: OutlineItem): void {
    this.#item = item;
    this.#focus.move(item.key, 'rename');
  }

  /** Ends without a word when the item is gone. */
  follow(find: (key: string) => OutlineItem | undefined): void {
    this.#item = this.#item && find(this.#item.key);
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

  #end(value: string | undefined): void {
    const item = this.#item;
    this.#item = undefined;
    this.#focus.requestUpdate();
    const title = value?.trim() ?? '';
    // A field of one line leaves out line breaks, which is no change that anybody made.
    const before = item?.title.replaceAll(/[\r\n]/g, '');
    if (item && title !== '' && title !== before) this.#save(item, title);
  }
}
