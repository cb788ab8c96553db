import { readField } from '../formats/read-field.js';
import { idOf } from '../persistence/record-keys.js';

/** What a link joins, as one text. */
export function pairOf(link: object): string {
  return JSON.stringify([idOf(readField(link, 'tagId')), idOf(readField(link, 'ruleId'))]);
}
