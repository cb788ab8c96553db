import { fold } from '../../model/text-match.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { OutlineRows } from '../../stores/outline-rows.js';

/** What a key asks for, after the tree pattern of the ARIA Authoring Practices Guide. */
export type TreeCommand =
  | { do: 'focus'; key: string }
  | { do: 'open' | 'close' | 'open-siblings' | 'select' | 'rename' | 'delete' | 'menu' };

/** Keys typed in a row belong together for this long. */
const TYPE_AHEAD_MILLISECONDS = 700;

/** Turns keys pressed on a tree's row into commands. */
export class TreeKeys {
  #typed = '';
  #typedAt = -Infinity;

  /**
   * @param page How many rows are in sight at once.
   * @returns Undefined for a key that the tree leaves to others.
   */
  command(
    event: KeyboardEvent,
    rows: OutlineRows,
    active: number,
    { isRightToLeft, page }: { isRightToLeft: boolean; page: number },
  ): TreeCommand | undefined {
    const row = rows.row(active);
    if (!row) return undefined;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      return { do: 'menu' };
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;

    const [inwards, outwards] = isRightToLeft
      ? ['ArrowLeft', 'ArrowRight']
      : ['ArrowRight', 'ArrowLeft'];
    switch (event.key) {
      case 'ArrowDown':
        return focus(rows.item(active + 1));
      case 'ArrowUp':
        return focus(rows.item(active - 1));
      case 'Home':
        return focus(rows.item(0));
      case 'End':
        return focus(rows.item(rows.length - 1));
      case 'PageDown':
        return focus(rows.item(Math.min(active + page, rows.length - 1)));
      case 'PageUp':
        return focus(rows.item(Math.max(active - page, 0)));
      case inwards:
        if (row.isExpanded === undefined) return undefined;
        return row.isExpanded ? focus(rows.item(active + 1)) : { do: 'open' };
      case outwards:
        return row.isExpanded ? { do: 'close' } : focus(row.item.parent);
      case '*':
        return { do: 'open-siblings' };
      case 'Enter':
      case ' ':
        return { do: 'select' };
      case 'F2':
        return { do: 'rename' };
      case 'Delete':
      case 'Backspace':
        return { do: 'delete' };
    }
    return [...event.key].length === 1 && event.key !== '/'
      ? this.#typeAhead(event, rows, active)
      : undefined;
  }

  /** Goes to the next row that begins with what was typed; the same letter again goes on. */
  #typeAhead(
    { key, timeStamp }: KeyboardEvent,
    rows: OutlineRows,
    active: number,
  ): TreeCommand | undefined {
    const goesOn = timeStamp - this.#typedAt < TYPE_AHEAD_MILLISECONDS;
    const letter = fold(key);
    const isSameAgain = goesOn && this.#typed === letter;
    this.#typed = goesOn && !isSameAgain ? this.#typed + letter : letter;
    this.#typedAt = timeStamp;
    // A longer word may still be that of the present row; a first letter looks on from it.
    const first = this.#typed === letter ? active + 1 : active;
    return focus(rows.findTitle(this.#typed, first));
  }
}

function focus(item: OutlineItem | undefined): TreeCommand | undefined {
  return item && { do: 'focus', key: item.key };
}
