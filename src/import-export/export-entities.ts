import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { Conversation, Interaction, Project } from '../model/entities.js';
import { inOrder } from '../persistence/row-order.js';
import { withDescendants } from '../model/with-descendants.js';
import type { Persistence } from '../persistence/persistence.js';
import { idOf, keysOf } from '../persistence/record-keys.js';
import { findRow, notFound } from '../persistence/rows.js';
import { run } from '../persistence/run.js';
import { exportStream } from './export-stream.js';
import type { TransferOptions } from './types.js';
import type { ConversationsToWrite } from './write-conversations.js';

/** One conversation with its interactions, by `index`. */
export interface ConversationData {
  conversation: Conversation;
  interactions: Interaction[];
}

/** A project with the projects below it and all their conversations. */
export interface ProjectData {
  project: Project;
  /** Those below it. */
  projects: Project[];
  conversations: Conversation[];
  interactions: Interaction[];
}

/** @throws {LiteChatError} not-found. */
export function exportConversationData(
  { database }: Persistence,
  id: string,
): Promise<ConversationData> {
  return run(database, () =>
    database.transaction('r', database.conversations, database.interactions, async () => {
      const conversation = await findRow(database, 'conversations', id);
      if (!conversation) throw notFound('conversations', id);
      return { conversation, interactions: await interactionsOf(database, [conversation]) };
    }),
  );
}

/** @throws {LiteChatError} not-found. */
export function exportProjectData({ database }: Persistence, id: string): Promise<ProjectData> {
  const tables = [database.projects, database.conversations, database.interactions];
  return run(database, () =>
    database.transaction('r', tables, async () => {
      const all = await database.projects.toArray();
      const project = all.find((candidate) => idOf(candidate.id) === idOf(id));
      if (!project) throw notFound('projects', id);
      const members = withDescendants(all, id);
      const conversations = await database.conversations
        .where('projectId')
        .anyOf(members.flatMap(keysOf))
        .toArray();
      return {
        project,
        projects: all.filter((other) => other !== project && members.includes(idOf(other.id))),
        conversations,
        interactions: await interactionsOf(database, conversations),
      };
    }),
  );
}

async function interactionsOf(
  database: LiteChatDatabase,
  conversations: readonly Conversation[],
): Promise<Interaction[]> {
  const keys = conversations.flatMap(({ id }) => keysOf(idOf(id)));
  const rows = await database.interactions.where('conversationId').anyOf(keys).toArray();
  return inOrder('interactions', rows);
}

/** The file of {@link writeConversations}, in blobs of about 1 MB. */
export function conversationsFile(
  persistence: Persistence,
  which: ConversationsToWrite,
  transfer: TransferOptions = {},
): ReadableStream<Blob> {
  const tables = ['conversations', 'interactions'] as const;
  return exportStream(persistence, 'exportConversations', which, tables, transfer);
}

/**
 * The ids of conversations and of those in projects and all below them, each once, and the title of
 * the first.
 *
 * @throws {LiteChatError} not-found.
 */
export function chosenConversations(
  { database }: Persistence,
  ids: readonly string[],
  projectIds: readonly string[],
): Promise<{ ids: string[]; title: string }> {
  return run(database, async () => {
    const all = projectIds.length > 0 ? await database.projects.toArray() : [];
    const known = new Set(all.map(({ id }) => idOf(id)));
    const missing = projectIds.find((id) => !known.has(idOf(id)));
    if (missing !== undefined) throw notFound('projects', missing);
    const members = new Set(projectIds.flatMap((id) => withDescendants(all, id)));
    const inside = await database.conversations
      .where('projectId')
      .anyOf([...members].flatMap(keysOf))
      .primaryKeys();
    const chosen = [...new Set([...ids, ...inside].map(idOf))];
    const [first] = chosen;
    const row = first === undefined ? undefined : await findRow(database, 'conversations', first);
    if (first !== undefined && !row) throw notFound('conversations', first);
    return { ids: chosen, title: row?.title ?? '' };
  });
}

/** The file of one conversation or project: its fields in order, one record a line. */
export function entityFile(data: ConversationData | ProjectData): Blob {
  const fields = Object.entries(data).map(([name, value]: [string, unknown]) => {
    const text =
      Array.isArray(value) && value.length > 0
        ? `[\n${value.map((item: unknown) => JSON.stringify(item)).join(',\n')}\n]`
        : JSON.stringify(value);
    return `${JSON.stringify(name)}: ${text}`;
  });
  return new Blob([`{\n${fields.join(',\n')}\n}\n`], { type: 'application/json' });
}

/** The name of the project that a conversation lies in, where there is one. */
export function projectNameOf(
  { database }: Persistence,
  { projectId }: Conversation,
): Promise<string | undefined> {
  return run(database, async () => (await findRow(database, 'projects', idOf(projectId)))?.name);
}
