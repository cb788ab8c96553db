/* global document, InputEvent */
// The list of the kit as a page has it that does nothing but show it.
const element = document.querySelector('litechat-conversation-list');

/** Resolves when the tree holds everything, and not only its first rows. */
async function complete() {
  while (!element.context) await element.updateComplete.then(() => new Promise(setTimeout));
  const { outline } = element.context.stores;
  await new Promise((resolve) => {
    const look = () => {
      if (!outline.getState().isComplete) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = outline.subscribe(look);
    look();
  });
}

/** Types into the search field; resolves when the element has taken it in. */
async function filter(query) {
  const field = element.shadowRoot.querySelector('input[type=search]');
  field.value = query;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

export const list = {
  complete,
  filter,
  tree: () => element.shadowRoot.querySelector('[role=tree]'),
  rows: () => element.shadowRoot.querySelectorAll('[role=treeitem]'),
};
