import { expect } from '@open-wc/testing';
import type { Conversation, Project } from '../../model/entities.js';
import { buildTree, matchingRows, visibleRows, type Tree, type TreeRow } from './tree-rows.js';

const date = new Date(2026, 0, 1);
const project = (id: string, parentId: string | null = null): Project => ({
  id,
  name: id,
  parentId,
  createdAt: date,
  updatedAt: date,
});
const conversation = (id: string, projectId: string | null = null): Conversation => ({
  id,
  title: id,
  projectId,
  createdAt: date,
  updatedAt: date,
});

const outline = (rows: readonly TreeRow[]): string[] =>
  rows.map(({ item, level }) => `${'-'.repeat(level - 1)}${item.id}`);
const open = (tree: Tree): string[] => outline(visibleRows(tree, () => true));
const search = (tree: Tree, query: string): TreeRow[] =>
  matchingRows(tree, query, { isOpen: () => false, isClosed: () => false });

describe('buildTree', () => {
  it('puts projects before conversations, each in the order given', () => {
    const tree = buildTree(
      [project('A'), project('B', 'A')],
      [conversation('x'), conversation('y', 'A'), conversation('z', 'B')],
    );
    expect(open(tree)).to.deep.equal(['A', '-B', '--z', '-y', 'x']);
  });

  it('finds a parent that comes after its child', () => {
    const tree = buildTree([project('A', 'B'), project('B')], []);
    expect(open(tree)).to.deep.equal(['B', '-A']);
  });

  it('shows what hangs on a missing parent at the top level', () => {
    const tree = buildTree([project('A', 'gone')], [conversation('x', 'gone')]);
    expect(open(tree)).to.deep.equal(['A', 'x']);
  });

  it('shows everything on a ring of parents once', () => {
    const tree = buildTree(
      [project('A', 'C'), project('B', 'A'), project('C', 'B'), project('D', 'D')],
      [conversation('x', 'B')],
    );
    expect([...open(tree)].map((row) => row.replaceAll('-', '')).sort()).to.deep.equal([
      'A',
      'B',
      'C',
      'D',
      'x',
    ]);
  });

  it('takes a record without a title or with another type of it', () => {
    const odd = { ...conversation('x'), title: 7 } as unknown as Conversation;
    const [row] = visibleRows(buildTree([], [odd]), () => true);
    expect(row?.item.title).to.equal('');
  });
});

describe('visibleRows', () => {
  it('numbers each row among its siblings, and says what can be opened', () => {
    const tree = buildTree([project('A'), project('empty')], [conversation('x', 'A')]);
    const rows = visibleRows(tree, () => false);
    expect(rows.map(({ position, siblings }) => [position, siblings])).to.deep.equal([
      [1, 2],
      [2, 2],
    ]);
    expect(rows.map(({ isExpanded }) => isExpanded)).to.deep.equal([false, undefined]);
  });
});

describe('matchingRows', () => {
  const tree = buildTree(
    [project('Travel'), project('Deep', 'Travel'), project('Work')],
    [conversation('Zürich', 'Deep'), conversation('Bern', 'Travel'), conversation('Notes', 'Work')],
  );

  it('opens the folders that hold a match, and leaves the rest out', () => {
    expect(outline(search(tree, 'zurich'))).to.deep.equal(['Travel', '-Deep', '--Zürich']);
  });

  it('shows a project that matches by its name closed, with all it holds to be opened', () => {
    expect(outline(search(tree, 'work'))).to.deep.equal(['Work']);
    const opened = matchingRows(tree, 'work', { isOpen: () => true, isClosed: () => false });
    expect(outline(opened)).to.deep.equal(['Work', '-Notes']);
  });

  it('lets a folder that holds a match be closed', () => {
    const rows = matchingRows(tree, 'zurich', {
      isOpen: () => false,
      isClosed: ({ id }) => id === 'Deep',
    });
    expect(outline(rows)).to.deep.equal(['Travel', '-Deep']);
  });

  it('counts siblings among what is shown', () => {
    const [, deep] = search(tree, 'zurich');
    expect([deep?.position, deep?.siblings]).to.deep.equal([1, 1]);
  });
});
