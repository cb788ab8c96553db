import type {} from '../src/define/all.js';
import { pagePart } from './page-part.js';

const LONGEST_LOG = 20;
const LONGEST_DETAIL = 240;

type LitechatEvent = `litechat-${string}`;

/** Every event of the elements; the compiler says when one that they declare is missing. */
const eventNames = {
  'litechat-answer-shown': true,
  'litechat-archived': true,
  'litechat-backup-requested': true,
  'litechat-backup-saved': true,
  'litechat-category-export-requested': true,
  'litechat-category-exported': true,
  'litechat-category-import-requested': true,
  'litechat-category-imported': true,
  'litechat-clear-requested': true,
  'litechat-conversation-created': true,
  'litechat-copied': true,
  'litechat-create-requested': true,
  'litechat-data-cleared': true,
  'litechat-delete-requested': true,
  'litechat-deleted': true,
  'litechat-export-requested': true,
  'litechat-exported': true,
  'litechat-move-requested': true,
  'litechat-moved': true,
  'litechat-pinned': true,
  'litechat-project-created': true,
  'litechat-protection-answered': true,
  'litechat-protection-requested': true,
  'litechat-rate-requested': true,
  'litechat-rated': true,
  'litechat-ready': true,
  'litechat-rename-requested': true,
  'litechat-renamed': true,
  'litechat-restore-requested': true,
  'litechat-restored': true,
  'litechat-search-hit-opened': true,
  'litechat-selection-changed': true,
  'litechat-status-changed': true,
  'litechat-trashed': true,
  'litechat-unarchived': true,
  'litechat-unpinned': true,
  'litechat-untrashed': true,
} satisfies Record<Extract<keyof HTMLElementEventMap, LitechatEvent>, true> &
  Record<LitechatEvent, true>;

const list = pagePart('log', HTMLOListElement);
const empty = pagePart('log-empty', HTMLParagraphElement);
const clearButton = pagePart('clear-log', HTMLButtonElement);
const timeFormat = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hourCycle: 'h23' });

/** Lists the newest events of the elements, the last one at the top. */
export function startEventLog(): void {
  for (const name of Object.keys(eventNames)) document.addEventListener(name, addEntry);
  clearButton.addEventListener('click', () => {
    list.replaceChildren();
    update();
  });
}

function addEntry(event: Event): void {
  const now = new Date();
  const name = document.createElement('b');
  name.textContent = event.type;
  const source = document.createElement('span');
  source.textContent = event.target instanceof Element ? event.target.localName : 'document';
  const time = document.createElement('time');
  time.dateTime = now.toISOString();
  time.textContent = timeFormat.format(now);
  const detail = document.createElement('code');
  detail.textContent = describe(event);
  const entry = document.createElement('li');
  entry.className = 'new';
  entry.append(name, source, time, detail);
  list.prepend(entry);
  while (list.children.length > LONGEST_LOG) list.lastElementChild?.remove();
  update();
}

function describe(event: Event): string {
  if (!(event instanceof CustomEvent) || event.detail === null) return '';
  const detail = JSON.stringify(event.detail, readable);
  return detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL)}…` : detail;
}

/** What is no text has to do with its name. */
function readable(key: string, value: unknown): unknown {
  if (key === 'context') return '[PersistenceContext]';
  if (value instanceof Error) return value.message;
  if (value instanceof File) return value.name;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { constructor } = value;
  return constructor === Object ? value : `[${constructor.name}]`;
}

function update(): void {
  const isEmpty = list.children.length === 0;
  list.hidden = isEmpty;
  clearButton.hidden = isEmpty;
  empty.hidden = !isEmpty;
}
