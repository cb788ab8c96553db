import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import type { SearchGroup, SearchHit } from '../../persistence/search/search-types.js';
import { icon } from '../shared/icons.js';
import { fullTime, quietTime } from './quiet-time.js';

/** A conversation in which something was found. */
export interface TitleRow {
  kind: 'title';
  key: string;
  group: SearchGroup;
  first: SearchHit;
}

/** A passage of one of its messages. */
export interface HitRow {
  kind: 'hit';
  key: string;
  group: SearchGroup;
  hit: SearchHit;
  /** Among all hits, from 1. */
  position: number;
}

export type ResultRow = TitleRow | HitRow;

export const hitKey = ({ interactionId }: SearchHit): string => `hit ${interactionId}`;

/** An id within the element, without the spaces that a list of ids is split at. */
export const hitId = (key: string): string => encodeURIComponent(key);

/** What all rows have in common. */
export interface ResultSurroundings {
  localize: LocalizeController<Translation>;
  now: Date;
  /** Of a conversation, as the list shows it at this moment. */
  titleOf: (group: SearchGroup) => string;
  /** Of the project it is in; empty for none. */
  projectOf: (group: SearchGroup) => string;
  activeKey: string | undefined;
  /** How many hits there are; -1 while that is not known. */
  count: number;
}

export function resultRow(row: ResultRow, shared: ResultSurroundings): TemplateResult {
  return row.kind === 'title' ? titleRow(row, shared) : hitRow(row, shared);
}

/** A press on it opens the conversation at its best hit; keys go to that hit itself. */
function titleRow(
  { group, first }: TitleRow,
  { titleOf, projectOf }: ResultSurroundings,
): TemplateResult {
  const title = titleOf(group);
  const project = projectOf(group);
  return html`
    <div class="found-in" part="result-title" role="presentation" data-hit=${hitKey(first)}>
      ${icon('message')}
      <span class="name" dir="auto" title=${title}>${title}</span>
      ${
        project === ''
          ? nothing
          : html`<span class="project" title=${project}>
              ${icon('folder')}<bdi>${project}</bdi>
            </span>`
      }
    </div>
  `;
}

function hitRow(
  { hit, key, position }: HitRow,
  { localize, now, activeKey, count }: ResultSurroundings,
): TemplateResult {
  const { role, date, parts, isCutBefore, isCutAfter } = hit;
  const language = localize.lang();
  const time = quietTime(date, now, language);
  return html`
    <div
      class="hit"
      part="result"
      role="option"
      id=${hitId(key)}
      data-hit=${key}
      aria-selected=${key === activeKey ? 'true' : 'false'}
      aria-posinset=${position}
      aria-setsize=${count}
    >
      <span class="meta">
        <span>${localize.term(role === 'user' ? 'role_user' : 'role_assistant')}</span>
        ${
          time === ''
            ? nothing
            : html`<time
                datetime=${date?.toISOString() ?? nothing}
                title=${fullTime(date, language)}
                >${time}</time
              >`
        }
      </span>
      <span class="passage" dir="auto"
        >${isCutBefore ? '…' : nothing}${parts.map(({ text, isMatch }) =>
          isMatch ? html`<mark part="mark">${text}</mark>` : text,
        )}${isCutAfter ? '…' : nothing}</span
      >
    </div>
  `;
}
