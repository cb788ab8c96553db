import {
  allCategories,
  categories,
  LiteChatError,
  type CategoryId,
  type PersistenceContext,
  type Progress,
  type RestoreReport,
  type TransferOptions,
} from '../src/index.js';
import { countsOf, recordWords, summaryOf } from './record-words.js';
import { confirmReplacing } from './replace-dialog.js';
import { showStatus, type PageStatus } from './status-line.js';

const phases = {
  waiting: 'waits for another tab',
  decrypting: 'is being decrypted',
  checking: 'is being checked',
  comparing: 'is being compared with what is here',
  reading: 'is being read',
  writing: 'is being stored',
} as const satisfies Record<Progress['phase'], string>;

const unchanged: PageStatus = { state: 'idle', text: 'Nothing was changed.' };

/** Puts a file of ours, mods included, in the place of everything in its categories. */
export function restoreSample(context: PersistenceContext, file: File): Promise<void> {
  const subject = 'The sample';
  return report(subject, async (transfer) => {
    const everything = categories.map(({ id }) => id);
    if (!(await mayReplace(context, subject, everything))) return unchanged;
    const result = await context.importExport.restoreBackup(file, allCategories, transfer);
    return { state: 'done', text: wordsOf(subject, result) };
  });
}

/**
 * Takes any file of the kit or of the existing application. Mods stay out: they are code, and only
 * the element that restores backups asks about them, as it does for the passphrase of a file.
 */
export function takeFile(context: PersistenceContext, file: File): Promise<void> {
  const { importExport } = context;
  const subject = `“${file.name}”`;
  return report(subject, async (transfer) => {
    const opened = await openOrHandOver(context, file, transfer);
    if (!opened) {
      return { state: 'idle', text: `${subject} is encrypted. Type its passphrase under Restore.` };
    }
    const { kind, categories: carried } = await importExport.previewBackup(
      opened,
      allCategories,
      transfer,
    );
    const replaced = carried.filter((id) => id !== 'mods');
    if (kind === 'backup' && !(await mayReplace(context, subject, replaced))) {
      return unchanged;
    }
    const result = await importExport.importFile(opened, transfer);
    const leftOut = carried.includes('mods') ? ' Mods were left out, because they are code.' : '';
    return { state: 'done', text: wordsOf(subject, result) + leftOut };
  });
}

/** The file as it was before it was encrypted; undefined when the element that restores has it now. */
async function openOrHandOver(
  { importExport }: PersistenceContext,
  file: File,
  transfer: TransferOptions,
): Promise<Blob | undefined> {
  const panel = document
    .querySelector('litechat-data-management')
    ?.shadowRoot?.querySelector('litechat-restore-panel');
  try {
    return await importExport.openFile(file, transfer);
  } catch (error) {
    const isLocked = error instanceof LiteChatError && error.code === 'passphrase-required';
    if (!isLocked || !panel) throw error;
    panel.scrollIntoView({ block: 'nearest' });
    void panel.open(file);
    return undefined;
  }
}

/** Asks, unless the categories are empty here. */
async function mayReplace(
  { persistence }: PersistenceContext,
  subject: string,
  ids: readonly CategoryId[],
): Promise<boolean> {
  const present = recordWords(countsOf(ids, await persistence.countRecords()));
  return present.length === 0 || confirmReplacing(subject, present);
}

/** Keeps the status line up to date while something is done with a file, to its end. */
async function report(
  subject: string,
  work: (transfer: TransferOptions) => Promise<PageStatus>,
): Promise<void> {
  const controller = new AbortController();
  const cancel = () => controller.abort();
  const onProgress = ({ phase, done, total }: Progress) =>
    showStatus({
      state: 'busy',
      text: `${subject} ${phases[phase]}.`,
      fraction: total > 0 ? done / total : 0,
      cancel,
    });
  try {
    showStatus(await work({ signal: controller.signal, onProgress }));
  } catch (error) {
    if (controller.signal.aborted) {
      showStatus({ state: 'idle', text: 'Cancelled. Nothing was changed.' });
    } else {
      showFailure(error);
    }
  }
}

function wordsOf(subject: string, { counts, repairCounts }: RestoreReport): string {
  const repairCount = Object.values(repairCounts).reduce((sum, count) => sum + count, 0);
  const repairs = repairCount === 1 ? 'One detail was' : `${String(repairCount)} details were`;
  const mended = repairCount > 0 ? ` ${repairs} mended on the way.` : '';
  const summary = summaryOf(counts);
  return summary === ''
    ? `${subject} holds no records.`
    : `${subject} is here: ${summary}.${mended}`;
}

/** Says what failed, in the words of the error. */
export function showFailure(error: unknown): void {
  if (error instanceof LiteChatError) {
    showStatus({ state: 'failed', text: error.message });
  } else {
    showStatus({ state: 'failed', text: `Something failed: ${String(error)}` });
    console.error(error);
  }
}
