import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { createPersistenceContext } from '../context/create-persistence-context.js';
import { glanceAtOutline } from '../persistence/glance-at-outline.js';
import type { Persistence } from '../persistence/persistence.js';
import { OutlineSnapshot } from './outline-snapshot.js';
import type { OutlineState } from './outline-store.js';

async function snapshotOf({ database }: Persistence): Promise<OutlineSnapshot> {
  const glance = await glanceAtOutline(database.name);
  if (!glance) throw new Error('There is nothing to be seen.');
  return new OutlineSnapshot(glance);
}

const titlesOf = ({ tree, expanded }: Pick<OutlineState, 'tree' | 'expanded'>): string[] => {
  const rows = tree.rows('active', ({ key }) => expanded.has(key));
  return rows.slice(0, rows.length).map(({ item }) => item.title);
};

describe('a snapshot of the outline', () => {
  let persistence: Persistence;
  let outline: OutlineState;
  let dispose: () => void;

  beforeEach(async () => {
    persistence = freshPersistence();
    await persistence.saveProject({ id: 'work', name: 'Work', parentId: null });
    await persistence.saveProject({ id: 'home', name: 'Home', parentId: null });
    await persistence.saveConversations([
      { id: 'plan', title: 'Plan', projectId: 'work', updatedAt: new Date(2) },
      { id: 'soup', title: 'Soup', projectId: 'home', updatedAt: new Date(1) },
    ]);
    const { context, dispose: end } = createPersistenceContext(persistence);
    await context.stores.outline.follow();
    outline = context.stores.outline.getState();
    dispose = end;
  });
  afterEach(() => dispose());

  it('is not to be had before a list has made the outline', async () => {
    const other = freshPersistence();
    await other.saveConversation({ id: 'soup', title: 'Soup', projectId: null });
    expect(await glanceAtOutline(other.database.name)).to.equal(undefined);
  });

  it('shows what the store shows, with what was written since', async () => {
    await persistence.saveConversation({ id: 'tea', title: 'Tea', projectId: null });
    await persistence.deleteProject('home', { conversations: 'delete' });
    const snapshot = await snapshotOf(persistence);
    expect(titlesOf(snapshot.state.getState())).to.deep.equal(['Tea', 'Work']);
    expect(snapshot.isWhole).to.equal(true);
  });

  it('leaves the store’s view alone when nothing was done to its own', async () => {
    const snapshot = await snapshotOf(persistence);
    outline.expand(['project:work']);
    snapshot.handOver(outline);
    expect([...outline.tree.rows('active', () => false).slice(0, 2)]).to.have.length(2);
    expect([...outline.expand([])]).to.deep.equal(['project:work']);
  });

  it('gives the store the order and what was opened and closed', async () => {
    await persistence.database.bookkeeping.put({
      key: 'outlineView',
      value: { order: 'updated', expanded: ['project:work'] },
    });
    const snapshot = await snapshotOf(persistence);
    const shown = snapshot.state.getState();
    expect([...shown.expanded]).to.deep.equal(['project:work']);
    shown.expand(['project:work'], false);
    shown.expand(['project:home']);
    shown.setOrder('name');
    expect(titlesOf(snapshot.state.getState())).to.deep.equal(['Home', 'Soup', 'Work']);
    outline.expand(['project:work']);
    snapshot.handOver(outline);
    expect([...outline.expand([])]).to.deep.equal(['project:home']);
    expect(outline.tree.order).to.equal('name');
  });
});
