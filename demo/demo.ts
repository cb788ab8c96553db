import './listen.js';
import '../src/define/all.js';
import type { PersistenceContext } from '../src/index.js';
import { renderMarkdown } from '../src/markdown.js';
import { onFileDrop } from './file-drop.js';
import { connectLanguage } from './language.js';
import { pagePart } from './page-part.js';
import { clearedWords } from './record-words.js';
import { sampleBackupFile } from './sample/sample-backup.js';
import { showStatus } from './status-line.js';
import { restoreSample, showFailure, takeFile } from './take-file.js';

const provider = document.querySelector('litechat-persistence-provider');
const view = document.querySelector('litechat-conversation-view');
const loadButton = pagePart('load-sample', HTMLButtonElement);
const openButton = pagePart('open-file', HTMLButtonElement);
const fileInput = pagePart('file', HTMLInputElement);

let busy = false;

connectLanguage([
  ...document.querySelectorAll(
    'litechat-conversation-list, litechat-conversation-view, litechat-data-management, litechat-clear-data',
  ),
]);

// What people typed is shown as they typed it.
if (view) view.renderer = (text, { part }) => (part === 'question' ? text : renderMarkdown(text));

/** Buttons that lose the focus when they are disabled would send it to the top of the page. */
function setBusy(value: boolean): void {
  busy = value;
  for (const button of [loadButton, openButton]) button.ariaDisabled = String(value);
}

/** One file at a time: the buttons rest meanwhile. */
async function whileBusy(work: (context: PersistenceContext) => Promise<void>): Promise<void> {
  if (busy || !provider) return;
  setBusy(true);
  try {
    await work(await provider.ready());
  } catch (error) {
    showFailure(error);
  } finally {
    setBusy(false);
  }
}

loadButton.addEventListener('click', () => {
  void whileBusy((context) => restoreSample(context, sampleBackupFile()));
});

const open = (file: File): void => void whileBusy((context) => takeFile(context, file));

openButton.addEventListener('click', () => {
  if (!busy) fileInput.click();
});
fileInput.addEventListener('change', () => {
  const [file] = fileInput.files ?? [];
  // So that the same file can be chosen again.
  fileInput.value = '';
  if (file) open(file);
});
onFileDrop(open);

provider?.addEventListener('litechat-data-cleared', ({ detail }) => {
  showStatus({ state: 'idle', text: clearedWords(detail.options) });
});
