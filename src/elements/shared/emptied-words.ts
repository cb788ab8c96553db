import type { LocalizeController } from '@shoelace-style/localize';
import type { EmptiedStorage } from '../../database/data-witness.js';
import '../../locales/en-with-tools.js';
import type { Translation } from '../../locales/translation.js';

/** What is to be said of conversations that are gone: that they are, and what helps. */
export function emptiedWords(
  { lastSeen, lastBackup }: EmptiedStorage,
  localize: LocalizeController<Translation>,
): { title: string; detail: string } {
  const date = (at: Date): string => localize.date(at, { dateStyle: 'long' });
  const remedy = lastBackup
    ? localize.term('emptiedRestore', date(lastBackup))
    : localize.term('emptiedNoBackup');
  return {
    title: localize.term('emptied'),
    detail: `${localize.term('emptiedDetail', date(lastSeen))} ${remedy}`,
  };
}
