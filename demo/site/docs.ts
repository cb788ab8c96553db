import '../../src/define/all.js';
import { allCategories, type PersistenceContext } from '../../src/index.js';
import { renderMarkdown } from '../../src/markdown.js';
import { connectLanguage } from '../language.js';
import { sampleBackupFile } from '../sample/sample-backup.js';

type Provider = HTMLElementTagNameMap['litechat-persistence-provider'];

connectLanguage([...document.querySelectorAll('.stage')]);

for (const view of document.querySelectorAll('litechat-conversation-view')) {
  view.renderer = (text, { part }) => (part === 'question' ? text : renderMarkdown(text));
}

/** The database of the examples holds the sample, until the reader changes it. */
async function fill({ persistence, importExport }: PersistenceContext): Promise<void> {
  if ((await persistence.countRecords()).conversations > 0) return;
  await importExport.restoreBackup(sampleBackupFile(), allCategories, { keepUndo: false });
}

/** So that a view beside the list has something to show. */
async function select({ persistence, stores }: PersistenceContext): Promise<void> {
  const conversations = await persistence.loadConversations();
  const first = conversations.find(({ projectId }) => projectId === null);
  if (first) stores.selection.getState().select(first.id, 'conversation');
}

const providers = [
  ...document.querySelectorAll<Provider>('litechat-persistence-provider[data-sample]'),
];
const [first] = providers;
if (first) {
  // They are on one database: the first fills it for all.
  const filled = first.ready().then(fill);
  for (const provider of providers) {
    if (!provider.querySelector('litechat-conversation-view')) continue;
    filled
      .then(() => provider.ready())
      .then(select)
      .catch(reportError);
  }
  filled.catch(reportError);
}
