import type { LocalizeController } from '@shoelace-style/localize';
import type { Translation } from '../../locales/translation.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { MenuItem } from './row-menu.js';

/** What the entries of a row's menu do. */
export interface MenuActions {
  createConversation: () => void;
  createProject: () => void;
  rename: () => void;
  move: () => void;
  duplicate: () => void;
  pin: (isPinned: boolean) => void;
  archive: (isArchived: boolean) => void;
  export: (format: 'json' | 'md') => void;
  delete: () => void;
  restore: () => void;
  deleteForever: () => void;
}

/** What can be done to an item where it is. */
export function menuItems(
  item: OutlineItem,
  localize: LocalizeController<Translation>,
  actions: MenuActions,
): MenuItem[] {
  switch (item.shelf) {
    case 'active':
      return activeItems(item, localize, actions);
    case 'archived':
      return archivedItems(item, localize, actions);
    case 'trashed':
      return trashedItems(item, localize, actions);
  }
}

function activeItems(
  item: OutlineItem,
  localize: LocalizeController<Translation>,
  actions: MenuActions,
): MenuItem[] {
  const { isPinned } = item;
  const inside: MenuItem[] = [
    { label: localize.term('newChat'), icon: 'new-chat', run: actions.createConversation },
    { label: localize.term('newProject'), icon: 'folder-plus', run: actions.createProject },
  ];
  const copy: MenuItem = {
    label: localize.term('duplicate'),
    icon: 'copy',
    run: actions.duplicate,
  };
  return [
    ...(item.type === 'project' ? inside : []),
    { label: localize.term('rename'), icon: 'rename', run: actions.rename },
    {
      label: localize.term(isPinned ? 'unpin' : 'pin'),
      icon: isPinned ? 'pin-off' : 'pin',
      run: () => actions.pin(!isPinned),
    },
    { label: localize.term('moveTo'), icon: 'folder', run: actions.move },
    ...(item.type === 'conversation' ? [copy] : []),
    ...exportItems(item, localize, actions),
    { label: localize.term('archive'), icon: 'archive', run: () => actions.archive(true) },
    deleteItem(localize, actions),
  ];
}

/** What is archived with its project comes back with it. */
function archivedItems(
  item: OutlineItem,
  localize: LocalizeController<Translation>,
  actions: MenuActions,
): MenuItem[] {
  const back: MenuItem = {
    label: localize.term('unarchive'),
    icon: 'archive-restore',
    run: () => actions.archive(false),
  };
  return [
    ...(item.isArchived ? [back] : []),
    ...exportItems(item, localize, actions),
    deleteItem(localize, actions),
  ];
}

function trashedItems(
  item: OutlineItem,
  localize: LocalizeController<Translation>,
  actions: MenuActions,
): MenuItem[] {
  const back: MenuItem = {
    label: localize.term('restoreItem'),
    icon: 'undo',
    run: actions.restore,
  };
  return [
    ...(item.isTrashed ? [back] : []),
    ...exportItems(item, localize, actions),
    {
      label: localize.term('deleteForever'),
      icon: 'trash',
      isDangerous: true,
      run: actions.deleteForever,
    },
  ];
}

function exportItems(
  item: OutlineItem,
  localize: LocalizeController<Translation>,
  actions: MenuActions,
): MenuItem[] {
  const json: MenuItem = {
    label: localize.term('exportJson'),
    icon: 'download',
    run: () => actions.export('json'),
  };
  const markdown: MenuItem = {
    label: localize.term('exportMarkdown'),
    icon: 'file',
    run: () => actions.export('md'),
  };
  return item.type === 'project' ? [json] : [json, markdown];
}

function deleteItem(localize: LocalizeController<Translation>, actions: MenuActions): MenuItem {
  return {
    label: localize.term('delete'),
    icon: 'trash',
    isDangerous: true,
    run: actions.delete,
  };
}
