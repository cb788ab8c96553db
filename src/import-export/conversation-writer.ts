import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { Conversation, Interaction, Project, TableName } from '../model/entities.js';
import type { PathSegment } from '../model/plain-value.js';
import type { ConversationFileEvent } from './conversation-file.js';
import { fillDates } from './fill-dates.js';
import type { NewIds } from './new-ids.js';
import { presentRows } from './present-records.js';
import { ReferenceResolver } from './reference-resolver.js';
import type { RepairLog } from './repair-log.js';

type EventOf<Type> = Extract<ConversationFileEvent, { type: Type }>;

/** Shorter than any that nanoid or a UUID gives, longer than words and numbers. */
const GENERATED_ID_LENGTH = 10;

/** Models and providers have ids that are no records of a conversation. */
const namesRecord = (field: string): boolean =>
  /Ids?$/.test(field) && !/^(model|provider)Ids?$/.test(field);

/** Writes the records of a file of conversations under their new ids. */
export class ConversationWriter {
  readonly #database: LiteChatDatabase;
  readonly #ids: NewIds;
  readonly #parents: ReadonlyMap<string, string>;
  readonly #resolver: ReferenceResolver;
  readonly #log: RepairLog;
  readonly #importedAt = new Date();

  static async begin(
    database: LiteChatDatabase,
    ids: NewIds,
    log: RepairLog,
  ): Promise<ConversationWriter> {
    const here = new Map<TableName, ReadonlyMap<string, object>>();
    for (const table of ['projects', 'syncRepos', 'tags', 'rules'] as const) {
      here.set(table, await presentRows(database, table));
    }
    const created = new Set(ids.projectIds());
    const resolver = new ReferenceResolver(
      {
        has: (table, id) => created.has(id) || here.get(table)?.has(id) === true,
        idFor: (_table, id) => id,
      },
      log,
    );
    return new ConversationWriter(database, ids, resolver, log);
  }

  private constructor(
    database: LiteChatDatabase,
    ids: NewIds,
    resolver: ReferenceResolver,
    log: RepairLog,
  ) {
    this.#database = database;
    this.#ids = ids;
    this.#parents = ids.projectParents();
    this.#resolver = resolver;
    this.#log = log;
  }

  async write(events: readonly ConversationFileEvent[]): Promise<void> {
    const projects: Project[] = [];
    const conversations: Conversation[] = [];
    const interactions: Interaction[] = [];
    for (const event of events) {
      if (event.type === 'project') projects.push(this.#project(event));
      else if (event.type === 'conversation') conversations.push(this.#conversation(event));
      else interactions.push(this.#interaction(event));
    }
    await this.#database.projects.bulkPut(projects);
    await this.#database.conversations.bulkPut(conversations);
    await this.#database.interactions.bulkPut(interactions);
  }

  #project({ row, scope, path }: EventOf<'project'>): Project {
    const id = this.#ids.project(scope, row.id) ?? row.id;
    const placed = { ...row, id, parentId: this.#parents.get(id) ?? null };
    return this.#finish('projects', placed, path);
  }

  #conversation(event: EventOf<'conversation'>): Conversation {
    const { row, scope, projectScope, path } = event;
    const id = this.#ids.conversation(scope, row.id) ?? row.id;
    const project =
      this.#ids.project(projectScope, row.projectId ?? '') ?? this.#ids.projectOf(projectScope);
    const metadata = row.metadata && this.#withNewIds(scope, row.metadata);
    const placed = {
      ...row,
      id,
      projectId: project ?? row.projectId,
      ...(metadata && { metadata }),
    };
    return this.#finish('conversations', placed, path);
  }

  #interaction({ row, scope, path }: EventOf<'interaction'>): Interaction {
    const parentId = row.parentId && this.#ids.interaction(scope, row.parentId);
    if (row.parentId && !parentId) this.#log.add('reference-cleared', [...path, 'parentId']);
    return {
      ...row,
      id: this.#ids.interaction(scope, row.id) ?? row.id,
      conversationId: this.#ids.conversation(scope, row.conversationId) ?? row.conversationId,
      parentId: parentId || null,
      metadata: this.#withNewIds(scope, row.metadata),
      prompt: row.prompt && this.#promptWithNewIds(scope, row.prompt),
    };
  }

  #promptWithNewIds(
    scope: string,
    prompt: NonNullable<Interaction['prompt']>,
  ): NonNullable<Interaction['prompt']> {
    return {
      ...prompt,
      ...(prompt.metadata && { metadata: this.#withNewIds(scope, prompt.metadata) }),
    };
  }

  /**
   * Applications add fields to metadata that name records. A text that is an old id is taken for
   * one where its field's name says so, and anywhere when it is too long to be so by chance.
   */
  #withNewIds<Value>(scope: string, value: Value): Value {
    const map = (item: unknown, field: string): unknown => {
      if (typeof item === 'string') {
        const isId = item.length >= GENERATED_ID_LENGTH || namesRecord(field);
        return (isId ? this.#ids.anything(scope, item) : undefined) ?? item;
      }
      if (Array.isArray(item)) return item.map((inner) => map(inner, field));
      if (typeof item !== 'object' || item === null || item instanceof Date) return item;
      const entries = Object.entries(item).map(([key, inner]) => [key, map(inner, key)] as const);
      return Object.fromEntries(entries);
    };
    // The copy has the shape of the original; only texts that were ids differ.
    return map(value, '') as Value;
  }

  #finish<Row extends object>(table: TableName, row: Row, path: readonly PathSegment[]): Row {
    const dated = fillDates(table, row, this.#importedAt, (field) => {
      this.#log.add('date-filled', [...path, field]);
    });
    return this.#resolver.resolve(table, dated, path) ?? dated;
  }
}
