import { registerTranslation } from '@shoelace-style/localize';
import { conversations, count, numbers } from './en-counting.js';
import { withTools } from './en-with-tools.js';
import type { Translation } from './translation.js';

const others = {
  'error_backup-malformed': 'The file is damaged.',
  'error_backup-not-recognised': 'The file is not one that can be used here.',
  'error_backup-truncated': 'The file is incomplete. Save or copy it again.',
  'error_backup-version-unsupported':
    'The file comes from a version of the app that is not known here.',
  'error_cycle': 'A project cannot lie inside itself.',
  'error_database-blocked': 'Another tab holds the data. Close the other tabs of this app.',
  'error_database-closed': 'The page has let go of the data. Reload it.',
  'error_database-connection-lost': 'The browser closed the data. Reload the page.',
  'error_database-failed': 'The browser could not read or write the data.',
  'error_database-newer':
    'Your data comes from a newer version of this app. Reload, or update the app.',
  'error_database-outdated': 'Another tab updated your data. Reload the page.',
  'error_database-unavailable': 'The browser does not let this page keep data.',
  'error_duplicate-id': 'Two records have the same id.',
  'error_file-unreadable': 'The file cannot be read. It may have been moved, deleted or changed.',
  'error_file-unwritable': 'The file could not be saved.',
  'error_module-unavailable':
    'A part of this page did not load. Check the connection and try again, or reload the page.',
  'error_name-taken': 'Another one has this name already.',
  'error_not-found': 'It is no longer here.',
  'error_not-supported': 'This does not work here.',
  'error_passphrase-required': 'The file is encrypted. It opens with its passphrase.',
  'error_passphrase-wrong': 'This passphrase does not open the file.',
  'error_quota-exceeded': 'There is no room left for this site. Delete what you no longer need.',
  'error_record-invalid': 'Something in it cannot be stored.',
  'errorChanged': 'Part of the data may have changed.',
  'errorUnchanged': 'Nothing was changed.',
  'errorAt': (path) => `It is about ${path}.`,

  'category_settings': 'Settings',
  'category_apiKeys': 'API keys',
  'category_providerConfigs': 'Providers',
  'category_projects': 'Projects',
  'category_conversations': 'Conversations',
  'category_rulesAndTags': 'Rules and tags',
  'category_mods': 'Mods',
  'category_syncRepos': 'Sync repositories',
  'category_mcpServers': 'MCP servers',
  'category_promptTemplates': 'Prompt templates',
  'category_agents': 'Agents and tasks',

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
  'clearSome': (what) => `Clear ${what}`,
  'clearWords': 'Deletes what this app keeps in this browser: everything, or what you choose.',
  'clearChoice': 'What to delete',
  'clearElsewhere': 'Files you saved and other devices are not touched.',
  'clearStays_apiKeys': 'API keys stay.',
  'clearStays_providerConfigs': 'Providers stay, but lose their keys.',
  'clearStays_projects': 'Projects stay.',
  'clearStays_conversations': 'Conversations stay, outside of any project.',
  'clearStays_rulesAndTags': 'Projects stay, but lose their default rules and tags.',
  'clearStays_syncRepos': 'Conversations stay, but are no longer synchronised.',
  'clearGoes_conversations': 'Messages go with their conversations.',
  'clearGoes_settings': 'The app starts with its own settings again.',
  'clearKeepCopy': (size) =>
    `Keep a copy for one hour, to undo it${size === undefined ? '' : ` (about ${size})`}`,
  'clearKeepCopyWords': 'Until then, what you delete is still in this browser.',
  'clearNoCopyWords': 'Erased at once. It cannot be undone.',
  'clearWithoutCopy': 'Erase at once, without a copy',
  'clearBackUp': 'Back up first',
  'clearBackUpWords': 'A backup made here holds no keys, passwords or tokens.',
  'clearBackedUp': 'Saved as one file, without secrets.',
  'clearQuestion': 'Clear all local data?',
  'clearSomeQuestion': (what) => `Clear ${what}?`,
  'clearConsequence': 'This is deleted from this browser:',
  'nothingToClear': 'Nothing is stored.',
  'clearForGood': 'No copy is kept. Without a backup, nothing of it can be brought back.',
  'clearUndoable': 'A copy stays for one hour, so that you can undo it.',
  'continue': 'Continue',
  'clearQuestionAgain': 'Are you sure?',
  'clearTypeWord': (word) => `Type ${word} to confirm.`,
  'clearWord': 'DELETE',
  'clearFinally': 'Delete everything',
  'clearSomeFinally': 'Delete',
  'clearing': 'Deleting…',
  'clearBlocked': 'Waiting for another tab that uses the data. Close the other tabs of this app.',
  'cleared': 'All local data was deleted.',
  'clearedSome': 'Deleted.',

  'backUp': 'Back up',
  'backUpWords': 'Saves your data as one file, which this app can restore on any device.',
  'categoriesChosen': (chosen, all) =>
    `${numbers.format(chosen)} of ${count(all, 'category', 'categories')}`,
  'selectNone': 'Select none',
  'whatToBackUp': 'What to back up',
  'secret': 'Secret',
  'includeSecrets': 'Include secrets (API keys, passwords, tokens)',
  'withoutSecrets': 'Also ticks API keys. Without it, the file holds no keys, passwords or tokens.',
  'withSecrets':
    'Anyone who has the file can use your accounts. Keep it where only you can read it, and do not send it.',
  'backUpCategories': (number) =>
    number === 0 ? 'Back up' : `Back up ${count(number, 'category', 'categories')}`,
  'backingUp': 'Collecting your data…',
  'backedUp': (number, withSecrets, isEncrypted) =>
    `${count(number, 'category', 'categories')} saved as ${isEncrypted ? 'an encrypted' : 'one'} file, ${withSecrets ? 'with' : 'without'} secrets.`,
  'backupCancelled': 'Cancelled. No file was saved.',
  'encrypt': 'Encrypt with a passphrase',
  'encryptWords': 'Only those who know the passphrase can open the file.',
  'passphrase': 'Passphrase',
  'repeatPassphrase': 'Repeat the passphrase',
  'showPassphrase': 'Show the passphrase',
  'passphraseLost':
    'We cannot recover it. Keep it somewhere safe: without it, nobody can open the file.',
  'passphraseMissing': 'Type a passphrase, or save without encryption.',
  'passphrasesDiffer': 'The two do not match.',
  'strength_weak': 'Weak',
  'strength_fair': 'Fair',
  'strength_strong': 'Strong',
  'strengthHint': 'Four or more random words are strong.',
  'secretsQuestion': 'Save secrets in a file that anyone can read?',
  'secretsReadable':
    'The file is not encrypted. Anyone who opens it can read the keys, passwords and tokens of:',
  'encryptInstead': 'Encrypt instead',
  'exportUnencrypted': 'Export unencrypted',

  'storage': 'Storage',
  'storageWords': 'What this app keeps in this browser.',
  'measuring': 'Measuring…',
  'nothingStored': 'Nothing is stored yet.',
  'about': (size) => `about ${size}`,
  'usedOfQuota': (used, quota) => `This site uses ${used} of ${quota}.`,
  'storageNearlyFull':
    'The room for this site is nearly used up. Back up, then delete what you no longer need.',
  'protected': 'Protected from automatic deletion',
  'protectedDetail': 'The browser keeps your data even when the disk is nearly full.',
  'notProtected': 'Not protected from automatic deletion',
  'notProtectedDetail': 'The browser may delete your data when the disk is nearly full.',
  'protect': 'Protect',
  'asking': 'Asking the browser…',
  'protectionRefused':
    'The browser did not agree. It often does later, for sites that you bookmark, install or visit often.',
  'lastBackup': (when) => `Last backup ${when}`,
  'lastBackupJustNow': 'Last backup just now',
  'lastBackupDetail': (date, categories) =>
    `${date} · ${count(categories, 'category', 'categories')}`,
  'emptiedBackup': 'A backup made now does not hold what is gone. Keep your older ones.',
  'oldBackupDetail': 'What came later is in this browser only.',
  'noBackup': 'No backup yet',
  'noBackupDetail': 'Your data is in this browser only.',

  'recordsPerSecond': (number) => `${numbers.format(number)} records/s`,
  'timeLeft': (time) => `${time} left`,

  'restore': 'Restore',
  'restoreWords':
    'Takes backups, and files with conversations or a project. You see what they would do before anything changes.',
  'dropFile': 'Drop files here, or',
  'chooseFile': 'Choose files',
  'chooseAnother': 'Choose another',
  'phase_waiting': 'Waiting for another tab to finish…',
  'phase_decrypting': 'Decrypting…',
  'phase_checking': 'Checking the file…',
  'phase_comparing': 'Comparing with what is here…',
  'phase_reading': 'Reading your data…',
  'phase_writing': 'Writing…',
  'file_backup': 'Backup',
  'file_backupOf': (date) => `Backup of ${date}`,
  'file_conversation': 'One conversation',
  'file_conversations': 'Conversations',
  'file_project': 'A project with its conversations',
  'file_writtenBy': (app) => `written by ${app}`,
  'file_encrypted': 'encrypted',
  'lockedFile': 'The file is encrypted. It opens with the passphrase it was saved with.',
  'lockedFiles': (number) =>
    number === 1
      ? 'One file is encrypted. It opens with the passphrase it was saved with.'
      : `${numbers.format(number)} files are encrypted. Type the passphrase of one, then of the next.`,
  'passphraseNeeded': 'Type the passphrase of the file.',
  'passphraseWrong': 'This passphrase does not open the file.',
  'openFile': 'Open',
  'whatToRestore': 'What to restore',
  'collection_settings': 'Settings',
  'collection_appState': 'Other values',
  'collection_conversations': 'Conversations',
  'collection_interactions': 'Messages',
  'collection_rules': 'Rules',
  'collection_tags': 'Tags',
  'collection_tagRuleLinks': 'Links',
  'column_new': 'New',
  'column_identical': 'Same',
  'column_different': 'Different',
  'column_kept': 'Kept',
  'column_invalid': 'Invalid',
  'column_removed': 'Removed',
  'outcome_new': (number) => `${numbers.format(number)} new`,
  'outcome_identical': (number) => `${numbers.format(number)} the same`,
  'outcome_different': (number) => `${numbers.format(number)} different`,
  'outcome_kept': (number) => `${numbers.format(number)} kept as here`,
  'outcome_invalid': (number) => `${numbers.format(number)} invalid`,
  'outcome_removed': (number) => `${numbers.format(number)} here ${number === 1 ? 'goes' : 'go'}`,
  'inTheFile': (number) => `${numbers.format(number)} in the file`,
  'secretCount': (number) => count(number, 'secret'),
  'installsCode': 'Runs code',
  'secretsStay': 'Secrets were left out of this file. Those that are here stay.',
  'keysSentElsewhere':
    'This file would send API keys that are kept here to addresses they are not sent to now. Go on only if you know them:',
  'keySentTo': 'to',
  'whatBecomesOfData': 'What becomes of the data here',
  'policy_replace': 'Replace',
  'policy_replaceWords':
    'The chosen categories become what the file holds. What is only here goes.',
  'policy_merge-newest': 'Merge, newest wins',
  'policy_merge-newestWords':
    'Nothing is deleted. Where both have a record, the one changed last stays.',
  'policy_keep-mine': 'Merge, keep mine',
  'policy_keep-mineWords': 'Nothing is deleted. Where both have a record, the one here stays.',
  'policy_copies': 'Add as copies',
  'policy_copiesWords': 'Every record is added beside what is here, as a new one.',
  'onlyHereGo': (records, number) =>
    `${records} that ${number === 1 ? 'is only here goes' : 'are only here go'}.`,
  'andMoreKinds': (number) => `and ${count(number, 'more kind')}`,
  'invalidCount': (number) => `${count(number, 'record')} cannot be restored`,
  'skipInvalid': (number) =>
    number === 1
      ? 'Skip the record that cannot be restored'
      : `Skip the ${numbers.format(number)} records that cannot be restored`,
  'do_add': (what) => `Add ${what}`,
  'do_replace': (what) => `Replace ${what}`,
  'do_merge': (what) => `Merge ${what}`,
  'do_update': (what) => `Update ${what}`,
  'do_remove': (what) => `Remove ${what}`,
  'do_restore': (what) => `Restore ${what}`,
  'do_copies': (what) => `Add copies of ${what}`,
  'categoryCount': (number) => count(number, 'category', 'categories'),
  'chooseCategory': 'Choose at least one category.',
  'allHereAlready': 'Everything in this file is here already.',
  'nothingToAdd': 'What you chose would change nothing here.',
  'skipFirst': 'To restore the rest, skip what cannot be restored.',
  'undoWillBePossible': 'You can undo it afterwards.',
  'undoEnds': (when) => `The undo of ${when} ends then.`,
  'redoEnds': (when) => `The redo of ${when} ends then.`,
  'addAsNewWords': 'Added as new, beside what is here. Nothing is replaced.',
  'nothingInFile': 'There is nothing in it.',
  'restoreCancelled': 'Cancelled. Nothing was changed.',
  'restoreWithoutUndo': 'Restore without undo',
  'leftOut': (names) => `Left out, because not chosen: ${names}.`,
  'restored': 'Restored.',
  'added': 'Added.',
  'imported': 'Imported.',
  'foreseen': (what) => `Read and compared: ${what}.`,
  'foreseenNew': (what) => `Read. It would add ${what}.`,
  'outcomeWords': (added, changed, removed, unchanged) =>
    [
      [added, 'added'] as const,
      [changed, 'changed'] as const,
      [removed, 'removed'] as const,
      [unchanged, 'left as they were'] as const,
    ]
      .filter(([number]) => number > 0)
      .map(([number, word]) => `${numbers.format(number)} ${word}`)
      .join(', '),
  'skippedCount': (number) => `${count(number, 'record')} skipped`,
  'downloadSkipped': 'Save what was skipped',
  'andMore': (number) => `and ${numbers.format(number)} more`,
  'repairs_reference-cleared': (number) =>
    number === 1
      ? '1 reference leads to nothing and is emptied'
      : `${numbers.format(number)} references lead to nothing and are emptied`,
  'repairs_record-dropped': (number) =>
    number === 1
      ? '1 record refers to nothing and is left out or taken away'
      : `${numbers.format(number)} records refer to nothing and are left out or taken away`,
  'repairs_name-changed': (number) =>
    number === 1
      ? '1 name is taken and gets a number'
      : `${numbers.format(number)} names are taken and get a number`,
  'repairs_id-changed': (number) =>
    number === 1
      ? '1 id is taken and becomes another'
      : `${numbers.format(number)} ids are taken and become others`,
  'repairs_cycle-broken': (number) =>
    number === 1
      ? '1 record is inside itself and moves to the top'
      : `${numbers.format(number)} records are inside themselves and move to the top`,
  'repairs_conversation-recovered': (number) =>
    number === 1
      ? '1 conversation is made for messages that have none'
      : `${numbers.format(number)} conversations are made for messages that have none`,
  'repairs_date-filled': (number) =>
    number === 1
      ? '1 date is missing and is filled in'
      : `${numbers.format(number)} dates are missing and are filled in`,
  'repairs_destination-kept': (number) =>
    number === 1
      ? '1 address here stays, because its secret was left out of the file'
      : `${numbers.format(number)} addresses here stay, because their secrets were left out of the file`,

  'severalWords':
    'Backups come first, the oldest of them before the others. Conversations and projects are added as new.',
  'severalModsLeftOut':
    'Mods are left out, because they run code. Open their file alone to take them.',
  'severalUndo': 'One undo takes back all that the backups change. What is added as new stays.',
  'importFiles': (number) => `Import ${count(number, 'file')}`,
  'filesRead': (known, all) =>
    `Read. ${numbers.format(known)} of ${count(all, 'file')} can be imported.`,
  'fileOf': (position, all) => `File ${numbers.format(position)} of ${numbers.format(all)}`,
  'fileRestored': (records) => `Restored: ${records}.`,
  'fileAdded': (records) => `Added: ${records}.`,
  'fileNotBegun': 'Left out. Nothing of it was taken.',
  'filesDone': (done, all) => `${numbers.format(done)} of ${count(all, 'file')} imported.`,
  'removeFromList': (name) => `Leave out ${name}`,

  'redo': 'Redo',
  'undoRestore': 'Undo the restore',
  'deleteAgain': (number) => `Delete again (${count(number, 'record')})`,
  'deleteAgainQuestion': (number) => `Delete ${count(number, 'record')} again?`,
  'deleteAgainWords': 'What you brought back goes again. It can be undone as before.',
  'undoing': 'Changing it back…',
  'undone': 'Undone.',
  'redone_restore': 'Restored again.',
  'redone_clear': 'Deleted again.',
  'discarded': 'The copy is gone. What is here stays.',
  'did_restore': (when) => `Restored ${when}.`,
  'did_clear': (when) => `Deleted ${when}.`,
  'undid_restore': (when) => `Undone ${when}.`,
  'undid_clear': (when) => `Brought back ${when}.`,
  'undoOfEarlier': (when) =>
    `The restore of ${when} can still be undone. What was added now is not part of it.`,
  'redoOfEarlier': (when) =>
    `The restore that was undone ${when} can still be done again. What was added now is not part of it.`,
  'undoDetail': (number, size) =>
    `${count(number, 'record')} can be changed back; the copy takes ${size}.`,
  'undoDetailUntil': (number, size, time) =>
    `${count(number, 'record')} can be brought back until ${time}; the copy takes ${size}.`,
  'redoDetail': (number, size) =>
    `${count(number, 'record')} can be changed again; the copy takes ${size}.`,
  'redoDetailUntil': (number, size, time) =>
    `${count(number, 'record')} can be deleted again until ${time}; the copy takes ${size}.`,
  'keepThis': (size) => `Keep this, free ${size}`,
  'eraseCopy': (size) => `Erase the copy, free ${size}`,

  'individualCategories': 'Individual categories',
  'individualWords':
    'One part of your data as a file of its own. An import adds to what is here: nothing is deleted, and the newer of two records stays.',
  'import': 'Import',
  'exportCategory': (name) => `Export ${name}`,
  'importCategory': (name) => `Import ${name}`,
  'exportSecretsWords':
    'Without it, exports hold no passwords or tokens. An API key file always holds the keys.',
  'exportSecretsEncrypt': 'To encrypt it, back it up with a passphrase instead.',
  'exported': 'Saved as a file.',
  'importQuestion': (name) => `Import ${name} from this file?`,
  'importCodeWords':
    'Mods are code. They run in this app and can read and change all of its data. Go on only if you trust who made them:',
  'importTheRest': 'Import the rest',
  'working': 'Working…',

  'messages': 'Messages',
  'selectConversation': 'Select a conversation to read it here.',
  'loadingMessages': 'Loading messages',
  'noMessages': 'No messages yet.',
  'messagesFailed': 'The messages could not be read.',
  'asker': 'You',
  'answerer': 'Answer',
  'answererModel': (model) => `Answer of ${model}`,
  'attachedFiles': 'Attached files',
  'unnamedFile': 'Unnamed file',
  'reasoning': 'Reasoning',
  'toolCalls': (number) => count(number, 'tool call'),
  'unnamedTool': 'Unnamed tool',
  'tokensOfAnswer': (input, output) =>
    [
      ...(input === '' ? [] : [`${input} tokens in`]),
      ...(output === '' ? [] : [`${output} out`]),
    ].join(', '),
  'copyAnswer': 'Copy the answer',
  'copied': 'Copied',
  'copyFailed': 'The browser did not let this page copy.',
  'goodAnswer': 'Good answer',
  'poorAnswer': 'Poor answer',
  'answers': 'Answers to this question',
  'previousAnswer': 'Previous answer',
  'nextAnswer': 'Next answer',
  'answerOf': (number, total) => `Answer ${numbers.format(number)} of ${numbers.format(total)}`,
  'answerPending': 'Waiting for the answer',
  'answerStreaming': 'The answer is on its way',
  'answerPaused': 'Paused',
  'answerAwaiting': 'Waiting for you',
  'answerCancelled': 'Stopped before it was complete',
  'answerFailed': 'This answer failed.',
  'answerUnfinished': 'This answer was never finished.',
  'answerEmpty': 'No answer',
  'answerComplete': 'The answer is complete.',
  'answerUnsaved': (reason) => `This answer is not saved yet. ${reason}`,
  'jumpToLatest': 'Jump to latest',
} satisfies Partial<Translation>;

// Into the same object: the language that was registered first stands in for what others lack.
const en: Translation = Object.assign(withTools, others);

registerTranslation(en);

export default en;
