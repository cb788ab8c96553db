import { isShown } from '../../formats/conversation-turns.js';
import { readField } from '../../formats/read-field.js';
import { toDate } from '../../formats/to-date.js';
import { idOf } from '../record-keys.js';

/** Who wrote the text of an interaction: the prompt is the user's, the response the assistant's. */
export type SearchRole = 'user' | 'assistant';

/** In the order of their bits in a list of documents: 1 and 2. */
export const searchRoles: readonly SearchRole[] = ['user', 'assistant'];

/** What of an interaction can be found. */
export interface MessageText {
  conversationId: string;
  /** In milliseconds since 1970; NaN where the row has no date. */
  date: number;
  /** In the order of {@link searchRoles}. */
  texts: readonly [user: string, assistant: string];
}

/**
 * Of a row that another application may have stored in any shape. Work behind the scenes, such as
 * the making of a title, repeats what the messages say, and has none: it could be opened nowhere.
 */
export function messageTextOf(row: object): MessageText {
  const date = toDate(readField(row, 'endedAt')) ?? toDate(readField(row, 'startedAt'));
  return {
    conversationId: idOf(readField(row, 'conversationId')),
    date: date?.getTime() ?? NaN,
    texts: isShown(row)
      ? [textIn(readField(row, 'prompt', 'content')), textIn(readField(row, 'response'))]
      : ['', ''],
  };
}

/** All text in a value, in the order in which it stands there; a picture's address is none. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return isPicture(value) ? '' : value;
  if (typeof value !== 'object' || value === null) return '';
  const found: string[] = [];
  // What the database holds may refer to itself, and be deeper than a stack.
  const visited = new Set<unknown>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') {
      if (!isPicture(next)) found.push(next);
    } else if (typeof next === 'object' && next !== null && !visited.has(next)) {
      visited.add(next);
      if (ArrayBuffer.isView(next)) continue;
      for (const inner of valuesOf(next).reverse()) open.push(inner);
    }
  }
  return found.join('\n');
}

const valuesOf = (value: object): unknown[] => Object.values(value);

const isPicture = (text: string): boolean => /^data:[\w/+.-]*[;,]/iu.test(text.slice(0, 100));
