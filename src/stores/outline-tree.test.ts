import { expect } from '@open-wc/testing';
import type { OutlineEntry } from '../model/outline.js';
import type { OutlineShelf } from './outline-item.js';
import type { OutlineRows } from './outline-rows.js';
import { OutlineTree } from './outline-tree.js';

const entry = (more: Partial<OutlineEntry>): OutlineEntry => ({
  type: 'conversation',
  id: '',
  title: more.id ?? '',
  parentId: '',
  updatedAt: 0,
  createdAt: 0,
  isPinned: false,
  isArchived: false,
  isTrashed: false,
  ...more,
});
const conversation = (id: string, parentId = '', more: Partial<OutlineEntry> = {}): OutlineEntry =>
  entry({ id, parentId, ...more });
const project = (id: string, parentId = '', more: Partial<OutlineEntry> = {}): OutlineEntry =>
  entry({ type: 'project', id, parentId, ...more });

function treeOf(...entries: OutlineEntry[]): OutlineTree {
  const tree = new OutlineTree();
  for (const each of entries) tree.put(each);
  return tree;
}

const outline = (rows: OutlineRows): string[] =>
  rows.slice(0, rows.length).map(({ item, level }) => `${'-'.repeat(level - 1)}${item.id}`);
const open = (tree: OutlineTree, shelf: OutlineShelf = 'active'): string[] =>
  outline(tree.rows(shelf, () => true));
const never = { expanded: () => false, closed: () => false };
const search = (tree: OutlineTree, query: string): OutlineRows =>
  tree.matches('active', query, never);

describe('OutlineTree', () => {
  describe('puts everything in one order', () => {
    it('by the last update, a project as new as the newest that is in it', () => {
      const tree = treeOf(
        project('old', '', { updatedAt: 1 }),
        project('deep', 'old', { updatedAt: 1 }),
        conversation('newest', 'deep', { updatedAt: 9 }),
        conversation('new', '', { updatedAt: 5 }),
        project('middle', '', { updatedAt: 3 }),
        conversation('never', '', { updatedAt: NaN }),
      );
      expect(open(tree)).to.deep.equal(['old', '-deep', '--newest', 'new', 'middle', 'never']);
    });

    it('by creation and by name, numbers by their size, whatever case and accents', () => {
      const tree = treeOf(
        conversation('b', '', { title: 'Chat 10', createdAt: 1 }),
        conversation('c', '', { title: 'chat 9', createdAt: 2 }),
        project('a', '', { title: 'Äpfel', createdAt: 3 }),
      );
      tree.order = 'created';
      expect(open(tree)).to.deep.equal(['a', 'c', 'b']);
      tree.order = 'name';
      expect(open(tree)).to.deep.equal(['a', 'c', 'b']);
      tree.put(conversation('d', '', { title: 'b' }));
      expect(open(tree)).to.deep.equal(['a', 'd', 'c', 'b']);
    });

    it('with pinned items above the others', () => {
      const tree = treeOf(
        conversation('new', '', { updatedAt: 5 }),
        conversation('pinned', '', { updatedAt: 1, isPinned: true }),
        project('box', '', { isPinned: true }),
      );
      for (const order of ['updated', 'created', 'name'] as const) {
        tree.order = order;
        expect(open(tree).slice(0, 2)).to.have.members(['pinned', 'box']);
      }
    });
  });

  it('finds a parent that comes after its child', () => {
    expect(open(treeOf(project('A', 'B'), project('B')))).to.deep.equal(['B', '-A']);
  });

  it('shows what hangs on a missing parent at the top level, and below it once that comes', () => {
    const tree = treeOf(conversation('x', 'late'), project('A', 'gone'));
    expect(open(tree)).to.have.members(['A', 'x']);
    tree.put(project('late'));
    expect(open(tree)).to.include('-x');
    tree.remove('project:late');
    expect(open(tree)).to.include('x');
  });

  it('shows everything on a ring of parents once', () => {
    const tree = treeOf(
      project('A', 'C'),
      project('B', 'A'),
      project('C', 'B'),
      project('D', 'D'),
      conversation('x', 'B'),
    );
    const shown = open(tree).map((row) => row.replaceAll('-', ''));
    expect(shown.sort()).to.deep.equal(['A', 'B', 'C', 'D', 'x']);
    expect(tree.projectsWithin('A').sort()).to.deep.equal(['A', 'B', 'C']);
  });

  it('follows every change of an item', () => {
    const tree = treeOf(project('A'), project('B'), conversation('x', 'A', { updatedAt: 1 }));
    const item = tree.item('conversation:x');
    expect(item?.parent?.id).to.equal('A');
    tree.put(conversation('x', 'B', { title: '  New ', updatedAt: 2 }));
    expect(tree.item('conversation:x')).to.equal(item);
    expect(item).to.include({ title: 'New', updatedAt: 2 });
    expect(open(tree)).to.deep.equal(['B', '-x', 'A']);
    expect(search(tree, 'new').found).to.equal(1);
    tree.remove('conversation:x');
    expect(tree.item('conversation:x')).to.equal(undefined);
    expect(open(tree)).to.have.members(['A', 'B']);
    tree.put(conversation('x', 'A'));
    tree.clear('project');
    expect(open(tree)).to.deep.equal(['x']);
  });

  it('counts what is in projects', () => {
    const tree = treeOf(
      project('A'),
      project('B', 'A'),
      conversation('x', 'A'),
      conversation('y', 'B'),
      conversation('z'),
    );
    expect(tree.item('project:A')?.conversations).to.equal(2);
    const inA = tree.item('project:A');
    expect(inA && tree.contentsOf([inA])).to.deep.equal({ projects: 1, conversations: 2 });
    expect(tree.size).to.equal(5);
  });

  describe('keeps apart what was put away', () => {
    const tree = treeOf(
      project('A'),
      conversation('live', 'A'),
      conversation('gone', 'A', { isTrashed: true }),
      project('old', '', { isArchived: true }),
      project('inner', 'old'),
      conversation('inside', 'inner'),
      conversation('worse', 'inner', { isTrashed: true }),
    );

    it('with all that is in it', () => {
      expect(open(tree)).to.deep.equal(['A', '-live']);
      expect(open(tree, 'archived')).to.deep.equal(['old', '-inner', '--inside']);
      expect(open(tree, 'trashed')).to.have.members(['gone', 'worse']);
    });

    it('and counts it where it is', () => {
      expect(tree.item('project:A')?.conversations).to.equal(1);
      expect(tree.item('project:old')?.conversations).to.equal(1);
      expect(tree.count('trashed')).to.equal(2);
    });
  });
});

describe('the rows of a tree', () => {
  it('number each among its siblings, and say what can be expanded', () => {
    const tree = treeOf(project('A'), project('empty'), conversation('x', 'A'));
    const rows = tree.rows('active', () => false);
    expect(rows.length).to.equal(2);
    const [first, second] = rows.slice(0, 2);
    expect([first?.position, first?.siblings, first?.isExpanded]).to.deep.equal([1, 2, false]);
    expect([second?.position, second?.siblings, second?.isExpanded]).to.deep.equal([
      2,
      2,
      undefined,
    ]);
    expect(rows.row(2)).to.equal(undefined);
    expect(rows.indexOf(tree.item('conversation:x'))).to.equal(-1);
  });

  it('find the next title that begins so, from a row on and around', () => {
    const tree = treeOf(
      conversation('1', '', { title: 'Äpfel', updatedAt: 3 }),
      conversation('2', '', { title: 'Birnen', updatedAt: 2 }),
      conversation('3', '', { title: 'apricots', updatedAt: 1 }),
    );
    const rows = tree.rows('active', () => true);
    expect(rows.findTitle('ap', 1)?.id).to.equal('3');
    expect(rows.findTitle('ap', 3)?.id).to.equal('1');
    expect(rows.findTitle('c', 0)).to.equal(undefined);
  });

  describe('that match', () => {
    const entries = [
      project('Travel'),
      project('Deep', 'Travel'),
      project('Work'),
      conversation('Zürich', 'Deep'),
      conversation('Bern', 'Travel'),
      conversation('Notes', 'Work'),
    ];
    let tree: OutlineTree;

    beforeEach(() => {
      tree = treeOf(...entries);
    });

    it('are in open folders, and the rest is left out', () => {
      const rows = search(tree, 'zurich');
      expect(outline(rows)).to.deep.equal(['Travel', '-Deep', '--Zürich']);
      expect(rows.found).to.equal(1);
      expect(rows.firstFound?.id).to.equal('Zürich');
      expect(rows.row(2)?.parts).to.deep.equal([{ text: 'Zürich', isMatch: true }]);
      expect(rows.row(0)?.parts).to.equal(undefined);
    });

    it('leave a project that matches by its name closed, with all it holds to be opened', () => {
      expect(outline(search(tree, 'work'))).to.deep.equal(['Work']);
      const opened = tree.matches('active', 'work', { expanded: () => true, closed: () => false });
      expect(outline(opened)).to.deep.equal(['Work', '-Notes']);
    });

    it('are those of each further letter, of another word, and of what has come meanwhile', () => {
      const asked = (query: string): string[] => outline(search(tree, query));
      const words = ['n', 'no', 'not', 'no', 'z', 'zü', 'zür', 'o', 'wo', 'wor', 'x', 'xu', ''];
      for (const word of words) {
        const alone = treeOf(...entries);
        expect(asked(word), word).to.deep.equal(outline(search(alone, word)));
        expect(search(tree, word).found, word).to.equal(search(alone, word).found);
      }
      expect(asked('not')).to.deep.equal(['Work', '-Notes']);
      tree.put(conversation('Nothing', 'Deep'));
      expect(asked('noth')).to.deep.equal(['Travel', '-Deep', '--Nothing']);
      tree.put(conversation('Notes', 'Work', { isTrashed: true }));
      expect(asked('note')).to.deep.equal([]);
      expect(outline(tree.matches('trashed', 'notes', never))).to.deep.equal(['Notes']);
    });

    it('may be hidden by closing their folder', () => {
      const closed = ({ id }: { id: string }): boolean => id === 'Deep';
      const rows = tree.matches('active', 'zurich', { expanded: () => false, closed });
      expect(outline(rows)).to.deep.equal(['Travel', '-Deep']);
    });

    it('count siblings among what is shown', () => {
      const deep = search(tree, 'zurich').row(1);
      expect([deep?.position, deep?.siblings]).to.deep.equal([1, 1]);
    });
  });
});
