import type { LocalizeController } from '@shoelace-style/localize';
import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Translation } from '../../locales/translation.js';
import type { SearchFilters } from '../../persistence/search/search-types.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import { shownTitle } from './tree-row.js';

type Localize = LocalizeController<Translation>;

const times = ['any', 'week', 'month', 'year'] as const;
const roles = ['anyone', 'user', 'assistant'] as const;

/** Which messages are searched, as the user chooses it. */
export interface MessageFilters {
  /** The id of a project; empty for all. */
  readonly project: string;
  readonly time: (typeof times)[number];
  readonly role: (typeof roles)[number];
}

export const noFilters: MessageFilters = { project: '', time: 'any', role: 'anyone' };

export const isFiltered = ({ project, time, role }: MessageFilters): boolean =>
  project !== '' || time !== 'any' || role !== 'anyone';

/** What the store understands. */
export function toSearchFilters({ project, time, role }: MessageFilters, now: Date): SearchFilters {
  return {
    ...(project === '' ? {} : { projectId: project }),
    ...(time === 'any' ? {} : { from: beginOf(time, now) }),
    ...(role === 'anyone' ? {} : { role }),
  };
}

/** From the start of a day on, so that what was found in the morning is found in the evening. */
function beginOf(time: Exclude<MessageFilters['time'], 'any'>, now: Date): Date {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  if (time === 'week') return new Date(year, month, day - 7);
  return time === 'month' ? new Date(year, month - 1, day) : new Date(year - 1, month, day);
}

export interface MessageFilterParts {
  filters: MessageFilters;
  projects: () => readonly { project: OutlineItem; depth: number }[];
  /** Another one when the projects may be others. */
  revision: number;
  change: (filters: Partial<MessageFilters>) => void;
}

/** The choices above what was found in messages. */
export function messageFilters(localize: Localize, parts: MessageFilterParts): TemplateResult {
  const { filters, change } = parts;
  const projects = guard([parts.revision, filters.project, localize.lang()], () => [
    option('', localize.term('allProjects'), filters.project),
    // There may be thousands of them, and they are the same from one keystroke to the next.
    ...parts.projects().map(({ project, depth }) => {
      const name = `${'\u2003'.repeat(depth)}${shownTitle(project, localize)}`;
      return option(project.id, name, filters.project);
    }),
  ]);
  return html`
    <div class="filters" part="filters" role="group" aria-label=${localize.term('searchFilters')}>
      ${choice(localize.term('filterProject'), filters.project !== '', projects, (project) =>
        change({ project }),
      )}
      ${choice(
        localize.term('filterTime'),
        filters.time !== 'any',
        times.map((time) => option(time, localize.term(`time_${time}`), filters.time)),
        (chosen) => change({ time: oneOf(times, chosen) }),
      )}
      ${choice(
        localize.term('filterRole'),
        filters.role !== 'anyone',
        roles.map((role) => option(role, localize.term(`role_${role}`), filters.role)),
        (chosen) => change({ role: oneOf(roles, chosen) }),
      )}
    </div>
  `;
}

function choice(
  name: string,
  isSet: boolean,
  options: unknown,
  choose: (value: string) => void,
): TemplateResult {
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) choose(target.value);
  };
  return html`<select
    class=${isSet ? 'set' : ''}
    part="filter"
    aria-label=${name}
    title=${name}
    @change=${onChange}
  >
    ${options}
  </select>`;
}

const option = (value: string, name: string, chosen: string): TemplateResult =>
  html`<option value=${value} .selected=${value === chosen}>${name}</option>`;

const oneOf = <Value extends string>(values: readonly [Value, ...Value[]], wanted: string): Value =>
  values.find((value) => value === wanted) ?? values[0];
