import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Translation } from '../../locales/translation.js';
import { skipToMatch, type TextPart } from '../../model/text-match.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { OutlineRow } from '../../stores/outline-rows.js';
import { cssVariables } from '../shared/css-variables.js';
import { icon } from '../shared/icons.js';
import { isolated } from './isolated.js';
import { fullTime, isValidDate, quietTime } from './quiet-time.js';

/** How a row stands beyond what the tree says. */
export interface RowState {
  /** Its number among all rows, from 0. */
  index: number;
  /** Whether it is the one that is open. */
  isSelected: boolean;
  /** Among those that an action is meant for. */
  isMarked: boolean;
  /** The one row that Tab reaches. */
  isActive: boolean;
  isMenuOpen: boolean;
  isRenaming: boolean;
  /** Whether what is dragged would land in it. */
  isLanding: boolean;
}

/** What rows have in common. */
export interface RowSurroundings {
  localize: LocalizeController<Translation>;
  now: Date;
  /** Whether rows are marked, or about to be: then those are the selected ones. */
  isMarking: boolean;
  /** Whether what takes a dragged row is there. */
  canDrag: boolean;
  /** Whether a click marks a row. */
  isSelecting: boolean;
  onRenameKeydown: (event: KeyboardEvent) => void;
  onRenameBlur: (event: FocusEvent) => void;
}

/** Indentation ends here, so that the title of a deep row keeps some room. */
const DEEPEST_INDENTATION = 8;

/** Of what is typed; longer titles from elsewhere are shown as they are. */
const LONGEST_TITLE = 500;

/** An id within the element, without the spaces that a list of ids is split at. */
function idOf(part: 'title' | 'aside', { key }: OutlineItem): string {
  return `${part}-${encodeURIComponent(key)}`;
}

export function shownTitle(item: OutlineItem, localize: LocalizeController<Translation>): string {
  return item.title === '' ? localize.term('untitled') : item.title;
}

export function treeRow(row: OutlineRow, state: RowState, shared: RowSurroundings): TemplateResult {
  const { item, level, position, siblings, isExpanded } = row;
  const { localize } = shared;
  const title = shownTitle(item, localize);
  const depth = Math.min(level - 1, DEEPEST_INDENTATION);
  const time = timesOf(item, shared);
  return html`
    <div
      class=${classMap({
        'row': true,
        [item.type]: true,
        'open': state.isSelected,
        'marked': state.isMarked,
        'menu-open': state.isMenuOpen,
        'landing': state.isLanding,
      })}
      part="row"
      role="treeitem"
      ${cssVariables({ '--index': state.index, '--depth': depth })}
      data-key=${item.key}
      draggable=${shared.canDrag && item.shelf === 'active' && !state.isRenaming ? 'true' : 'false'}
      tabindex=${state.isActive ? 0 : -1}
      aria-level=${level}
      aria-posinset=${position}
      aria-setsize=${siblings}
      aria-expanded=${isExpanded ?? nothing}
      aria-selected=${shared.isMarking ? state.isMarked : state.isSelected}
      aria-current=${shared.isMarking && state.isSelected ? 'true' : nothing}
      aria-label=${state.isRenaming ? title : nothing}
      aria-labelledby=${state.isRenaming ? nothing : `${idOf('title', item)} ${idOf('aside', item)}`}
      aria-description=${description(item, time.full, localize) || nothing}
    >
      <span class="lead">${lead(row)}</span>
      ${state.isRenaming ? renameField(item, shared) : titleText(row, title)}
      ${item.isPinned ? html`<span class="pinned">${icon('pin')}</span>` : nothing}
      <span class="end">
        ${item.type === 'project' ? sizeOf(item, localize) : timeOf(item, time)}
        <button
          class="more quiet icon-only"
          part="more"
          type="button"
          tabindex=${state.isActive ? 0 : -1}
          aria-haspopup="menu"
          aria-expanded=${state.isMenuOpen}
          aria-label=${localize.term('actionsFor', isolated(title))}
        >
          ${icon('more')}
        </button>
      </span>
      ${shared.isSelecting || state.isMarked ? tick(state) : nothing}
    </div>
  `;
}

function tick({ isMarked }: RowState): TemplateResult {
  return html`<span class="tick">${icon(isMarked ? 'circle-check' : 'circle')}</span>`;
}

function sizeOf(item: OutlineItem, localize: LocalizeController<Translation>): TemplateResult {
  const size = item.children.length > 0 ? localize.number(item.conversations) : '';
  return html`<span class="aside" id=${idOf('aside', item)}>${size}</span>`;
}

/** When an item was last changed: as a machine reads it, in full, and in a few characters. */
interface Times {
  exact: string;
  full: string;
  quiet: string;
}

function timesOf({ updatedAt }: OutlineItem, { localize, now }: RowSurroundings): Times {
  const date = new Date(updatedAt);
  if (!isValidDate(date)) return { exact: '', full: '', quiet: '' };
  const language = localize.lang();
  return {
    exact: date.toISOString(),
    full: fullTime(date, language),
    quiet: quietTime(date, now, language),
  };
}

function timeOf(item: OutlineItem, { exact, full, quiet }: Times): TemplateResult {
  return html`<time
    class="aside"
    part="time"
    id=${idOf('aside', item)}
    datetime=${exact || nothing}
    title=${full || nothing}
    >${quiet}</time
  >`;
}

/** A project shows whether it is open; an empty one has nothing to open. */
function lead({ item, isExpanded }: OutlineRow): TemplateResult {
  if (item.type === 'conversation') return icon('message');
  if (isExpanded === undefined) return icon('folder');
  return html`<span class="toggle">${icon('chevron')}</span>`;
}

function titleText({ parts, item }: OutlineRow, title: string): TemplateResult {
  return html`<span
    class="title ${item.title === '' ? 'untitled' : ''}"
    id=${idOf('title', item)}
    part="title"
    dir="auto"
    title=${title}
    >${parts ? matchedText(parts) : title}</span
  >`;
}

/** A match far into a long title would be beyond the row's end: the title starts shortly before it. */
function matchedText(parts: readonly TextPart[]): TemplateResult {
  const { skipped, shown } = skipToMatch(parts);
  return html`${
    skipped === '' ? nothing : html`<span class="visually-hidden">${skipped}</span>…`
  }${shown.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : text))}`;
}

function renameField(item: OutlineItem, shared: RowSurroundings): TemplateResult {
  const { localize, onRenameKeydown, onRenameBlur } = shared;
  return html`<input
    class="rename"
    part="rename"
    type="text"
    aria-label=${localize.term('newNameFor', isolated(shownTitle(item, localize)))}
    autocomplete="off"
    maxlength=${LONGEST_TITLE}
    enterkeyhint="done"
    .value=${item.title}
    @keydown=${onRenameKeydown}
    @blur=${onRenameBlur}
  />`;
}

function description(
  item: OutlineItem,
  time: string,
  localize: LocalizeController<Translation>,
): string {
  const words =
    item.type === 'project' ? localize.term('conversationCount', item.conversations) : time;
  return item.isPinned ? `${localize.term('pinned')}, ${words}` : words;
}
