const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The time in as few characters as say enough: "5m", "2h", "Tue", "12 Mar", "Mar 2023"; nothing for
 * what is no valid date.
 */
export function quietTime(date: unknown, now: Date, language: string): string {
  if (!isValidDate(date)) return '';
  const age = now.getTime() - date.getTime();
  // Another device's clock may be ahead.
  if (age < MINUTE && age > -DAY) return relative(language).format(0, 'second');
  if (age >= 0 && age < HOUR) return unit(language, 'minute').format(Math.floor(age / MINUTE));
  if (age >= 0 && age < DAY) return unit(language, 'hour').format(Math.floor(age / HOUR));
  if (age >= 0 && age < 6 * DAY) return dates(language, 'weekday').format(date);
  const isThisYear = date.getFullYear() === now.getFullYear();
  return dates(language, isThisYear ? 'day' : 'month').format(date);
}

/** The date and time in full. */
export function fullTime(date: unknown, language: string): string {
  return isValidDate(date) ? dates(language, 'full').format(date) : '';
}

/** Makes what the rows of a list will ask for, at a moment when the page has nothing else to do. */
export function prepareTimes(language: string): void {
  for (const name of ['full', 'weekday', 'day'] as const) dates(language, name);
}

export function isValidDate(date: unknown): date is Date {
  return date instanceof Date && !Number.isNaN(date.getTime());
}

/** Making a format of Intl takes far longer than using it, and a list uses it for every row. */
function cached<Arguments extends string[], Format>(
  make: (...args: Arguments) => Format,
): (...args: Arguments) => Format {
  const made = new Map<string, Format>();
  return (...args) => {
    const key = args.join(' ');
    const format = made.get(key) ?? make(...args);
    made.set(key, format);
    return format;
  };
}

const unit = cached(
  (language: string, name: 'minute' | 'hour') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'narrow' }),
);

const relative = cached(
  (language: string) => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'narrow' }),
);

const dateOptions: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  weekday: { weekday: 'short' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  full: { dateStyle: 'full', timeStyle: 'short' },
};

const dates = cached(
  (language: string, name: 'weekday' | 'day' | 'month' | 'full') =>
    new Intl.DateTimeFormat(language, dateOptions[name]),
);
