import type { TableSource } from '../../database/transactions.js';
import { readField } from '../../formats/read-field.js';
import { isIsoDate, marksIn } from '../../model/item-marks.js';
import { idOf, keysOf } from '../record-keys.js';

/** What a search tells of a conversation that holds a hit. */
export interface FoundConversation {
  /** Empty where there is no such conversation any more. */
  title: string;
  projectId: string | null;
  /** Whether it is in the trash, be it with the project that it is in. */
  isTrashed: boolean;
}

interface FoundProject {
  parentId: string;
  isTrashed: boolean;
}

/**
 * The conversations that hold hits, and of the projects they are in, whether those are in the trash:
 * rows are read for hits alone, however many conversations there are.
 */
export class FoundConversations {
  readonly #conversations = new Map<string, FoundConversation>();
  readonly #projects = new Map<string, FoundProject>();

  /** Those that have been read. */
  get ids(): string[] {
    return [...this.#conversations.keys()];
  }

  get(id: string): FoundConversation | undefined {
    return this.#conversations.get(id);
  }

  isTrashed(id: string): boolean {
    return this.#conversations.get(id)?.isTrashed === true;
  }

  /** Whether the other knows the same of all that this one knows. */
  isSame(other: FoundConversations): boolean {
    return [...this.#conversations].every(([id, { title, projectId, isTrashed }]) => {
      const its = other.get(id);
      return its?.title === title && its.projectId === projectId && its.isTrashed === isTrashed;
    });
  }

  /** Reads those of these conversations that are not known yet. */
  async read(source: TableSource, ids: Iterable<string>): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => id !== '' && !this.#conversations.has(id));
    if (unknown.length === 0) return;
    const rows = await rowsOf(source, 'conversations', unknown);
    const parents = [...rows.values()].map((row) => idOf(readField(row, 'projectId')));
    await this.#readProjects(source, parents);
    for (const id of unknown) {
      const row = rows.get(id) ?? {};
      const title = readField(row, 'title');
      const projectId = idOf(readField(row, 'projectId'));
      this.#conversations.set(id, {
        title: typeof title === 'string' ? title : '',
        projectId: projectId === '' ? null : projectId,
        isTrashed: isInTrash(row) || this.#isWithinTrash(projectId),
      });
    }
  }

  /** With all that they are in. */
  async #readProjects(source: TableSource, ids: readonly string[]): Promise<void> {
    let unknown = ids;
    for (;;) {
      unknown = [...new Set(unknown)].filter((id) => id !== '' && !this.#projects.has(id));
      if (unknown.length === 0) return;
      const rows = await rowsOf(source, 'projects', unknown);
      for (const id of unknown) {
        const row = rows.get(id) ?? {};
        const parentId = idOf(readField(row, 'parentId'));
        this.#projects.set(id, { parentId, isTrashed: isInTrash(row) });
      }
      unknown = unknown.map((id) => this.#projects.get(id)?.parentId ?? '');
    }
  }

  #isWithinTrash(projectId: string): boolean {
    // A circle of parents ends the walk.
    const above = new Set([projectId]);
    for (const id of above) {
      const project = this.#projects.get(id);
      if (project?.isTrashed === true) return true;
      if (project) above.add(project.parentId);
    }
    return false;
  }
}

const isInTrash = (row: object): boolean => isIsoDate(marksIn(row).trashedAt);

async function rowsOf(
  source: TableSource,
  table: 'conversations' | 'projects',
  ids: readonly string[],
): Promise<Map<string, object>> {
  const keys = ids.flatMap(keysOf);
  const rows = await source.table<object, string | number>(table).bulkGet(keys);
  const found = rows.filter((row) => row !== undefined);
  return new Map(found.map((row) => [idOf(readField(row, 'id')), row]));
}
