import type { DbPromptTemplate, Project } from './entities.js';
import { idOf } from './id-of.js';

/** The id and the ids of everything whose chain of parents leads to it, each once. */
export function withDescendants(
  rows: readonly Pick<Project | DbPromptTemplate, 'id' | 'parentId'>[],
  id: string,
): string[] {
  const children = new Map<string, string[]>();
  for (const row of rows) {
    const parent = idOf(row.parentId);
    const siblings = children.get(parent);
    if (siblings) siblings.push(idOf(row.id));
    else children.set(parent, [idOf(row.id)]);
  }
  const found = new Set([idOf(id)]);
  for (const parent of found) for (const child of children.get(parent) ?? []) found.add(child);
  return [...found];
}
