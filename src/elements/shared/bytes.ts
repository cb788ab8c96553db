const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes in the unit that suits it: "312 kB". */
export function formatBytes(bytes: number, language: string): string {
  const magnitude = bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3);
  const index = Math.min(magnitude, units.length - 1);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[index] ?? 'byte',
    unitDisplay: index === 0 ? 'long' : 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** index);
}
