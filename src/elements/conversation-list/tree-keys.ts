import { fold } from '../../model/text-match.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { OutlineRows } from '../../stores/outline-rows.js';

/** What a key asks for, after the tree pattern of the ARIA Authoring Practices Guide. */
export type TreeCommand =
  | { do: 'focus' | 'extend'; key: string }
  | { do: 'open' | 'close' | 'open-siblings' | 'select' | 'rename' | 'delete' | 'menu' }
  | { do: 'mark' | 'mark-range' | 'mark-all' | 'unmark' };

export interface TreeKeySurroundings {
  isRightToLeft: boolean;
  /** How many rows are in sight at once. */
  page: number;
  /** Whether rows are marked, or about to be. */
  isMarking: boolean;
}

/** Keys typed in a row belong together for this long. */
const TYPE_AHEAD_MILLISECONDS = 700;

/** Turns keys pressed on a tree's row into commands. */
export class TreeKeys {
  #typed = '';
  #typedAt = -Infinity;

  /** @returns Undefined for a key that the tree leaves to others. */
  command(
    event: KeyboardEvent,
    rows: OutlineRows,
    active: number,
    { isRightToLeft, page, isMarking }: TreeKeySurroundings,
  ): TreeCommand | undefined {
    const row = rows.row(active);
    if (!row) return undefined;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      return { do: 'menu' };
    }
    if (event.altKey) return undefined;
    const goal = goalOf(event, rows, active, page);
    if (goal !== undefined) {
      const item = rows.item(goal);
      return item && { do: event.shiftKey ? 'extend' : 'focus', key: item.key };
    }
    if (event.ctrlKey || event.metaKey) return commandWithControl(event);

    const [inwards, outwards] = isRightToLeft
      ? ['ArrowLeft', 'ArrowRight']
      : ['ArrowRight', 'ArrowLeft'];
    switch (event.key) {
      case inwards:
        if (row.isExpanded === undefined) return undefined;
        return row.isExpanded ? focus(rows.item(active + 1)) : { do: 'open' };
      case outwards:
        return row.isExpanded ? { do: 'close' } : focus(row.item.parent);
      case '*':
        return { do: 'open-siblings' };
      case 'Enter':
        return { do: 'select' };
      case ' ':
        if (event.shiftKey) return { do: 'mark-range' };
        return { do: isMarking ? 'mark' : 'select' };
      case 'Escape':
        return isMarking ? { do: 'unmark' } : undefined;
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

/** The number of the row that an upright key leads to, from the one that is active. */
function goalOf(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { length }: OutlineRows,
  active: number,
  page: number,
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
  }
  // With Control, browsers turn to another tab by these.
  if (ctrlKey || metaKey) return undefined;
  if (key === 'PageDown') return Math.min(active + page, length - 1);
  return key === 'PageUp' ? Math.max(active - page, 0) : undefined;
}

function commandWithControl({ key, shiftKey }: KeyboardEvent): TreeCommand | undefined {
  if (key === ' ') return { do: shiftKey ? 'mark-range' : 'mark' };
  return key.toLowerCase() === 'a' && !shiftKey ? { do: 'mark-all' } : undefined;
}

function focus(item: OutlineItem | undefined): TreeCommand | undefined {
  return item && { do: 'focus', key: item.key };
}
