import type { LocalizeController } from '@shoelace-style/localize';
import {
  noOutcome,
  type BackupPreview,
  type CollectionOutcome,
  type RestorePolicy,
} from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import type { Category, CollectionKey } from '../../model/categories.js';
import { recordCount } from '../shared/category-words.js';
import type { RestoreChoices } from './restore-choices.js';

type Localize = LocalizeController<Translation>;
type Verb = 'add' | 'replace' | 'merge' | 'update' | 'remove' | 'restore' | 'copies';

/** What a restore would change, of one collection or of several together. */
interface Change {
  added: number;
  changed: number;
  removed: number;
  /** Here now, and in what the file makes of it. */
  here: number;
}

/** The words of the button that restores: "Replace 214 conversations". */
export function actionWords(choices: RestoreChoices, localize: Localize): string {
  const { preview, policy } = choices;
  // The numbers are those of the choice before, or there is no choice.
  if (choices.comparison.state !== 'settled') return localize.term('restore');
  const touched = choices.carried.filter((category) => isTouched(category, preview));
  const [only] = touched;
  if (!choices.isBackup) return localize.term('do_add', addedWords(preview, localize));
  if (touched.length !== 1 || !only) {
    const change = sum(touched.map((category) => changeOf(category, preview)));
    const verb = verbOfMany(change, policy);
    const number = touched.length || choices.ticked.size;
    if (number === 0) return localize.term('restore');
    return localize.term(`do_${verb}`, localize.term('categoryCount', number));
  }
  // The first collection is what the category is about; the others only when nothing of it changes.
  const { key } = only.collections.find(
    (collection) => total(changeIn(preview.outcome[collection.key])) > 0,
  ) ??
    only.collections[0] ?? { key: 'settings' as const };
  const change = changeIn(preview.outcome[key]);
  const verb = verbOf(change, policy);
  return localize.term(
    `do_${verb}`,
    recordCount({ [key]: shownNumber(change, verb) }, [key], localize),
  );
}

/** Why nothing can be restored, in words; undefined when it can be. */
export function whyNot(choices: RestoreChoices, localize: Localize): string | undefined {
  const { preview, whole } = choices;
  if (choices.isBackup && choices.carried.length === 0) return localize.term('nothingInFile');
  if (choices.isBackup && choices.ticked.size === 0) return localize.term('chooseCategory');
  if (choices.comparison.state !== 'settled') return undefined;
  if (preview.invalidCount > 0 && !choices.skipsInvalid) return localize.term('skipFirst');
  if (hasChange(preview)) return undefined;
  if (!choices.isBackup) return localize.term('nothingInFile');
  const hasNews = Object.values(whole.outcome).some(
    ({ new: added, different, invalid }) => added + different + invalid > 0,
  );
  return localize.term(hasNews ? 'nothingToAdd' : 'allHereAlready');
}

/** Whether the restore may begin: only ever with the numbers that are shown. */
export function mayRestore(choices: RestoreChoices): boolean {
  const { preview, comparison, skipsInvalid } = choices;
  return (
    comparison.state === 'settled' &&
    (preview.invalidCount === 0 || skipsInvalid) &&
    hasChange(preview)
  );
}

/** Of a file that is added as new, what it adds: "1 project and 3 conversations". */
export function addedWords({ outcome }: BackupPreview, localize: Localize): string {
  const counts = {
    projects: outcome.projects?.new ?? 0,
    conversations: outcome.conversations?.new ?? 0,
  };
  return recordCount(counts, ['projects', 'conversations'], localize, 'conjunction');
}

function hasChange({ outcome, repairCounts }: BackupPreview): boolean {
  // Messages without a conversation bring one with them that no collection of the file counts.
  const recovered = repairCounts['conversation-recovered'] ?? 0;
  return recovered > 0 || Object.values(outcome).some((entry) => total(changeIn(entry)) > 0);
}

const isTouched = (category: Category, preview: BackupPreview): boolean =>
  total(changeOf(category, preview)) > 0;

function changeOf({ collections }: Category, { outcome }: BackupPreview): Change {
  return sum(collections.map(({ key }: { key: CollectionKey }) => changeIn(outcome[key])));
}

function changeIn(outcome: CollectionOutcome = noOutcome): Change {
  const { new: added, identical, different, kept, removed } = outcome;
  return { added, changed: different - kept, removed, here: identical + different + removed };
}

const total = ({ added, changed, removed }: Change): number => added + changed + removed;

function sum(changes: readonly Change[]): Change {
  return changes.reduce(
    (all, { added, changed, removed, here }) => ({
      added: all.added + added,
      changed: all.changed + changed,
      removed: all.removed + removed,
      here: all.here + here,
    }),
    { added: 0, changed: 0, removed: 0, here: 0 },
  );
}

function verbOf({ added, changed, removed }: Change, policy: RestorePolicy): Verb {
  if (changed + removed === 0) return 'add';
  if (policy === 'replace') return added + changed === 0 ? 'remove' : 'replace';
  return added === 0 ? 'update' : 'merge';
}

function verbOfMany({ changed, removed, here }: Change, policy: RestorePolicy): Verb {
  if (policy === 'copies') return 'copies';
  if (policy !== 'replace') return here === 0 ? 'restore' : 'merge';
  return changed + removed === 0 ? 'restore' : 'replace';
}

/** What is replaced is what is here; what is added or changed comes from the file. */
function shownNumber({ added, changed, removed, here }: Change, verb: Verb): number {
  if (verb === 'replace') return here;
  return verb === 'remove' ? removed : added + changed;
}
