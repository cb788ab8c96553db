import { countingIn } from './counting.js';

const english = countingIn('en');
/** Numbers as English writes them. */
export const numbers = { format: english.number };

/** "1 project", "2 projects". */
export function count(number: number, one: string, many = `${one}s`): string {
  return english.count(number, { one, other: many });
}

/** "3 conversations". */
export const conversations = (number: number): string => count(number, 'conversation');

/** "2 projects and 3 conversations", without what there is none of. */
export const projectsAndConversations = (projects: number, inside: number): string =>
  [
    ...(projects > 0 ? [count(projects, 'project')] : []),
    ...(inside > 0 ? [conversations(inside)] : []),
  ].join(' and ');

/** "3 items". */
export const items = (number: number): string => count(number, 'item');
