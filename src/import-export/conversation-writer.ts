import type { TableSource } from '../database/transactions.js';
import type { Conversation, Interaction, Project, TableName } from '../model/entities.js';
import type { PathSegment } from '../model/plain-value.js';
import { readField } from '../formats/read-field.js';
import { references } from '../model/references.js';
import { idOf } from '../persistence/record-keys.js';
import type { ConversationFileEvent } from './conversation-file.js';
import { fillDates } from './fill-dates.js';
import type { NewIds } from './new-ids.js';
import { PresentTable } from './present-state.js';
import type { ChangeSink, RowChange } from './change-sink.js';
import { ReferenceResolver } from './reference-resolver.js';
import type { RepairLog } from './repair-log.js';

type EventOf<Type> = Extract<ConversationFileEvent, { type: Type }>;

/** Shorter than any that nanoid or a UUID gives, longer than words and numbers. */
const GENERATED_ID_LENGTH = 10;

/** Models and providers have ids that are no records of a conversation. */
const namesRecord = (field: string): boolean =>
  /Ids?$/.test(field) && !/^(model|provider)Ids?$/.test(field);

/** The fields of an interaction's metadata that name other interactions. */
const metadataReferences = references.flatMap(({ table, field: [name, inner] }) =>
  table === 'interactions' && name === 'metadata' && inner !== undefined ? [inner] : [],
);

const asNew = (row: object): RowChange => ({ row, before: undefined });

/** Writes the records of a file of conversations under their new ids. */
export class ConversationWriter {
  readonly #ids: NewIds;
  readonly #sink: ChangeSink;
  readonly #parents: ReadonlyMap<string, string>;
  readonly #resolver: ReferenceResolver;
  readonly #log: RepairLog;
  readonly #importedAt = new Date();

  static async begin(
    source: TableSource,
    ids: NewIds,
    sink: ChangeSink,
    log: RepairLog,
  ): Promise<ConversationWriter> {
    const here = new Map<TableName, PresentTable>();
    for (const table of ['projects', 'syncRepos', 'tags', 'rules'] as const) {
      here.set(table, await PresentTable.read(source, table));
    }
    const created = new Set(ids.projectIds());
    const resolver = new ReferenceResolver(
      {
        has: (table, id) => created.has(id) || here.get(table)?.has(id) === true,
        idFor: (_table, id) => id,
      },
      log,
    );
    return new ConversationWriter(ids, sink, resolver, log);
  }

  private constructor(ids: NewIds, sink: ChangeSink, resolver: ReferenceResolver, log: RepairLog) {
    this.#ids = ids;
    this.#sink = sink;
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
      else if (event.type === 'interaction') interactions.push(this.#interaction(event));
    }
    await this.#sink.put('projects', projects.map(asNew));
    await this.#sink.put('conversations', conversations.map(asNew));
    await this.#sink.put('interactions', interactions.map(asNew));
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
    const metadata = this.#withoutDangling(scope, row.metadata, path);
    return {
      ...row,
      id: this.#ids.interaction(scope, row.id) ?? row.id,
      conversationId: this.#ids.conversation(scope, row.conversationId) ?? row.conversationId,
      parentId: parentId || null,
      metadata: this.#withNewIds(scope, metadata),
      prompt: row.prompt && this.#promptWithNewIds(scope, row.prompt),
    };
  }

  /** What an interaction was made from may not be in the file. */
  #withoutDangling(
    scope: string,
    metadata: Interaction['metadata'],
    path: readonly PathSegment[],
  ): Interaction['metadata'] {
    const dangling = metadataReferences.filter((name) => {
      const id = idOf(readField(metadata, name));
      return id !== '' && this.#ids.anything(scope, id) === undefined;
    });
    for (const name of dangling) {
      this.#log.add('reference-cleared', [...path, 'metadata', name]);
    }
    const names: ReadonlySet<string> = new Set(dangling);
    return dangling.length === 0
      ? metadata
      : Object.fromEntries(Object.entries(metadata).filter(([name]) => !names.has(name)));
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
