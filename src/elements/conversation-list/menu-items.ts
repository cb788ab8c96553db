import type { LocalizeController } from '@shoelace-style/localize';
import type { Translation } from '../../locales/translation.js';
import type { MenuItem } from './row-menu.js';
import type { OutlineItem } from '../../stores/outline-item.js';

/** What the entries of a row's menu do. */
export interface MenuActions {
  createConversation: () => void;
  createProject: () => void;
  rename: () => void;
  export: (format: 'json' | 'md') => void;
  delete: () => void;
}

export function menuItems(
  item: OutlineItem,
  localize: LocalizeController<Translation>,
  actions: MenuActions,
): MenuItem[] {
  const rename: MenuItem = {
    label: localize.term('rename'),
    icon: 'rename',
    run: actions.rename,
  };
  const exportJson: MenuItem = {
    label: localize.term('exportJson'),
    icon: 'download',
    run: () => actions.export('json'),
  };
  const remove: MenuItem = {
    label: localize.term('delete'),
    icon: 'trash',
    isDangerous: true,
    run: actions.delete,
  };
  if (item.type === 'project') {
    return [
      {
        label: localize.term('newChat'),
        icon: 'new-chat',
        run: actions.createConversation,
      },
      {
        label: localize.term('newProject'),
        icon: 'folder-plus',
        run: actions.createProject,
      },
      rename,
      exportJson,
      remove,
    ];
  }
  const exportMarkdown: MenuItem = {
    label: localize.term('exportMarkdown'),
    icon: 'file',
    run: () => actions.export('md'),
  };
  return [rename, exportJson, exportMarkdown, remove];
}
