import { registerTranslation } from '@shoelace-style/localize';
import { atOnce } from './en-at-once.js';
import { items, numbers, projectsAndConversations } from './en-counting.js';
import type { Translation } from './translation.js';

const tools = {
  cancel: 'Cancel',

  emptied: 'Your conversations are no longer in this browser.',
  emptiedDetail: (lastSeen) =>
    `They were here on ${lastSeen}. The browser has deleted them, or somebody has cleared its storage.`,
  emptiedRestore: (lastBackup) => `To have them again, restore your backup of ${lastBackup}.`,
  emptiedNoBackup: 'If you have a backup, restore it to have them again.',

  searchIn: 'Search in',
  inTitles: 'Titles',
  inMessages: 'Messages',
  foundMessages: 'Messages found',
  moreResults: 'More results',
  noHit: (query) => `No message has “${query}”.`,
  noHitYet: (query) => `“${query}” is not in what has been read so far.`,
  searchFailed: 'The search does not work at the moment.',
  preparingSearch: (percent) => `Preparing the search, ${percent}`,
  searchFilters: 'Which messages',
  filtersAreSet: 'Only a part of the messages was searched.',
  clearFilters: 'Search all messages',
  filterProject: 'Project',
  allProjects: 'All projects',
  filterTime: 'Time',
  time_any: 'Any time',
  time_week: 'Past week',
  time_month: 'Past month',
  time_year: 'Past year',
  filterRole: 'Who said it',
  role_anyone: 'Anyone',
  role_user: 'You',
  role_assistant: 'Assistant',
  exportJson: 'Export as JSON',
  exportMarkdown: 'Export as Markdown',
  deleteConversationTitle: (title) => `Delete “${title}”?`,
  deleteConversationWords: 'All its messages go with it. This cannot be undone.',
  deleteProjectTitle: (title) => `Delete the project “${title}”?`,
  deleteProjectWords: (projects, inside) =>
    projects === 0 && inside === 0
      ? 'It is empty. This cannot be undone.'
      : `It holds ${projectsAndConversations(projects, inside)}.${projects > 0 ? ' The projects inside are deleted with it.' : ''} This cannot be undone.`,
  duplicate: 'Duplicate',
  move: 'Move',
  moveTo: 'Move to…',
  moveTitle: (title) => `Move “${title}”`,
  moveWhere: 'Where to',
  topLevel: 'Top level',
  findProject: 'Find a project',
  unpin: 'Unpin',
  unarchive: 'Take out of the archive',
  restoreItem: 'Restore',
  deleteForever: 'Delete for good',
  backToConversations: 'Back to the conversations',
  emptyTrash: 'Empty trash',
  deleteItemsTitle: (number) => `Delete ${items(number)} for good?`,
  emptyTrashWords: 'All that is in the trash goes, with its messages. This cannot be undone.',
  trashWords: 'Kept for 30 days, then deleted for good.',
  trashEmpty: 'The trash is empty.',
  archiveEmpty: 'Nothing is archived.',
  movedToTrash: (title) => `“${title}” is in the trash.`,
  movedToArchive: (title) => `“${title}” is in the archive.`,
  selectedCount: (number) => `${numbers.format(number)} selected`,
  selectedItems: 'Selected items',
  clearSelection: 'Clear selection',
  itemCount: items,
  actionsForItems: (number) => `Actions for ${items(number)}`,
  moreActions: 'More actions',
  moveItemsTitle: (number) => `Move ${items(number)}`,
  deleteItemsWords: (projects, inside) =>
    `${projectsAndConversations(projects, inside)} go, with all their messages. This cannot be undone.`,
  itemsMoved: (number) => `${items(number)} moved.`,
  itemsMovedToTrash: (number) => `${items(number)} moved to the trash.`,
  itemsMovedToArchive: (number) => `${items(number)} moved to the archive.`,
  selectAll: 'Select all',
  undo: 'Undo',
  export: 'Export',
} satisfies Partial<Translation>;

/**
 * With the texts in English of the menus, the dialogs and the search in messages, which a list loads on
 * demand. In the same object: the language that was registered first stands in for what others lack.
 */
export const withTools = Object.assign(atOnce, tools);

registerTranslation(withTools);
