const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes in the unit that suits it: "312 kB". */
export function formatBytes(bytes: number, language: string): string {
  return format(bytes, language, '');
}

/** The same of a number that is an estimate, to stand in a column: "0.3 MB", "12 kB". */
export function formatRoughly(bytes: number, language: string): string {
  // From the unit in which it is not shown as a thousand: 999,600 is "1.0 MB".
  const index = Math.max(
    1,
    units.findLastIndex((_, power) => bytes >= 999.5 * 1000 ** (power - 1)),
  );
  const number = Math.max(bytes / 1000 ** index, 0.1);
  const digits = number < 9.95 ? 1 : 0;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[index] ?? 'kilobyte',
    unitDisplay: 'short',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(number);
}

/** A number of bytes a second: "12 MB/s". */
export function formatByteRate(bytes: number, language: string): string {
  return format(bytes, language, '-per-second');
}

function format(bytes: number, language: string, per: '' | '-per-second'): string {
  const magnitude = bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3);
  const index = Math.min(magnitude, units.length - 1);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: `${units[index] ?? 'byte'}${per}`,
    unitDisplay: index === 0 && per === '' ? 'long' : 'short',
    maximumSignificantDigits: per === '' ? 3 : 2,
  }).format(bytes / 1000 ** index);
}
