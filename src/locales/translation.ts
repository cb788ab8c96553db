import type { Translation as BaseTranslation } from '@shoelace-style/localize';

type Count = (count: number) => string;

/** Every text the elements show. A language that lacks one does not compile. */
export interface Translation extends BaseTranslation {
  /** A category's name, by its id; its label in the registry stands in for one that is not here. */
  [category: `category_${string}`]: string;
  /** How many records a collection has, in words: "3 rules". */
  [collection: `count_${string}`]: Count;

  'cancel': string;
  'close': string;
  'delete': string;
  'dismiss': string;
  'reload': string;
  'tryAgain': string;
  'unexpectedFailure': string;

  'notPersistent': string;
  'notPersistentDetail': string;
  'databaseBlocked': string;
  'databaseBlockedDetail': string;
  'databaseOutdated': string;
  'databaseOutdatedDetail': string;
  'databaseNewer': string;
  'databaseNewerDetail': string;
  'databaseFailed': string;

  'conversations': string;
  'conversationCount': Count;
  'search': string;
  'searchConversations': string;
  'clearSearch': string;
  'matchCount': Count;
  'noMatch': (query: string) => string;
  'newChat': string;
  'newProject': string;
  'untitled': string;
  'actionsFor': (title: string) => string;
  'newNameFor': (title: string) => string;
  'rename': string;
  'exportJson': string;
  'exportMarkdown': string;
  'loadingConversations': string;
  'noConversations': string;
  'conversationsFailed': string;
  'deleteConversationTitle': (title: string) => string;
  'deleteConversationWords': string;
  'deleteProjectTitle': (title: string) => string;
  'deleteProjectWords': (projects: number, conversations: number) => string;
  'conversationsInside': string;
  'moveConversations': Count;
  'deleteConversationsToo': Count;

  'dangerZone': string;
  'clearAll': string;
  'clearWords': string;
  'clearQuestion': string;
  'clearConsequence': string;
  'clearBackUpFirst': string;
  'continue': string;
  'clearQuestionAgain': string;
  'clearTypeWord': (word: string) => string;
  /** What is typed to confirm. */
  'clearWord': string;
  'clearFinally': string;
  'clearing': string;
  'clearBlocked': string;
  'cleared': string;

  'backUp': string;
  'backUpWords': string;
  'categoriesChosen': (chosen: number, all: number) => string;
  'selectAll': string;
  'selectNone': string;
  'whatToBackUp': string;
  'secret': string;
  'includeSecrets': string;
  'withoutSecrets': string;
  'withSecrets': string;
  'backUpCategories': Count;
  'backingUp': string;
  'backedUp': (categories: number, withSecrets: boolean) => string;
  'backupCancelled': string;

  'restore': string;
  'restoreWords': string;
  'dropFile': string;
  'chooseFile': string;
  'chooseAnother': string;
  'checkingFile': string;
  'writingData': string;
  'file_backup': string;
  'file_backupOf': (date: string) => string;
  'file_conversation': string;
  'file_conversations': string;
  'file_project': string;
  'whatToRestore': string;
  'inFileAndHere': (inFile: string, here: string) => string;
  'replacesHere': (records: string, count: number) => string;
  'installsCode': string;
  'whatBecomesOfData': string;
  'policyReplace': string;
  'policyMerge': string;
  'replaceCategories': Count;
  'mergeCategories': Count;
  'addAsNew': string;
  'addAsNewWords': string;
  'nothingInFile': string;
  'restoreCancelled': string;
  'leftOut': (names: string) => string;
  'restored': string;
  'added': string;
  'repairCount': Count;
  'andMore': Count;
  'repair_reference-cleared': string;
  'repair_record-dropped': string;
  'repair_name-changed': string;
  'repair_id-changed': string;
  'repair_cycle-broken': string;
  'repair_conversation-recovered': string;
  'repair_date-filled': string;

  'individualCategories': string;
  'individualWords': string;
  'export': string;
  'import': string;
  'exportCategory': (name: string) => string;
  'importCategory': (name: string) => string;
  'exportWithSecrets': string;
  'exported': string;
  'working': string;
}
