import type {} from 'litechat-elements/types/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type List = SvelteHTMLElements['litechat-conversation-list'];
type View = SvelteHTMLElements['litechat-conversation-view'];

export const list: List = {
  'selected': 'a',
  'class': 'sidebar',
  'onlitechat-selection-changed': ({ detail }) => {
    const id: string | null = detail.id;
    console.log(id);
  },
};
export const view: View = { 'conversation-id': 'a', 'renderer': (text) => text };
// @ts-expect-error -- An id is text.
export const wrong: List = { selected: 42 };
