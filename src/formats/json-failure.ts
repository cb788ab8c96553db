import { LiteChatError } from '../errors.js';
import { formatPath, type PathSegment } from '../model/plain-value.js';

/*
 * What reading a file can end with. Messages say where, and never quote the file, which may hold
 * secrets. For the same reason there is no `cause`: V8's `JSON.parse` quotes what it stumbled over.
 */

type Path = readonly PathSegment[];

const LONGEST_NAME = 60;
const UNTOUCHED = 'Nothing was changed.';

/** The file is nothing that we write. */
export function notRecognised(reason: string): LiteChatError {
  return new LiteChatError(
    'backup-not-recognised',
    `This is not a LiteChat file: ${reason}. ${UNTOUCHED}`,
  );
}

/** The file stops before its end, at the path. */
export function truncated(path: Path): LiteChatError {
  const where = pathText(path);
  return new LiteChatError(
    'backup-truncated',
    `The file is incomplete: it ends ${where ? `in ${where}` : 'at its top level'}. Save or copy it again. ${UNTOUCHED}`,
    { path: where },
  );
}

/** The file is not JSON. @param offset The byte, from 0, at which that shows. */
export function malformed(path: Path, offset: number, reason: string): LiteChatError {
  const where = pathText(path);
  return new LiteChatError(
    'backup-malformed',
    `The file is damaged${where ? ` in ${where}` : ''}, at byte ${offset}: ${reason}. ${UNTOUCHED}`,
    { path: where },
  );
}

/** The file is JSON, and holds something that no record can. */
export function invalid(path: Path, reason: string): LiteChatError {
  const where = pathText(path);
  return new LiteChatError('record-invalid', `${where ?? 'The file'} ${reason}. ${UNTOUCHED}`, {
    path: where,
  });
}

/** The path for people; a name may be as long as the file, and is cut. The top level has none. */
function pathText(path: Path): string | undefined {
  const shown = path.map((segment) =>
    typeof segment === 'string' && segment.length > LONGEST_NAME
      ? `${segment.slice(0, LONGEST_NAME)}…`
      : segment,
  );
  return formatPath(shown) || undefined;
}
