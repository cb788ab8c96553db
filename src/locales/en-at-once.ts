import { registerTranslation } from '@shoelace-style/localize';
import { conversations, count } from './en-counting.js';
import type { Translation } from './translation.js';

/** The texts in English that an element may show before its body has been loaded, and those of the list's first rows. */
export const atOnce = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',

  close: 'Close',
  delete: 'Delete',
  dismiss: 'Dismiss',
  loading: 'Loading…',
  reload: 'Reload',
  tryAgain: 'Try again',
  unexpectedFailure: 'Something went wrong that should not have.',

  notPersistent: 'Nothing here is kept.',
  notPersistentDetail: 'What you write will be gone when this page closes.',
  databaseBlocked: 'Waiting for another tab.',
  databaseBlockedDetail:
    'It holds an older version of your data. Close the other tabs of this app to go on.',
  databaseOutdated: 'Another tab updated your data.',
  databaseOutdatedDetail: 'Reload to go on here. Until then, this page changes nothing.',
  databaseNewer: 'Your data comes from a newer version of this app.',
  databaseNewerDetail: 'Reload, or update the app. Nothing was read or changed.',
  databaseFailed: 'Your data could not be opened.',

  conversations: 'Conversations',
  conversationCount: conversations,
  search: 'Search',
  searchConversations: 'Search conversations and projects',
  clearSearch: 'Clear search',
  matchCount: (number) => count(number, 'match', 'matches'),
  noMatch: (query) => `No match for “${query}”.`,
  searchMessages: 'Search in messages',
  searchInMessages: 'Search in messages',
  noTitleMatch: (query) => `No title has “${query}”.`,
  searching: 'Searching',
  newChat: 'New chat',
  newProject: 'New project',
  untitled: 'Untitled',
  actionsFor: (title) => `Actions for ${title}`,
  newNameFor: (title) => `New name for ${title}`,
  rename: 'Rename',
  loadingConversations: 'Loading conversations',
  noConversations: 'No conversations yet.',
  conversationsFailed: 'Your conversations could not be read.',
  copyOf: (title) => `Copy of ${title}`,
  sort: 'Sort',
  order_updated: 'Last changed first',
  order_created: 'Newest first',
  order_name: 'By name',
  pin: 'Pin',
  pinned: 'Pinned',
  archive: 'Archive',
  trash: 'Trash',
  archived: 'Archive',
  select: 'Select',
} satisfies Partial<Translation>;

registerTranslation(atOnce);
