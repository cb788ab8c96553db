const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/**
 * How a quantity is written: `like` is the value whose size decides on unit and precision, so that the
 * ends of a range are written as its middle is.
 *
 * @typedef {{ number: (value: number, like: number) => string, unit: (like: number) => string }} Notation
 */

/** @type {Notation} */
export const milliseconds = { number: (value) => grouped.format(value), unit: () => ' ms' };

/** @type {Notation} Of milliseconds; seconds from one second on, hundredths below ten. */
export const duration = {
  number(value, like) {
    if (like < 10) return value.toFixed(2);
    return like < 1000 ? grouped.format(value) : (value / 1000).toFixed(like < 10_000 ? 2 : 1);
  },
  unit: (like) => (like < 1000 ? ' ms' : ' s'),
};

/** @type {Notation} Of bytes. */
export const megabytes = { number: (value) => grouped.format(value / 1e6), unit: () => ' MB' };

/** @type {Notation} Of what is counted. */
export const plain = { number: (value) => grouped.format(value), unit: () => '' };

/** @type {Notation} */
export const ratio = {
  number: (value, like) => value.toFixed(like < 0.2 ? 3 : 2),
  unit: () => '',
};

export function written(value, notation) {
  return `${notation.number(value, value)}${notation.unit(value)}`;
}

/** The median, with the ends in brackets where there are several; a dash for nothing. */
export function spread(summary, notation) {
  if (!summary) return '–';
  const { median, min, max } = summary;
  const [least, greatest] = [min, max].map((end) => notation.number(end, median));
  const ends = min === max ? '' : ` (${least}–${greatest})`;
  return `${written(median, notation)}${ends}`;
}

export const count = (value) => grouped.format(value);
