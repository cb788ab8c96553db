import type { LocalizeController } from '@shoelace-style/localize';
import type { Translation } from '../../locales/translation.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { MenuItem } from './row-menu.js';

/** What the entries of a row's menu do. */
export interface MenuActions {
  createConversation: () => void;
  createProject: () => void;
  rename: () => void;
  select: () => void;
  move: () => void;
  duplicate: () => void;
  pin: (isPinned: boolean) => void;
  archive: (isArchived: boolean) => void;
  export: (format: 'json' | 'md') => void;
  delete: () => void;
  restore: () => void;
  deleteForever: () => void;
}

type Localize = LocalizeController<Translation>;

/** What can be done to items of one shelf; to several less than to one. */
export function menuItems(
  items: readonly OutlineItem[],
  localize: Localize,
  actions: MenuActions,
): MenuItem[] {
  switch (items[0]?.shelf) {
    case 'active':
      return activeItems(items, localize, actions);
    case 'archived':
      return archivedItems(items, localize, actions);
    case 'trashed':
      return trashedItems(items, localize, actions);
    case undefined:
      return [];
  }
}

function activeItems(
  items: readonly OutlineItem[],
  localize: Localize,
  actions: MenuActions,
): MenuItem[] {
  const [only] = items.length === 1 ? items : [];
  const inside: MenuItem[] = [
    { label: localize.term('newChat'), icon: 'new-chat', run: actions.createConversation },
    { label: localize.term('newProject'), icon: 'folder-plus', run: actions.createProject },
  ];
  const rename: MenuItem = {
    label: localize.term('rename'),
    icon: 'rename',
    run: actions.rename,
  };
  const copy: MenuItem = {
    label: localize.term('duplicate'),
    icon: 'copy',
    run: actions.duplicate,
  };
  return [
    ...(only?.type === 'project' ? inside : []),
    ...(only ? [rename] : []),
    pinItem(items, localize, actions),
    ...selectItems(items, localize, actions),
    { label: localize.term('moveTo'), icon: 'folder', run: actions.move },
    ...(only?.type === 'conversation' ? [copy] : []),
    ...exportItems(items, localize, actions),
    { label: localize.term('archive'), icon: 'archive', run: () => actions.archive(true) },
    deleteItem(localize, actions),
  ];
}

/** What is archived with its project comes back with it. */
function archivedItems(
  items: readonly OutlineItem[],
  localize: Localize,
  actions: MenuActions,
): MenuItem[] {
  const back: MenuItem = {
    label: localize.term('unarchive'),
    icon: 'archive-restore',
    run: () => actions.archive(false),
  };
  return [
    ...(items.some((item) => item.isArchived) ? [back] : []),
    ...selectItems(items, localize, actions),
    ...exportItems(items, localize, actions),
    deleteItem(localize, actions),
  ];
}

function trashedItems(
  items: readonly OutlineItem[],
  localize: Localize,
  actions: MenuActions,
): MenuItem[] {
  const back: MenuItem = {
    label: localize.term('restoreItem'),
    icon: 'undo',
    run: actions.restore,
  };
  return [
    ...(items.some((item) => item.isTrashed) ? [back] : []),
    ...selectItems(items, localize, actions),
    ...exportItems(items, localize, actions),
    {
      label: localize.term('deleteForever'),
      icon: 'trash',
      isDangerous: true,
      run: actions.deleteForever,
    },
  ];
}

export function pinItem(
  items: readonly OutlineItem[],
  localize: Localize,
  { pin }: Pick<MenuActions, 'pin'>,
): MenuItem {
  const isPinned = items.every((item) => item.isPinned);
  return {
    label: localize.term(isPinned ? 'unpin' : 'pin'),
    icon: isPinned ? 'pin-off' : 'pin',
    run: () => pin(!isPinned),
  };
}

/** For those without a keyboard; where several are marked already, there is no need for it. */
function selectItems(
  items: readonly OutlineItem[],
  localize: Localize,
  { select }: MenuActions,
): MenuItem[] {
  return items.length > 1
    ? []
    : [{ label: localize.term('select'), icon: 'circle-check', run: select }];
}

/** A project by itself has a file of its own kind. */
export function exportItems(
  items: readonly OutlineItem[],
  localize: Localize,
  actions: Pick<MenuActions, 'export'>,
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
  const isOneProject = items.length === 1 && items[0]?.type === 'project';
  return isOneProject ? [json] : [json, markdown];
}

function deleteItem(localize: Localize, actions: MenuActions): MenuItem {
  return {
    label: localize.term('delete'),
    icon: 'trash',
    isDangerous: true,
    run: actions.delete,
  };
}
