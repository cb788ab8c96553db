import type { LocalizeController } from '@shoelace-style/localize';
import type { BackupPreview, CollectionOutcome } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { addedWords, whyNot } from './restore-action.js';
import type { RestoreChoices } from './restore-choices.js';
import type { SeveralFiles } from './several-files.js';
import type { SingleFile } from './single-file.js';

type Localize = LocalizeController<Translation>;

const columns = ['new', 'identical', 'different', 'kept', 'invalid', 'removed'] as const;

/** How far the reading of a file is, or what came of it in one sentence, for a live region. */
export function singleStatus({ incoming, choices }: SingleFile, localize: Localize): string {
  const { reading } = incoming;
  // What is asked of a locked file, and why another could not be read, is said where the focus goes.
  if (reading.state === 'reading') {
    return localize.term(`phase_${reading.progress?.phase ?? 'checking'}`);
  }
  return choices ? foreseenWords(choices, localize) : '';
}

/** The same of several files. */
export function severalStatus(several: SeveralFiles, localize: Localize): string {
  const running = several.files.find(({ incoming }) => incoming.reading.state === 'reading');
  if (!running) return localize.term('filesRead', several.known.length, several.files.length);
  const { reading } = running.incoming;
  const progress = reading.state === 'reading' ? reading.progress : undefined;
  const position = several.files.indexOf(running) + 1;
  const words = localize.term(`phase_${progress?.phase ?? 'checking'}`);
  return `${localize.term('fileOf', position, several.files.length)}: ${words}`;
}

function foreseenWords(choices: RestoreChoices, localize: Localize): string {
  const { comparison, preview, isBackup } = choices;
  if (comparison.state === 'running') return localize.term('phase_comparing');
  if (comparison.state === 'failed') return '';
  if (!isBackup) return localize.term('foreseenNew', addedWords(preview, localize));
  const numbers = outcomeNumbers(preview, localize);
  const reason = whyNot(choices, localize);
  return [numbers === '' ? '' : localize.term('foreseen', numbers), reason ?? '']
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** "3 new, 200 the same, 2 different" */
function outcomeNumbers({ outcome }: BackupPreview, localize: Localize): string {
  const sumOf = (column: keyof CollectionOutcome): number =>
    Object.values(outcome).reduce((sum, entry) => sum + entry[column], 0);
  const words = columns
    .map((column) => ({ column, number: sumOf(column) }))
    .filter(({ number }) => number > 0)
    .map(({ column, number }) => localize.term(`outcome_${column}`, number));
  return new Intl.ListFormat(localize.lang(), { type: 'unit' }).format(words);
}
