import { duration, megabytes, milliseconds, plain, ratio } from './units.mjs';

/** What may be told of a contender: how it is called, and how it is written. */
const quantities = {
  time: { name: 'time', notation: duration },
  gap: { name: 'longest pause', notation: milliseconds },
  memory: { name: "growth of the page's memory", column: 'memory, page', notation: megabytes },
  browserMemory: {
    name: "growth of the browser's memory",
    column: 'memory, browser',
    notation: megabytes,
  },
  processor: { name: 'processor time', notation: duration },
  heap: { name: 'growth of the heap', notation: megabytes },
  common: { name: 'common word', notation: duration },
  prefix: { name: 'prefix', notation: duration },
  phrase: { name: 'phrase', notation: duration },
  cjk: { name: 'CJK word', notation: duration },
  mixture: { name: 'all kinds together', notation: duration },
  keystroke: { name: 'keystroke', notation: duration },
  first: { name: 'first found', notation: duration },
  disk: { name: 'on disk', notation: megabytes },
  again: { name: 'once more', notation: duration },
  rows: { name: 'rows', notation: duration },
  complete: { name: 'everything there', notation: duration },
  warm: { name: 'when warm', notation: duration },
  worst: { name: 'slowest', notation: duration },
  blank: { name: 'without a row in sight', notation: milliseconds },
  elements: { name: 'rows in the document', notation: plain },
};

/**
 * A value of a measurement's outcomes, or with a stroke after its name the ratio of it to that of the
 * reference.
 *
 * @returns {{ value: string, isRatio: boolean, name: string, column: string,
 * notation: import('./units.mjs').Notation }}
 */
export function quantityOf({ names = {} }, written) {
  const isRatio = written.endsWith('/');
  const value = isRatio ? written.slice(0, -1) : written;
  const { notation, ...usual } = quantities[value];
  const name = names[value] ?? usual.name;
  const column = names[value] ?? usual.column ?? usual.name;
  return {
    value,
    isRatio,
    name,
    column: isRatio ? `ratio of ${column}` : column,
    notation: isRatio ? ratio : notation,
  };
}
