import type { GivenProperty } from '../site/element-code.js';

/** What stands on top of an element's page: its place in a page, and how high the stage is. */
export interface LiveExample {
  readonly html: string;
  readonly layout: 'card' | 'column' | 'sides' | 'flow';
  /** An event that the code listens to. */
  readonly event?: string;
  /** What the code sets, as the example has it. */
  readonly properties?: readonly GivenProperty[];
  /** The element that the code puts into this one. */
  readonly inside?: string;
}

const alone = (tag: string): string => `<${tag}></${tag}>`;

const examples: Readonly<Record<string, LiveExample>> = {
  'litechat-persistence-provider': {
    layout: 'column',
    html: `<litechat-persistence-provider database-name="litechat-docs-memory" storage="memory">${alone('litechat-conversation-list')}</litechat-persistence-provider>`,
    event: 'litechat-ready',
    properties: [{ name: 'storage', attribute: 'storage', value: 'memory' }],
    inside: 'litechat-conversation-list',
  },
  'litechat-conversation-list': {
    layout: 'column',
    html: alone('litechat-conversation-list'),
    event: 'litechat-selection-changed',
  },
  'litechat-conversation-view': {
    layout: 'sides',
    html: `${alone('litechat-conversation-list')}${alone('litechat-conversation-view')}`,
    event: 'litechat-answer-shown',
  },
  'litechat-backup-panel': { layout: 'flow', html: '', event: 'litechat-backup-saved' },
  'litechat-restore-panel': { layout: 'flow', html: '', event: 'litechat-restored' },
  'litechat-category-transfer': { layout: 'flow', html: '', event: 'litechat-category-imported' },
  'litechat-clear-data': { layout: 'flow', html: '', event: 'litechat-data-cleared' },
  'litechat-data-management': { layout: 'flow', html: '', event: 'litechat-restored' },
  'litechat-storage-status': {
    layout: 'flow',
    html: '',
    event: 'litechat-protection-answered',
  },
};

/** The example of an element; by itself, where nothing else is said of it. */
export function liveExampleOf(tag: string): LiveExample {
  const example = examples[tag] ?? { layout: 'flow', html: '' };
  return example.html === '' ? { ...example, html: alone(tag) } : example;
}

/** A stage on the sample's database, which is the pages' own. */
export function stage({ html, layout }: LiveExample): string {
  const inner = html.includes('<litechat-persistence-provider')
    ? html
    : `<litechat-persistence-provider database-name="litechat-docs" data-sample>${html}</litechat-persistence-provider>`;
  return `<div class="stage ${layout}">${inner}</div>`;
}

/** The same part of a page in each of the themes. */
export function themeStages(): string {
  const stages = ['paper', 'harbour', 'console'].map(
    (name) =>
      `<div class="stage theme litechat-theme-${name}"><litechat-persistence-provider database-name="litechat-docs" data-sample><litechat-conversation-list></litechat-conversation-list><litechat-conversation-view></litechat-conversation-view></litechat-persistence-provider></div>`,
  );
  return `<div class="theme-stages">${stages.join('\n')}</div>`;
}
