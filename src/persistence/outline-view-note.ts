import { readField } from '../formats/read-field.js';

/** How the user looks at the outline, in every list on this database. */
export interface OutlineView {
  order: string;
  /** The keys of projects that are expanded. */
  expanded: readonly string[];
}

/** The note that remembers it. */
export const OUTLINE_VIEW_NOTE = 'outlineView';

/** Undefined where nothing was remembered. */
export function outlineViewOf(value: unknown): OutlineView | undefined {
  const order = readField(value, 'order');
  const expanded = readField(value, 'expanded');
  if (typeof order !== 'string' || !Array.isArray(expanded)) return undefined;
  return { order, expanded: expanded.filter((key) => typeof key === 'string') };
}
