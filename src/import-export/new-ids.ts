import { nanoid } from 'nanoid';
import { LiteChatError } from '../errors.js';
import type { FileKind } from '../formats/recognise-file.js';
import { formatPath } from '../model/plain-value.js';
import { keysClosingCycles } from './break-cycles.js';
import type { ConversationFileEvent } from './conversation-file.js';
import type { RestoreReport } from './types.js';

/** The new ids of all records of a file, by the scope they stand in and their old id. */
export class NewIds {
  readonly #projects = new Map<string, Map<string, string>>();
  readonly #rootProjects = new Map<string, string>();
  readonly #conversations = new Map<string, Map<string, string>>();
  readonly #interactions = new Map<string, Map<string, string>>();
  /** The project rows, for their place in the tree. */
  readonly #projectRows: Extract<ConversationFileEvent, { type: 'project' }>[] = [];
  /** Where an element of a list, or a node of a tree, stands. */
  readonly #nodes: string[] = [];
  readonly #lost: { scope: string; conversationId: string; path: string }[] = [];

  register(event: ConversationFileEvent): void {
    const { scope, path } = event;
    if (event.type === 'node') {
      this.#nodes.push(scope);
      return;
    }
    const { row } = event;
    if (event.type === 'project') {
      const id = this.#give(this.#projects, scope, row.id, event);
      if (path.at(-1) === 'project') this.#rootProjects.set(scope, id);
      this.#projectRows.push(event);
    } else if (event.type === 'conversation') {
      this.#give(this.#conversations, scope, row.id, event);
    } else {
      this.#give(this.#interactions, scope, row.id, event);
      const { conversationId } = event.row;
      if (!this.#conversations.get(scope)?.has(conversationId)) {
        this.#lost.push({ scope, conversationId, path: formatPath([...path, 'conversationId']) });
      }
    }
  }

  /** A conversation may stand after its interactions, so this is asked when all is read. */
  assertComplete(kind: FileKind): void {
    for (const { scope, conversationId, path } of this.#lost) {
      if (this.conversation(scope, conversationId) === undefined) {
        throw new LiteChatError(
          'record-invalid',
          `${path} names a conversation that is not in the file. Nothing was changed.`,
          { path },
        );
      }
    }
    for (const scope of this.#nodes) {
      if (this.#conversations.has(scope) || this.#rootProjects.has(scope)) continue;
      const path = `${scope}.conversation`;
      throw new LiteChatError('record-invalid', `${path} is missing. Nothing was changed.`, {
        path,
      });
    }
    const isEmpty = kind === 'project' ? this.#rootProjects.size === 0 : !this.#hasConversations;
    if (isEmpty && kind !== 'conversations') {
      throw new LiteChatError('record-invalid', `${kind} is missing. Nothing was changed.`, {
        path: kind,
      });
    }
  }

  get #hasConversations(): boolean {
    return this.#conversations.size > 0;
  }

  /** The only conversation of a scope owns all interactions there, whatever they say. */
  conversation(scope: string, oldId: string): string | undefined {
    const inScope = this.#conversations.get(scope);
    if (inScope?.size === 1) return [...inScope.values()][0];
    return inScope?.get(oldId);
  }

  interaction(scope: string, oldId: string): string | undefined {
    return this.#interactions.get(scope)?.get(oldId);
  }

  project(scope: string, oldId: string): string | undefined {
    return this.#projects.get(scope)?.get(oldId);
  }

  /** The project that a scope is about. */
  projectOf(scope: string): string | undefined {
    return this.#rootProjects.get(scope);
  }

  /**
   * The parents of all projects of the file by new id, without cycles. The root's is the old one,
   * which may exist here.
   */
  projectParents(): Map<string, string> {
    const parents = new Map<string, string>();
    for (const { row, scope, isRoot, parentScope } of this.#projectRows) {
      const id = this.project(scope, row.id) ?? '';
      const inFile = this.project(scope, row.parentId ?? '') ?? this.projectOf(parentScope);
      const parent = isRoot ? row.parentId : (inFile ?? this.projectOf(scope));
      if (parent && parent !== id) parents.set(id, parent);
    }
    for (const id of keysClosingCycles(parents)) parents.delete(id);
    return parents;
  }

  /** Every project's new id. */
  projectIds(): string[] {
    return [...this.#projects.values()].flatMap((ids) => [...ids.values()]);
  }

  /** The new id of whatever had this one in the scope. */
  anything(scope: string, oldId: string): string | undefined {
    return (
      this.interaction(scope, oldId) ??
      this.#conversations.get(scope)?.get(oldId) ??
      this.project(scope, oldId)
    );
  }

  conversationIds(): string[] {
    return [...this.#conversations.values()].flatMap((ids) => [...ids.values()]);
  }

  counts(): RestoreReport['counts'] {
    const sum = (maps: ReadonlyMap<string, ReadonlyMap<string, string>>): number =>
      [...maps.values()].reduce((total, { size }) => total + size, 0);
    return {
      ...(this.#projects.size > 0 && { projects: sum(this.#projects) }),
      conversations: sum(this.#conversations),
      interactions: sum(this.#interactions),
    };
  }

  #give(
    maps: Map<string, Map<string, string>>,
    scope: string,
    oldId: string,
    { path }: ConversationFileEvent,
  ): string {
    const ids = maps.get(scope) ?? new Map<string, string>();
    maps.set(scope, ids);
    if (ids.has(oldId)) {
      const where = formatPath([...path, 'id']);
      throw new LiteChatError(
        'duplicate-id',
        `${where} is the same as that of a record before it. Nothing was changed.`,
        { path: where },
      );
    }
    const id = nanoid();
    ids.set(oldId, id);
    return id;
  }
}
