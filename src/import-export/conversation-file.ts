import { readJson, type JsonEvent } from '../formats/json-reader.js';
import { LiteChatError } from '../errors.js';
import type { Conversation, Interaction, Project } from '../model/entities.js';
import { formatPath, type PathSegment } from '../model/plain-value.js';
import { toRow } from '../model/row.js';
import type { ByteSource } from '../formats/byte-source.js';

/**
 * What a file of conversations holds. A scope is what stands together in one object: the whole of a
 * single conversation or flat project, one element of "all conversations", one node of a tree.
 */
export type ConversationFileEvent = { path: readonly PathSegment[]; scope: string } &
  /** An element of a list of conversations, or a node of a tree, which must hold something. */
  (
    | { type: 'node' }
    | { type: 'project'; row: Project; isRoot: boolean; parentScope: string }
    | { type: 'conversation'; row: Conversation; projectScope: string }
    | { type: 'interaction'; row: Interaction }
  );

/** The names that hold containers to be opened, not records. */
const lists: ReadonlySet<unknown> = new Set([
  'children',
  'projects',
  'conversations',
  'interactions',
]);

/**
 * Reads any file of conversations or of a project as a stream, and checks every record.
 *
 * @throws {LiteChatError} record-invalid with the path of the field; what {@link readJson} throws.
 */
export async function* readConversationFile(
  source: ByteSource,
): AsyncGenerator<ConversationFileEvent[], void> {
  const descend = (path: readonly PathSegment[], container: 'object' | 'array'): boolean => {
    const last = path.at(-1);
    if (last === undefined) return true;
    if (container === 'array') return lists.has(last);
    // Elements of "all conversations" and nodes of a tree are opened; records come whole.
    return typeof last === 'number' && (path.length === 1 || path.at(-2) === 'children');
  };
  for await (const events of readJson(source, { descend })) {
    const read: ConversationFileEvent[] = [];
    for (const event of events) {
      const next = event.type === 'value' ? interpret(event.path, event.value) : nodeOf(event);
      if (next) read.push(next);
    }
    if (read.length > 0) yield read;
  }
}

function interpret(
  path: readonly PathSegment[],
  value: unknown,
): ConversationFileEvent | undefined {
  const last = path.at(-1);
  const isElement = typeof last === 'number';
  const name = isElement ? path.at(-2) : last;
  const outer = isElement ? path.slice(0, -2) : path.slice(0, -1);
  const scope = formatPath(outer);
  const isSingle = !isElement && (name === 'conversation' || name === 'project');
  const isListed = isElement && lists.has(name);
  if (!isSingle && !isListed) {
    assertHarmless(path, name, value);
    return undefined;
  }

  if (name === 'project' || name === 'projects') {
    const row = toRow('projects', value, path);
    // A node's place in a tree says whose child it is, whatever its parentId says.
    const parentScope = formatPath(outer.slice(0, -2));
    return {
      type: 'project',
      path,
      scope,
      row,
      isRoot: !isElement && outer.length === 0,
      parentScope,
    };
  }
  if (name === 'conversation' || name === 'conversations') {
    const row = toRow('conversations', value, path);
    const isLeafOfTree = outer.at(-2) === 'children';
    const projectScope = isLeafOfTree ? formatPath(outer.slice(0, -2)) : scope;
    return { type: 'conversation', path, scope, row, projectScope };
  }
  if (name === 'interactions') {
    return { type: 'interaction', path, scope, row: toRow('interactions', value, path) };
  }
  throw notARecord(path);
}

function nodeOf({ type, path }: JsonEvent): ConversationFileEvent | undefined {
  const isNode = type === 'start' && typeof path.at(-1) === 'number';
  return isNode ? { type: 'node', path, scope: formatPath(path) } : undefined;
}

/** Fields we do not know are passed over; a list that is no list would hide its records. */
function assertHarmless(path: readonly PathSegment[], name: unknown, value: unknown): void {
  const isEmptied = value === null || value === undefined;
  if (path.length > 0 && lists.has(name) && !isEmptied) throw notARecord(path);
  if (path.length === 1 && typeof name !== 'string') throw notARecord(path);
}

function notARecord(path: readonly PathSegment[]): LiteChatError {
  const where = formatPath(path);
  return new LiteChatError(
    'record-invalid',
    `${where} is not what a file of conversations holds there. Nothing was changed.`,
    { path: where },
  );
}
