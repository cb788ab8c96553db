const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago it was, in words: "now", "5 minutes ago", "yesterday", "3 days ago". */
export function relativeTime(date: Date, now: Date, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  // Another device's clock may be ahead.
  const age = Math.max(0, now.getTime() - date.getTime());
  const days = Math.round((midnight(now) - midnight(date)) / DAY);
  if (age < MINUTE) return words.format(0, 'second');
  if (age < HOUR) return words.format(-Math.floor(age / MINUTE), 'minute');
  if (days === 0 || age < 6 * HOUR) return words.format(-Math.floor(age / HOUR), 'hour');
  if (days < 60) return words.format(-days, 'day');
  if (days < 730) return words.format(-Math.floor(days / 30.4), 'month');
  return words.format(-Math.floor(days / 365.25), 'year');
}

/** "Yesterday" is the day before, be it an hour ago or forty; days with 23 or 25 hours are rounded. */
function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
