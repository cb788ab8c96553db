import '../../src/define/all.js';
import { allCategories, type PersistenceContext } from '../../src/index.js';
import { renderMarkdown } from '../../src/markdown.js';
import { connectLanguage } from '../language.js';
import { sampleBackupFile } from '../sample/sample-backup.js';
import { followSections } from './current-section.js';

type Provider = HTMLElementTagNameMap['litechat-persistence-provider'];

followSections();
connectLanguage([...document.querySelectorAll('.stage')]);

// The page that one is on may stand below the edge of a list that scrolls in itself.
const pages = document.querySelector('.side .scroller');
const here = pages?.querySelector('[aria-current]');
if (pages && here) {
  const below = here.getBoundingClientRect().bottom - pages.getBoundingClientRect().bottom;
  if (below > 0) pages.scrollTop += below + pages.clientHeight / 4;
}

for (const view of document.querySelectorAll('litechat-conversation-view')) {
  view.renderer = (text, { part }) => (part === 'question' ? text : renderMarkdown(text));
}

/** The database of the examples holds the sample, until the reader changes it. */
async function fill({ persistence, importExport }: PersistenceContext): Promise<void> {
  if ((await persistence.countRecords()).conversations > 0) return;
  await importExport.restoreBackup(sampleBackupFile(), allCategories, { keepUndo: false });
}

/** So that a view has something to show. */
async function show(provider: Provider): Promise<void> {
  const view = provider.querySelector('litechat-conversation-view');
  if (!view) return;
  const { persistence, stores } = await provider.ready();
  const conversations = await persistence.loadConversations();
  const shown = conversations.find(({ projectId }) => projectId === null);
  if (!shown) return;
  // A list brings what is selected into sight, and would scroll a page on whose top it is not.
  if (provider.closest('.theme')) view.conversationId = shown.id;
  else stores.selection.getState().select(shown.id, 'conversation');
}

const providers = [
  ...document.querySelectorAll<Provider>('litechat-persistence-provider[data-sample]'),
];
const [first] = providers;
if (first) {
  // They are on one database: the first fills it for all.
  const filled = first.ready().then(fill);
  for (const provider of providers) filled.then(() => show(provider)).catch(reportError);
}
