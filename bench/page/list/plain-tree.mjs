/* global document */
// What a page without a kit shows of its conversations.

/** As many as are read where not all are. */
export const SHOWN = 50;

export const tree = document.querySelector('[role=tree]');

export function show(conversations) {
  const rows = conversations.slice(0, SHOWN).map(({ title, updatedAt }) => {
    const row = document.createElement('div');
    row.role = 'treeitem';
    row.textContent = `${title} ${updatedAt.toLocaleDateString()}`;
    return row;
  });
  tree.replaceChildren(...rows);
}
