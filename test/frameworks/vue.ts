import type {} from 'litechat-elements/types/vue';
import type { GlobalComponents } from 'vue';

type PropsOf<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

export const list: PropsOf<'litechat-conversation-list'> = {
  key: 'list',
  ref: 'list',
  slot: 'side',
  selected: 'a',
  class: 'sidebar',
  onLitechatSelectionChanged: ({ detail }) => {
    const id: string | null = detail.id;
    console.log(id);
  },
};
export const view: PropsOf<'litechat-conversation-view'> = {
  'conversation-id': 'a',
  'renderer': (text) => text,
};
// @ts-expect-error -- An id is text.
export const wrong: PropsOf<'litechat-conversation-list'> = { selected: 42 };
// @ts-expect-error -- There is no such element.
export type Missing = GlobalComponents['litechat-conversation-tree'];
