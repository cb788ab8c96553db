import { registerTranslation } from '@shoelace-style/localize';
import type { Translation } from './translation.js';

const numbers = new Intl.NumberFormat('en');

function count(number: number, one: string, many = `${one}s`): string {
  return `${numbers.format(number)} ${number === 1 ? one : many}`;
}

const conversations = (number: number): string => count(number, 'conversation');

const en: Translation = {
  '$code': 'en',
  '$name': 'English',
  '$dir': 'ltr',

  'cancel': 'Cancel',
  'close': 'Close',
  'delete': 'Delete',
  'dismiss': 'Dismiss',
  'reload': 'Reload',
  'tryAgain': 'Try again',
  'unexpectedFailure': 'Something went wrong that should not have.',

  'notPersistent': 'Nothing here is kept.',
  'notPersistentDetail': 'What you write will be gone when this page closes.',
  'databaseBlocked': 'Waiting for another tab.',
  'databaseBlockedDetail':
    'It holds an older version of your data. Close the other tabs of this app to go on.',
  'databaseOutdated': 'Another tab updated your data.',
  'databaseOutdatedDetail': 'Reload to go on here. Until then, this page changes nothing.',
  'databaseNewer': 'Your data comes from a newer version of this app.',
  'databaseNewerDetail': 'Reload, or update the app. Nothing was read or changed.',
  'databaseFailed': 'Your data could not be opened.',

  'conversations': 'Conversations',
  'conversationCount': conversations,
  'search': 'Search',
  'searchConversations': 'Search conversations and projects',
  'clearSearch': 'Clear search',
  'matchCount': (number) => count(number, 'match', 'matches'),
  'noMatch': (query) => `No match for “${query}”.`,
  'newChat': 'New chat',
  'newProject': 'New project',
  'untitled': 'Untitled',
  'actionsFor': (title) => `Actions for ${title}`,
  'newNameFor': (title) => `New name for ${title}`,
  'rename': 'Rename',
  'exportJson': 'Export as JSON',
  'exportMarkdown': 'Export as Markdown',
  'loadingConversations': 'Loading conversations',
  'noConversations': 'No conversations yet.',
  'conversationsFailed': 'Your conversations could not be read.',
  'deleteConversationTitle': (title) => `Delete “${title}”?`,
  'deleteConversationWords': 'All its messages go with it. This cannot be undone.',
  'deleteProjectTitle': (title) => `Delete the project “${title}”?`,
  'deleteProjectWords': (projects, inside) =>
    projects === 0 && inside === 0
      ? 'It is empty. This cannot be undone.'
      : `It holds ${[
          ...(projects > 0 ? [count(projects, 'project')] : []),
          ...(inside > 0 ? [conversations(inside)] : []),
        ].join(
          ' and ',
        )}.${projects > 0 ? ' The projects inside are deleted with it.' : ''} This cannot be undone.`,
  'conversationsInside': 'The conversations inside',
  'moveConversations': (number) =>
    number === 1
      ? 'Keep the conversation, at the top level'
      : `Keep the ${conversations(number)}, at the top level`,
  'deleteConversationsToo': (number) =>
    number === 1 ? 'Delete the conversation too' : `Delete the ${conversations(number)} too`,

  'count_settings': (number) => count(number, 'setting'),
  'count_appState': (number) => count(number, 'other value'),
  'count_apiKeys': (number) => count(number, 'API key'),
  'count_providerConfigs': (number) => count(number, 'provider'),
  'count_projects': (number) => count(number, 'project'),
  'count_conversations': conversations,
  'count_interactions': (number) => count(number, 'message'),
  'count_rules': (number) => count(number, 'rule'),
  'count_tags': (number) => count(number, 'tag'),
  'count_tagRuleLinks': (number) => count(number, 'link'),
  'count_mods': (number) => count(number, 'mod'),
  'count_syncRepos': (number) => count(number, 'sync repository', 'sync repositories'),
  'count_mcpServers': (number) => count(number, 'MCP server'),
  'count_promptTemplates': (number) => count(number, 'prompt template'),
  'count_agents': (number) => count(number, 'agent or task', 'agents and tasks'),

  'dangerZone': 'Danger zone',
  'clearAll': 'Clear all local data',
  'clearWords':
    'Deletes everything this app keeps in this browser: conversations, projects, settings, keys and all the rest. Files you saved and other devices are not touched.',
  'clearQuestion': 'Clear all local data?',
  'clearConsequence': 'This is deleted from this browser, for good:',
  'clearBackUpFirst': 'Without a backup, nothing of it can be brought back. Back up first.',
  'continue': 'Continue',
  'clearQuestionAgain': 'Are you sure?',
  'clearTypeWord': (word) => `Type ${word} to confirm. It cannot be undone.`,
  'clearWord': 'DELETE',
  'clearFinally': 'Delete everything',
  'clearing': 'Deleting…',
  'clearBlocked': 'Waiting for another tab that uses the data. Close the other tabs of this app.',
  'cleared': 'All local data was deleted.',

  'backUp': 'Back up',
  'backUpWords': 'Saves your data as one file, which this app can restore on any device.',
  'categoriesChosen': (chosen, all) =>
    `${numbers.format(chosen)} of ${count(all, 'category', 'categories')}`,
  'selectAll': 'Select all',
  'selectNone': 'Select none',
  'whatToBackUp': 'What to back up',
  'secret': 'Secret',
  'includeSecrets': 'Include secrets (API keys, passwords, tokens)',
  'withoutSecrets':
    'Goes with the API keys: tick one, and both are ticked. Without it, the file holds no keys, passwords or tokens.',
  'withSecrets':
    'Anyone who has the file can use your accounts. Keep it where only you can read it, and do not send it.',
  'backUpCategories': (number) =>
    number === 0 ? 'Back up' : `Back up ${count(number, 'category', 'categories')}`,
  'backingUp': 'Collecting your data…',
  'backedUp': (number, withSecrets) =>
    `${count(number, 'category', 'categories')} saved, ${withSecrets ? 'with' : 'without'} secrets. The file is in your downloads.`,
  'backupCancelled': 'Cancelled. No file was saved.',

  'restore': 'Restore',
  'restoreWords':
    'Takes a backup, or a file with conversations or a project. You see what it holds before anything changes.',
  'dropFile': 'Drop a file here, or',
  'chooseFile': 'Choose a file',
  'chooseAnother': 'Choose another',
  'checkingFile': 'Checking the file…',
  'writingData': 'Writing…',
  'file_backup': 'Backup',
  'file_backupOf': (date) => `Backup of ${date}`,
  'file_conversation': 'One conversation',
  'file_conversations': 'Conversations',
  'file_project': 'A project with its conversations',
  'whatToRestore': 'What to restore',
  'inFileAndHere': (inFile, here) => `${inFile} in the file · ${here} here`,
  'replacesHere': (records, number) =>
    `Replaces ${records} that ${number === 1 ? 'is' : 'are'} here.`,
  'installsCode': 'Installs code',
  'whatBecomesOfData': 'What becomes of the data here',
  'policyReplace':
    'Replace: the chosen categories become what the file holds. What they hold now is gone.',
  'policyMerge': 'Merge: nothing is deleted. Where both have the same record, the newer one stays.',
  'replaceCategories': (number) =>
    number === 0 ? 'Replace' : `Replace ${count(number, 'category', 'categories')}`,
  'mergeCategories': (number) =>
    number === 0 ? 'Merge' : `Merge ${count(number, 'category', 'categories')}`,
  'addAsNew': 'Add as new',
  'addAsNewWords': 'What the file holds is added beside what is here. Nothing is replaced.',
  'nothingInFile': 'There is nothing in it.',
  'restoreCancelled': 'Cancelled. Nothing was changed.',
  'leftOut': (names) => `Left out, because not chosen: ${names}.`,
  'restored': 'Restored.',
  'added': 'Added.',
  'repairCount': (number) => `${count(number, 'thing')} could not be stored as in the file`,
  'andMore': (number) => `and ${numbers.format(number)} more`,
  'repair_reference-cleared': 'Pointed to something that is not there; now points to nothing.',
  'repair_record-dropped': 'Could not be stored, and was left out.',
  'repair_name-changed': 'Had a name that was taken; got another.',
  'repair_id-changed': 'Had an id that was taken; got another.',
  'repair_cycle-broken': 'Was inside itself; now stands at the top.',
  'repair_conversation-recovered': 'Messages without a conversation; got one.',
  'repair_date-filled': 'Had no valid date; got one.',

  'individualCategories': 'Individual categories',
  'individualWords':
    'To share a part of your setup. An import adds to what is here: nothing is deleted, and the newer of two records stays.',
  'export': 'Export',
  'import': 'Import',
  'exportCategory': (name) => `Export ${name}`,
  'importCategory': (name) => `Import ${name}`,
  'exportWithSecrets': 'Export with passwords and tokens',
  'exported': 'Saved. The file is in your downloads.',
  'working': 'Working…',
};

registerTranslation(en);

export default en;
