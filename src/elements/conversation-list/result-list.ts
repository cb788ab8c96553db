import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { cssVariables } from '../shared/css-variables.js';
import type { FoundRows } from './found-rows.js';
import { resultRow, type HitRow, type ResultRow, type ResultSurroundings } from './result-rows.js';
import type { ResultWindow } from './result-window.js';
import { keepFocus } from './search-states.js';

export interface ResultListParts extends Omit<ResultSurroundings, 'activeKey' | 'count'> {
  hasMore: boolean;
  more: () => void;
  open: (row: HitRow) => void;
  /** A key that is pressed on what stands below the results, when that has the focus. */
  onKeydown: (event: KeyboardEvent) => void;
}

/** So near to the last row, the next ones are asked for. */
const NEAR_END = 2;

interface PlacedRow {
  row: ResultRow;
  index: number;
}

/** The results in sight, by conversation. */
export function resultList(
  found: FoundRows,
  window: ResultWindow,
  parts: ResultListParts,
): TemplateResult {
  const { localize, hasMore, more, open, onKeydown } = parts;
  const { rows, active } = found;
  const { first, end, before, after } = window.shown;
  // Not at once: it changes what is being rendered.
  if (hasMore && end > rows.length - NEAR_END) queueMicrotask(more);
  const onClick = ({ target }: Event): void => {
    const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-hit]') : null;
    const row = found.hitOf(pressed?.dataset['hit']);
    if (row) open(row);
  };
  const surroundings = {
    ...parts,
    activeKey: active?.key,
    count: hasMore ? -1 : found.count,
  };
  return html`
    <div
      ${ref(window.scroller)}
      class="results"
      part="results"
      @mousedown=${keepFocus}
      @click=${onClick}
      @keydown=${onKeydown}
    >
      <div
        id="found"
        role="listbox"
        aria-label=${localize.term('foundMessages')}
        ${cssVariables({ '--before': `${String(before)}px`, '--after': `${String(after)}px` })}
      >
        ${repeat(
          inGroups(rows, first, end),
          ([{ row }]) => row.group.conversationId,
          (some) => resultGroup(some, window, surroundings),
        )}
      </div>
      ${
        hasMore
          ? html`<button class="more-results" part="more-results" type="button" @click=${more}>
              ${localize.term('moreResults')}
            </button>`
          : nothing
      }
    </div>
  `;
}

function resultGroup(
  some: PlacedRows,
  window: ResultWindow,
  surroundings: ResultSurroundings,
): TemplateResult {
  const [{ row }] = some;
  const names = [surroundings.titleOf(row.group), surroundings.projectOf(row.group)];
  return html`
    <div role="group" aria-label=${names.filter((name) => name !== '').join(', ')}>
      ${repeat(
        some,
        ({ row: { key } }) => key,
        ({ row: each, index }) => html`
          <div role="presentation" data-index=${index} ${ref(window.measure)}>
            ${resultRow(each, surroundings)}
          </div>
        `,
      )}
    </div>
  `;
}

type PlacedRows = [PlacedRow, ...PlacedRow[]];

/** A stretch of rows by their conversations. */
function inGroups(rows: readonly ResultRow[], first: number, end: number): PlacedRows[] {
  const groups: PlacedRows[] = [];
  for (const [offset, row] of rows.slice(first, end).entries()) {
    const placed = { row, index: first + offset };
    const last = groups.at(-1);
    if (last?.[0].row.group === row.group) last.push(placed);
    else groups.push([placed]);
  }
  return groups;
}
