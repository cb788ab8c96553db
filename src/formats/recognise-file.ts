import { collections } from '../model/categories.js';
import type { PathSegment } from '../model/plain-value.js';
import type { ByteSource } from './byte-source.js';
import { notRecognised } from './json-failure.js';
import { readJson, type JsonEvent } from './json-reader.js';

/**
 * A backup, whole or of one category; one conversation; an array of conversations; a project with
 * what is in it, flat or as a tree.
 */
export type FileKind = 'backup' | 'conversation' | 'conversations' | 'project';

/** The names at the top of an object that say what it is, wherever they stand in it. */
const decisiveNames: ReadonlyMap<unknown, FileKind> = new Map([
  ['conversation', 'conversation'],
  ['project', 'project'],
  ['children', 'project'],
  ['version', 'backup'],
  ['exportedAt', 'backup'],
]);

const collectionNames: ReadonlySet<unknown> = new Set(collections.map(({ key }) => key));

const OTHER_JSON = 'it is JSON, but neither a backup nor an export of conversations';

/**
 * Says what a file is by what is in it, never by its name. Reads no further than the first name that
 * decides, and parses no records on the way: a flat project file may hold all its conversations
 * before it says that it is one. Damage further on goes unnoticed here.
 *
 * @throws {LiteChatError} backup-not-recognised; what `readJson` throws when the file is damaged
 * before it has said what it is.
 */
export async function recogniseFile(source: ByteSource): Promise<FileKind> {
  const names = new Set<PathSegment>();
  let isArray = false;
  for await (const events of readJson(source, { descend: () => true, skip: isOfNoInterest })) {
    for (const event of events) {
      const [name] = event.path;
      if (name === undefined) isArray ||= event.type === 'start' && event.container === 'array';
      else names.add(name);
      const kind = isArray ? kindOfArray(event) : decisiveNames.get(name);
      if (kind) return kind;
    }
  }
  if (isArray) return 'conversations';
  if (names.size > 0 && [...names].every((name) => collectionNames.has(name))) return 'backup';
  throw notRecognised(OTHER_JSON);
}

/** An array is told by the names in its first element, an object by its own. */
function isOfNoInterest(path: readonly PathSegment[]): boolean {
  return typeof path[0] === 'number' ? path[0] > 0 || path.length > 2 : path.length > 1;
}

function kindOfArray(event: JsonEvent): FileKind | undefined {
  if (event.path.length === 2 && event.path[1] === 'conversation') return 'conversations';
  const isElementOpening = event.type === 'start' && event.container === 'object';
  if (event.path.length === 1 && !isElementOpening) throw notRecognised(OTHER_JSON);
  return undefined;
}
